package org.daywatch.platform.casekeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A folder for each organization, a file for each wrapped key, readable to the owner only. A destroyed key leaves a
 * mark under its name, so that nobody makes it anew.
 */
final class KeyFolder {

    private static final byte[] GONE = "destroyed".getBytes(StandardCharsets.US_ASCII);
    private static final String NEW = ".new";

    private final Path home;

    KeyFolder(Path home) {
        this.home = home;
    }

    Path home() {
        return home;
    }

    private Path file(UUID tenant, String name) {
        return home.resolve(tenant.toString()).resolve(name);
    }

    /** Empty where there is none, or it was destroyed. */
    Optional<byte[]> find(UUID tenant, String name) {
        try {
            byte[] kept = Files.readAllBytes(file(tenant, name));
            return Arrays.equals(kept, GONE) ? Optional.empty() : Optional.of(kept);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The key " + file(tenant, name) + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Of two that come at once the first stays. @return what is kept now; empty where it was destroyed before */
    Optional<byte[]> keep(UUID tenant, String name, byte[] wrapped) {
        var file = file(tenant, name);
        try {
            var folder = Files.createDirectories(file.getParent(), attributes("rwx------"));
            var made = Files.createTempFile(folder, name, NEW, attributes("rw-------"));
            write(made, wrapped);
            try {
                Files.createLink(file, made);
            } catch (FileAlreadyExistsException first) {
                Files.delete(made);
                return find(tenant, name);
            }
            Files.delete(made);
            sync(folder);
            return Optional.of(wrapped);
        } catch (IOException e) {
            throw new UncheckedIOException("The key " + file + " could not be kept: " + e.getMessage(), e);
        }
    }

    /** Written over where it lies, then marked. What a disk keeps of old blocks by itself is out of reach. */
    void destroy(UUID tenant, String name) {
        var file = file(tenant, name);
        try {
            Files.createDirectories(file.getParent(), attributes("rwx------"));
            if (Files.exists(file)) write(file, new byte[(int) Files.size(file)]);
            try (var channel = FileChannel.open(file,
                    Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING),
                    attributes("rw-------"))) {
                channel.write(ByteBuffer.wrap(GONE));
                channel.force(true);
            }
            sync(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("The key " + file + " could not be destroyed: " + e.getMessage(), e);
        }
    }

    static void write(Path file, byte[] bytes) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
            channel.write(ByteBuffer.wrap(bytes));
            channel.force(true);
        }
    }

    static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static boolean isUnfinished(Path file) {
        return file.getFileName().toString().endsWith(NEW);
    }

    static FileAttribute<?> attributes(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
