package org.daywatch.platform.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The server binaries that ship in a jar, unpacked once per machine and version into a cache folder. */
final class PostgresBinaries {

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    private PostgresBinaries() {}

    static Path unpacked() {
        try {
            var cache = Path.of(System.getProperty("java.io.tmpdir"),
                    "daywatch-postgres-" + System.getProperty("user.name"));
            var home = cache.resolve(digest());
            if (Files.exists(home.resolve("bin/postgres"))) return home;
            Files.createDirectories(cache);
            var fresh = Files.createTempDirectory(cache, "unpacking");
            unpackInto(fresh);
            try {
                return Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileSystemException e) {
                if (!Files.exists(home.resolve("bin/postgres"))) throw e;
                return home; // another process was first; its copy is the same bytes
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The PostgreSQL binaries could not be unpacked: " + e.getMessage(), e);
        }
    }

    private static String digest() throws IOException {
        try (var in = PostgresBinaries.class.getResourceAsStream(ARCHIVE)) {
            if (in == null)
                throw new IOException("no PostgreSQL binaries for this platform in the jar (" + ARCHIVE + ")");
            var sha = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, sha).transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(sha.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unpackInto(Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(
                new BufferedInputStream(PostgresBinaries.class.getResourceAsStream(ARCHIVE))))) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null;) {
                var path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target))
                    throw new IOException("archive entry leaves its folder: " + entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(path.getParent());
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(tar, path);
                    if ((entry.getMode() & 0100) != 0) {
                        var permissions = Files.getPosixFilePermissions(path);
                        permissions.add(PosixFilePermission.OWNER_EXECUTE);
                        permissions.add(PosixFilePermission.GROUP_EXECUTE);
                        permissions.add(PosixFilePermission.OTHERS_EXECUTE);
                        Files.setPosixFilePermissions(path, permissions);
                    }
                }
            }
        }
    }
}
