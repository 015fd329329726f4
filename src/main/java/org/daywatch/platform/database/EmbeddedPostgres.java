package org.daywatch.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server of our own in a folder, started as a child process and stopped with it.
 *
 * <p>Secured from its first second: initdb sets scram-sha-256 and a random superuser password, the server listens on
 * loopback only, has no Unix socket, and keeps fsync and synchronous_commit on. The passwords lie in {@code secrets}
 * (mode 0600) beside the data. A file lock stops two applications from sharing one folder; a server left behind by a
 * killed application is stopped before a new one starts.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path home;
    private final FileChannel lockFile;
    private final FileLock lock;
    private final boolean durable;
    private final int port;
    private final Secrets secrets;
    private final List<String> more;
    private volatile Process server;

    private EmbeddedPostgres(Path home, FileChannel lockFile, FileLock lock, boolean durable, List<String> more,
            Process server, int port, Secrets secrets) {
        this.home = home;
        this.more = more;
        this.lockFile = lockFile;
        this.lock = lock;
        this.durable = durable;
        this.server = server;
        this.port = port;
        this.secrets = secrets;
    }

    /** Starts the server that lives in {@code home}, creating it when the folder is empty; returns once it answers. */
    public static EmbeddedPostgres start(Path home, boolean durable) {
        return start(home, durable, folder -> List.of());
    }

    /** The same, with settings of its own, which it keeps when it is started again after a fall. */
    public static EmbeddedPostgres start(Path home, boolean durable, Settings own) {
        var running = launched(home, durable, own);
        running.awaitReady();
        return running;
    }

    /** More settings of a server, {@code name=value}. */
    @FunctionalInterface
    public interface Settings {
        List<String> of(Path home) throws IOException;
    }

    /**
     * Takes an archived log into a base backup that was laid out in {@code home}, to its end or to a moment, and stops
     * the server again.
     *
     * @return when the last transaction committed that is now in it; null where there was none
     * @throws IllegalStateException the log does not reach that moment, or is damaged; what PostgreSQL said stands in
     * {@code postgres.log}
     */
    public static @Nullable Instant replay(Path home, Path archive, @Nullable Instant to) {
        try {
            Files.createFile(home.resolve("data/recovery.signal"));
            try (var server = launched(home, true, folder -> LogArchive.replaying(folder, archive, to))) {
                return server.awaitReplayed();
            } finally {
                LogArchive.replayed(home);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The write-ahead log could not be taken in: " + e.getMessage(), e);
        }
    }

    /** As long as it takes: a day's log takes minutes, and the server says in its log how far it is. */
    private @Nullable Instant awaitReplayed() throws IOException {
        while (server.isAlive()) {
            try (var connection = DriverManager.getConnection(url("postgres"), "postgres", secrets.superuser());
                    var row = connection.createStatement()
                            .executeQuery("select not pg_is_in_recovery(), pg_last_xact_replay_timestamp()")) {
                row.next();
                var last = row.getTimestamp(2);
                if (row.getBoolean(1)) return last == null ? null : last.toInstant();
            } catch (SQLException notYet) {
                // it answers once it is consistent
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
        var said = Files.readAllLines(home.resolve("postgres.log")).stream().filter(line -> line.contains("FATAL"))
                .reduce((earlier, later) -> later);
        throw new IllegalStateException(
                "The write-ahead log was not taken in: " + said.orElse("see " + home.resolve("postgres.log")));
    }

    private static EmbeddedPostgres launched(Path home, boolean durable, Settings own) {
        try {
            Files.createDirectories(home);
            var lockFile = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = tryLock(lockFile);
            if (lock == null) {
                lockFile.close();
                boolean away = !Files.exists(home.resolve("data/postmaster.pid")); // else a command would have joined it
                throw new IllegalStateException("Another Daywatch already uses " + home
                        + (away ? ", and its database is not there at the moment" : "")
                        + ".\nMaybe " + (away ? "wait until it is back, or " : "")
                        + "stop it first, or choose another folder with --data.");
            }
            var binaries = PostgresBinaries.unpacked(home);
            var secrets = Secrets.readOrCreate(home.resolve("secrets"));
            var data = home.resolve("data");
            if (!Files.exists(data.resolve("PG_VERSION"))) ServerProcess.initialize(binaries, data, secrets, durable);
            ServerProcess.stopLeftover(data);
            int port = ServerProcess.freePort();
            var more = own.of(home);
            return new EmbeddedPostgres(home, lockFile, lock, durable, more,
                    ServerProcess.launch(binaries, home, data, port, durable, more), port, secrets);
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded database in " + home + " could not start: " + e.getMessage(),
                    e);
        }
    }

    /** The server another Daywatch keeps running in {@code home}: for commands beside a serving installation. */
    public static java.util.Optional<Running> running(Path home) {
        try {
            var pidFile = home.resolve("data/postmaster.pid");
            if (!Files.exists(pidFile) || !Files.exists(home.resolve("lock"))) return java.util.Optional.empty();
            try (var channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.WRITE);
                    var free = tryLock(channel)) {
                if (free != null) return java.util.Optional.empty(); // nobody serves; what is left is a leftover
            }
            int port = Integer.parseInt(Files.readAllLines(pidFile).get(3).trim());
            return java.util.Optional.of(new Running("jdbc:postgresql://127.0.0.1:" + port + "/",
                    Secrets.readOrCreate(home.resolve("secrets"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a running server answers: JDBC address up to the database name, and the passwords. */
    public record Running(String urlPrefix, Secrets secrets) {}

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this very process
        }
    }

    /**
     * Ended without having been stopped: it found no room on the disk, say, or was killed. Whoever stops it in order
     * means it.
     */
    boolean fell() {
        return !server.isAlive() && server.exitValue() != 0;
    }

    /** Returns as soon as it has ended, or after that time; also where it had ended before. */
    void awaitEnd(Duration most) throws InterruptedException {
        if (server.isAlive()) server.waitFor(most.toMillis(), TimeUnit.MILLISECONDS);
        else Thread.sleep(most);
    }

    /**
     * Starts a server that fell, at the same address; what it had acknowledged is there. @throws IllegalStateException
     * it does not live either
     */
    void revive() throws IOException {
        ServerProcess.stopLeftover(home.resolve("data"));
        server = ServerProcess.launch(PostgresBinaries.unpacked(home), home, home.resolve("data"), port, durable, more);
        awaitReady();
    }

    Path home() {
        return home;
    }

    public int port() {
        return port;
    }

    public long pid() {
        return server.pid();
    }

    public Secrets secrets() {
        return secrets;
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Where the programs of the server that lives in {@code home} are, {@code bin/pg_ctl} among them. */
    public static Path binaries(Path home) {
        return PostgresBinaries.unpacked(home);
    }

    @Override
    public void close() {
        try (lockFile) {
            server.destroy(); // SIGTERM: smart shutdown waits for clients, so a fast one follows if they linger
            if (!server.waitFor(2, TimeUnit.SECONDS)) ServerProcess.interrupt(server);
            if (!server.waitFor(10, TimeUnit.SECONDS)) server.destroyForcibly();
            lock.release();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            server.destroyForcibly();
        }
    }

    private void awaitReady() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        SQLException last = null;
        while (System.nanoTime() < end) {
            if (!server.isAlive())
                throw new IllegalStateException("PostgreSQL ended at once; see " + home.resolve("postgres.log"));
            var login = new Properties();
            login.setProperty("user", "postgres");
            login.setProperty("password", secrets.superuser());
            try (var ignored = DriverManager.getConnection(url("postgres"), login)) {
                return;
            } catch (SQLException e) {
                last = e;
            }
            try {
                Thread.sleep(30);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while PostgreSQL was starting", e);
            }
        }
        throw new IllegalStateException(
                "PostgreSQL did not answer within " + PATIENCE + "; see " + home.resolve("postgres.log"), last);
    }

    /** Passwords of the database roles, 32 random bytes each. */
    public record Secrets(String superuser, String owner, String app, String signin, String worker) {

        static Secrets readOrCreate(Path file) throws IOException {
            var values = new Properties();
            if (Files.exists(file)) {
                try (var in = Files.newInputStream(file)) {
                    values.load(in);
                }
            } else {
                for (var role : List.of("superuser", "owner", "app", "signin", "worker"))
                    values.setProperty(role, random());
                Files.createFile(file,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                try (var out = Files.newOutputStream(file)) {
                    values.store(out, "Daywatch database passwords. Keep this file private.");
                }
            }
            return new Secrets(values.getProperty("superuser"), values.getProperty("owner"), values.getProperty("app"),
                    values.getProperty("signin"), values.getProperty("worker"));
        }

        private static String random() {
            byte[] bytes = new byte[32];
            new SecureRandom().nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        }
    }
}
