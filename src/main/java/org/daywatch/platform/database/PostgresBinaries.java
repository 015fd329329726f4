package org.daywatch.platform.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The server binaries that ship in a jar, unpacked beside the data they serve into a folder that only its owner can
 * write to. What is run is looked at before each start: who owns it, and whether every program and library still has
 * the sum it had when it was unpacked; a folder that differs is unpacked anew.
 */
final class PostgresBinaries {

    private static final Logger log = LoggerFactory.getLogger(PostgresBinaries.class);
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    /** Another folder for them, which several installations may share: for machines with many, and for tests. */
    private static final String ELSEWHERE = "DAYWATCH_POSTGRES_BINARIES";
    private static final String SUMS = "SHA256SUMS";
    private static final Set<PosixFilePermission> OTHERS_WRITE = Set.of(PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_WRITE);

    private PostgresBinaries() {}

    /** @param home the folder of an embedded database */
    static Path unpacked(Path home) {
        String elsewhere = System.getenv(ELSEWHERE);
        return unpackedIn(elsewhere == null || elsewhere.isBlank() ? home.resolve("binaries") : Path.of(elsewhere));
    }

    /** @throws IllegalStateException somebody else owns the folder or may write to it */
    static Path unpackedIn(Path folder) {
        try {
            Files.createDirectories(folder,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            refuseForeign(folder);
            var home = folder.resolve(name());
            if (Files.exists(home, LinkOption.NOFOLLOW_LINKS)) {
                if (asUnpacked(home)) return home;
                log.warn("the PostgreSQL binaries in {} are not as they were unpacked; they are unpacked anew", home);
                FileSystemUtils.deleteRecursively(home);
            }
            var fresh = Files.createTempDirectory(folder, "unpacking");
            unpackInto(fresh);
            Files.writeString(fresh.resolve(SUMS), sums(fresh));
            try {
                return Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileSystemException e) {
                if (!Files.exists(home) || !asUnpacked(home)) throw e;
                FileSystemUtils.deleteRecursively(fresh);
                return home; // another process was first; its copy is the same bytes
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The PostgreSQL binaries could not be unpacked: " + e.getMessage(), e);
        }
    }

    /** A folder somebody else prepared could run their program with our rights. */
    private static void refuseForeign(Path folder) throws IOException {
        var owner = Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS);
        var probe = Files.createTempFile(folder, "owner", "");
        var me = Files.getOwner(probe);
        Files.delete(probe);
        var writers = new TreeSet<>(Files.getPosixFilePermissions(folder));
        writers.retainAll(OTHERS_WRITE);
        if (!owner.equals(me) || !writers.isEmpty() || Files.isSymbolicLink(folder)) {
            throw new IllegalStateException("The folder of the PostgreSQL binaries, " + folder
                    + ", must belong to " + me.getName() + " and nobody else may write to it.\nRemove it or correct its"
                    + " owner and mode (chmod 700), then start again.");
        }
    }

    private static boolean asUnpacked(Path home) throws IOException {
        var kept = home.resolve(SUMS);
        return !Files.isSymbolicLink(home) && Files.isRegularFile(kept) && Files.readString(kept).equals(sums(home));
    }

    /** A line for each file that is run or loaded. */
    private static String sums(Path home) throws IOException {
        var lines = new StringBuilder();
        try (var files = Files.walk(home)) {
            for (Path file : files.filter(f -> isRun(home.relativize(f))).filter(Files::isRegularFile).sorted()
                    .toList()) {
                lines.append(isData(file) ? "size " + Files.size(file) : sum(file)).append("  ")
                        .append(home.relativize(file)).append('\n');
            }
        }
        return lines.toString();
    }

    private static boolean isRun(Path file) {
        return (file.startsWith("bin") || file.startsWith("lib")) && !file.toString().endsWith(".a");
    }

    /** Half of all bytes, and none of them is run: tables of languages. */
    private static boolean isData(Path file) {
        return file.getFileName().toString().startsWith("libicudata");
    }

    /** Which release's binaries they are; what was unpacked from them is what the sums look after. */
    private static String name() throws IOException {
        try (var in = PostgresBinaries.class.getResourceAsStream(ARCHIVE)) {
            if (in == null)
                throw new IOException("no PostgreSQL binaries for this platform in the jar (" + ARCHIVE + ")");
            var read = new CheckedInputStream(in, new CRC32());
            long bytes = read.transferTo(OutputStream.nullOutputStream());
            return "%d-%08x".formatted(bytes, read.getChecksum().getValue());
        }
    }

    private static String sum(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var sha = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, sha).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(sha.digest());
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
