package org.daywatch.platform.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    private final BesideDatabase beside;
    private final List<Manifest.Entry> files = new ArrayList<>();
    private long copied;

    /** @param dataKeys whether the keys of what is encrypted travel with the copy */
    BaseBackup(Path home, Path target, List<BackupPart> parts, boolean dataKeys, Progress progress) {
        this.dataKeys = dataKeys;
        this.parts = parts;
        this.progress = progress;
        this.home = home;
        this.target = target;
        this.beside = new BesideDatabase(home, target);
    }

    Manifest take(Instant at) throws IOException {
        var running = EmbeddedPostgres.running(home).orElseThrow(
                () -> new InvalidInput("--data", home.toString(), "No embedded database is running here."));
        beside.begin();
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

    private Manifest copy(Connection connection, Instant at) throws SQLException, IOException {
        one(connection,
                "select slot_name from pg_create_physical_replication_slot('daywatch_backup_' || pg_backend_pid(), true, true)");
        progress.says("Announcing the backup to the database");
        String start = one(connection, "select pg_walfile_name(pg_backup_start('daywatch', true))");
        // Before the end: whatever these checkpoints have signed was committed by now and is inside the copy.
        beside.aside("secrets");
        beside.aside("checkpoints");
        if (dataKeys) beside.aside("data-keys");
        tree(home.resolve("data"));
        for (var part : parts) beside.part(part.files());
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
        beside.sync();
        files.addAll(beside.files());
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

    private void text(String name, String content) throws IOException {
        Files.writeString(target.resolve(name), content);
        files.add(Manifest.describe(target.resolve(name), name));
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
