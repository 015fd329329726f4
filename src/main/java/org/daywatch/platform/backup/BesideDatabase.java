package org.daywatch.platform.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.daywatch.platform.errors.InvalidInput;

/**
 * What lies beside the database and belongs into a backup: keys, the signed ends of the audit chains, what the lane
 * accepted. Readable to the owner only.
 */
final class BesideDatabase {

    private final Path home;
    private final Path target;
    private final List<Manifest.Entry> files = new ArrayList<>();

    BesideDatabase(Path home, Path target) {
        this.home = home;
        this.target = target;
    }

    /** What was copied so far. */
    List<Manifest.Entry> files() {
        return files;
    }

    /** @throws InvalidInput when there is something in the folder */
    void begin() throws IOException {
        if (Files.exists(target)) {
            try (var content = Files.list(target)) {
                if (content.findAny().isPresent())
                    throw new InvalidInput("DIR", target.toString(), "The folder is not empty; name a new one.");
            }
        }
        Files.createDirectories(target);
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwx------")); // it holds everything there is
    }

    /**
     * Passwords, the checkpoint key and the data keys: without them nobody opens the copy, so they travel with it,
     * readable to the owner only.
     */
    void aside(String name) throws IOException {
        var from = home.resolve(name);
        if (!Files.exists(from)) return;
        try (var walk = Files.walk(from)) {
            for (var source : walk.sorted().toList()) {
                String relative = home.relativize(source).toString();
                var copy = target.resolve(relative);
                if (Files.isDirectory(source)) {
                    Files.createDirectories(copy);
                } else {
                    Files.createFile(copy,
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                    files.add(Manifest.copy(source, copy, relative));
                }
            }
        }
    }

    void part(Map<String, Path> named) throws IOException {
        for (var one : named.entrySet()) {
            var copy = target.resolve(one.getKey());
            Files.createDirectories(copy.getParent(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            try {
                Files.createFile(copy,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                files.add(Manifest.copy(one.getValue(), copy, one.getKey()));
            } catch (NoSuchFileException gone) {
                Files.deleteIfExists(copy);
            }
        }
    }

    /** What is only in memory is no backup yet. */
    void sync() throws IOException {
        try {
            if (new ProcessBuilder("sync", "-f", target.toString()).start().waitFor() != 0)
                throw new IOException("the backup could not be forced to the disk");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
