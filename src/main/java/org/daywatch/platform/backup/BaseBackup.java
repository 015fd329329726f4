package org.daywatch.platform.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.daywatch.platform.cli.Progress;
import org.daywatch.platform.Release;
import org.daywatch.platform.database.EmbeddedPostgres;
import org.daywatch.platform.errors.InvalidInput;

/**
 * A physical copy of a running embedded server, by PostgreSQL's own low-level procedure: announce, copy the files as
 * they are, end, and add the write-ahead log between the two. A temporary replication slot keeps that log from being
 * recycled meanwhile. Writers are not held up.
 */
final class BaseBackup {

    /** Their files mean nothing to a copy; the folders must exist. */
    private static final Set<String> EMPTY = Set.of("pg_wal", "pg_replslot", "pg_dynshmem", "pg_notify", "pg_serial",
            "pg_snapshots", "pg_stat_tmp", "pg_subtrans");
    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts", "pg_internal.init",
            "current_logfiles");

    private final Path home;
    private final Path target;
    private final List<BackupPart> parts;
    private final boolean dataKeys;
    private final Progress progress;
    private final List<Manifest.Entry> files = new ArrayList<>();
    private long copied;

    /** @param dataKeys whether the keys of what is encrypted travel with the copy */
    BaseBackup(Path home, Path target, List<BackupPart> parts, boolean dataKeys, Progress progress) {
        this.dataKeys = dataKeys;
        this.parts = parts;
        this.progress = progress;
        this.home = home;
        this.target = target;
    }

    Manifest take(Instant at) throws IOException {
        var running = EmbeddedPostgres.running(home).orElseThrow(
                () -> new InvalidInput("--data", home.toString(), "No embedded database is running here."));
        refuseUsedTarget();
        try (var connection = DriverManager.getConnection(running.urlPrefix() + "postgres", "postgres",
                running.secrets().superuser())) {
            if (one(connection, "select count(*) from pg_tablespace where spcname not in ('pg_default', 'pg_global')")
                    .equals("0"))
                return copy(connection, at);
            throw new InvalidInput("--data", home.toString(),
                    "This database uses tablespaces of its own; back it up with pg_basebackup.");
        } catch (SQLException e) {
            throw new IllegalStateException("The backup failed: " + e.getMessage(), e);
        }
    }

    private void refuseUsedTarget() throws IOException {
        if (Files.exists(target)) {
            try (var content = Files.list(target)) {
                if (content.findAny().isPresent())
                    throw new InvalidInput("DIR", target.toString(), "The folder is not empty; name a new one.");
            }
        }
        Files.createDirectories(target);
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwx------")); // it holds everything there is
    }

    private Manifest copy(Connection connection, Instant at) throws SQLException, IOException {
        one(connection,
                "select slot_name from pg_create_physical_replication_slot('daywatch_backup_' || pg_backend_pid(), true, true)");
        progress.says("Announcing the backup to the database");
        String start = one(connection, "select pg_walfile_name(pg_backup_start('daywatch', true))");
        // Before the end: whatever these checkpoints have signed was committed by now and is inside the copy.
        aside("secrets");
        aside("checkpoints");
        if (dataKeys) aside("data-keys");
        tree(home.resolve("data"));
        for (var part : parts) part(part.files());
        String stop;
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select pg_walfile_name(lsn), labelfile, spcmapfile from pg_backup_stop(false)")) {
            row.next();
            stop = row.getString(1);
            text("data/backup_label", row.getString(2));
        }
        wal(start, stop);
        progress.says("Forcing the copy to the disk");
        sync();
        long bytes = files.stream().mapToLong(Manifest.Entry::bytes).sum();
        return new Manifest(Manifest.SCHEMA, 1, Release.VERSION, at, one(connection, "show server_version"), start,
                stop, bytes, files);
    }

    private void tree(Path folder) throws IOException {
        String name = home.relativize(folder).toString();
        Files.createDirectories(target.resolve(name));
        boolean empty = folder.getParent().equals(home.resolve("data"))
                && EMPTY.contains(folder.getFileName().toString());
        try (Stream<Path> entries = Files.list(folder)) {
            for (var entry : entries.sorted().toList()) {
                if (Files.isDirectory(entry)) tree(entry);
                else if (!empty && !LEFT_OUT.contains(entry.getFileName().toString())) file(entry);
            }
        } catch (NoSuchFileException dropped) {
            return; // a table was dropped meanwhile; the log knows
        }
    }

    private void file(Path file) throws IOException {
        String name = home.relativize(file).toString();
        try {
            var entry = Manifest.copy(file, target.resolve(name), name);
            files.add(entry);
            progress.megabytes("Copying the database", copied += entry.bytes(), 0);
        } catch (NoSuchFileException dropped) {
            Files.deleteIfExists(target.resolve(name));
        }
    }

    private void wal(String start, String stop) throws IOException {
        var folder = home.resolve("data/pg_wal");
        try (var segments = Files.list(folder)) {
            var needed = segments.filter(f -> f.getFileName().toString().matches("[0-9A-F]{24}"))
                    .filter(f -> f.getFileName().toString().compareTo(start) >= 0
                            && f.getFileName().toString().compareTo(stop) <= 0)
                    .sorted().toList();
            if (needed.isEmpty() || !needed.getFirst().endsWith(start) || !needed.getLast().endsWith(stop)) {
                throw new IllegalStateException("The write-ahead log from " + start + " to " + stop
                        + " is not complete; the backup is of no use.");
            }
            for (var segment : needed) file(segment);
        }
    }

    /**
     * Passwords, the checkpoint key and the data keys: without them nobody opens the copy, so they travel with it,
     * readable to the owner only.
     */
    private void aside(String name) throws IOException {
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

    private void part(Map<String, Path> named) throws IOException {
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

    private void text(String name, String content) throws IOException {
        Files.writeString(target.resolve(name), content);
        files.add(Manifest.describe(target.resolve(name), name));
    }

    /** What is only in memory is no backup yet. */
    private void sync() throws IOException {
        try {
            if (new ProcessBuilder("sync", "-f", target.toString()).start().waitFor() != 0)
                throw new IOException("the backup could not be forced to the disk");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
