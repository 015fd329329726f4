package org.daywatch.directory.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Uploaded files between preview and import: readable by this process only, gone when taken in, discarded or a day old.
 */
@Component
class Uploads {
    private static final Duration KEPT = Duration.ofDays(1);
    private final Path folder;
    private final Clock clock;

    Uploads(@Value("${daywatch.imports.directory:${daywatch.database.directory}-imports}") String folder, Clock clock) {
        this.folder = Path.of(folder);
        this.clock = clock;
    }

    /** @return the checksum of what was kept */
    String keep(UUID run, InputStream content) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            discardOld();
            var digest = sha256();
            try (var in = new DigestInputStream(content, digest)) {
                Files.copy(in, path(run));
            }
            Files.setPosixFilePermissions(path(run), PosixFilePermissions.fromString("rw-------"));
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the uploaded file", e);
        }
    }

    Path path(UUID run) {
        return folder.resolve(run.toString());
    }

    boolean has(UUID run) {
        return Files.isRegularFile(path(run));
    }

    void discard(UUID run) {
        try {
            Files.deleteIfExists(path(run));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove the uploaded file", e);
        }
    }

    private void discardOld() throws IOException {
        Instant oldest = clock.instant().minus(KEPT);
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) Files.deleteIfExists(file);
            }
        }
    }

    static String sha256(Path path) {
        if (Files.isDirectory(path)) return "folder";
        var digest = sha256();
        try (var in = new DigestInputStream(Files.newInputStream(path), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
