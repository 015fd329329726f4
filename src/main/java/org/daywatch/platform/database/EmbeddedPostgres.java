package org.daywatch.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
    private volatile Process server;

    private EmbeddedPostgres(Path home, FileChannel lockFile, FileLock lock, boolean durable, Process server, int port, Secrets secrets) {
        this.home = home;
        this.lockFile = lockFile;
        this.lock = lock;
        this.durable = durable;
        this.server = server;
        this.port = port;
        this.secrets = secrets;
    }

    /** Starts the server that lives in {@code home}, creating it when the folder is empty; returns once it answers. */
    public static EmbeddedPostgres start(Path home, boolean durable) {
        try {
            Files.createDirectories(home);
            var lockFile = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = tryLock(lockFile);
            if (lock == null) {
                lockFile.close();
                boolean away = !Files.exists(home.resolve("data/postmaster.pid")); // else a command would have joined it
                throw new IllegalStateException("Another Daywatch already uses " + home + (away ? ", and its database is not there at the moment" : "")
                        + ".\nMaybe " + (away ? "wait until it is back, or " : "") + "stop it first, or choose another folder with --data.");
            }
            var binaries = PostgresBinaries.unpacked();
            var secrets = Secrets.readOrCreate(home.resolve("secrets"));
            var data = home.resolve("data");
            if (!Files.exists(data.resolve("PG_VERSION"))) initialise(binaries, data, secrets, durable);
            stopLeftover(data);
            int port = freePort();
            var server = launch(binaries, home, data, port, durable);
            var running = new EmbeddedPostgres(home, lockFile, lock, durable, server, port, secrets);
            running.awaitReady();
            return running;
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded database in " + home + " could not start: " + e.getMessage(), e);
        }
    }

    /** The server another Daywatch keeps running in {@code home}: for commands beside a serving installation. */
    public static java.util.Optional<Running> running(Path home) {
        try {
            var pidFile = home.resolve("data/postmaster.pid");
            if (!Files.exists(pidFile) || !Files.exists(home.resolve("lock"))) return java.util.Optional.empty();
            try (var channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.WRITE); var free = tryLock(channel)) {
                if (free != null) return java.util.Optional.empty(); // nobody serves; what is left is a leftover
            }
            int port = Integer.parseInt(Files.readAllLines(pidFile).get(3).trim());
            return java.util.Optional.of(new Running("jdbc:postgresql://127.0.0.1:" + port + "/", Secrets.readOrCreate(home.resolve("secrets"))));
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

    /** Ended without having been stopped: it found no room on the disk, say, or was killed. Whoever stops it in order means it. */
    boolean fell() {
        return !server.isAlive() && server.exitValue() != 0;
    }

    /** Starts a server that fell, at the same address; what it had acknowledged is there. @throws IllegalStateException it does not live either */
    void revive() throws IOException {
        stopLeftover(home.resolve("data"));
        server = launch(PostgresBinaries.unpacked(), home, home.resolve("data"), port, durable);
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

    /** A folder-wide check that {@code initdb} and the server binaries exist; used by backup to find pg_dump's siblings. */
    public static Path binaries() {
        return PostgresBinaries.unpacked();
    }

    @Override
    public void close() {
        try (lockFile) {
            server.destroy(); // SIGTERM: smart shutdown waits for clients, so a fast one follows if they linger
            if (!server.waitFor(2, TimeUnit.SECONDS)) interrupt(server);
            if (!server.waitFor(10, TimeUnit.SECONDS)) server.destroyForcibly();
            lock.release();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            server.destroyForcibly();
        }
    }

    /** SIGINT is PostgreSQL's fast shutdown: open sessions are ended, work committed so far is flushed. */
    private static void interrupt(Process server) throws IOException {
        new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).start();
    }

    private static void initialise(Path binaries, Path data, Secrets secrets, boolean durable) throws IOException {
        var passwordFile = Files.createTempFile("daywatch", ".pw",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(passwordFile, secrets.superuser());
            var command = unprivileged();
            command.addAll(List.of(binaries.resolve("bin/initdb").toString(), "-D", data.toString(), "-U", "postgres",
                    "--auth=scram-sha-256", "--pwfile=" + passwordFile, "-E", "UTF8", "--locale=C.UTF-8"));
            if (!durable) command.add("--no-sync");
            run(command);
        } finally {
            Files.delete(passwordFile);
        }
    }

    private static Process launch(Path binaries, Path home, Path data, int port, boolean durable) throws IOException {
        var command = unprivileged();
        command.addAll(List.of(binaries.resolve("bin/postgres").toString(), "-D", data.toString()));
        var settings = new ArrayList<>(List.of("port=" + port, "listen_addresses=127.0.0.1", "unix_socket_directories=",
                "password_encryption=scram-sha-256", "max_connections=100", "timezone=UTC", "log_timezone=UTC",
                "shared_buffers=128MB", "jit=off", "max_wal_size=1GB"));
        settings.addAll(durable ? List.of("fsync=on", "synchronous_commit=on", "full_page_writes=on")
                : List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off"));
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("postgres.log").toFile())).start();
    }

    /** PostgreSQL refuses to run as root; a user namespace without extra rights is the gentlest way round it. */
    private static List<String> unprivileged() {
        boolean root = "root".equals(System.getProperty("user.name"));
        return root ? new ArrayList<>(List.of("unshare", "-U")) : new ArrayList<>();
    }

    private void awaitReady() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        SQLException last = null;
        while (System.nanoTime() < end) {
            if (!server.isAlive()) throw new IllegalStateException("PostgreSQL ended at once; see " + home.resolve("postgres.log"));
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
        throw new IllegalStateException("PostgreSQL did not answer within " + PATIENCE + "; see " + home.resolve("postgres.log"), last);
    }

    /** After kill -9 of the application its server lives on. We hold the folder's lock, so nobody else owns it. */
    private static void stopLeftover(Path data) throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) return;
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().trim());
        var leftover = ProcessHandle.of(pid).filter(p -> p.info().command().orElse("").endsWith("/postgres"));
        if (leftover.isEmpty()) return;
        leftover.get().destroy();
        try {
            leftover.get().onExit().get(5, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            leftover.get().destroyForcibly();
            leftover.get().onExit().join();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("could not stop the leftover PostgreSQL with pid " + pid, e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void run(List<String> command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (InputStream output = process.getInputStream()) {
            var text = new String(output.readAllBytes());
            if (process.waitFor() != 0) throw new IOException(String.join(" ", command) + " failed:\n" + text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
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
                for (var role : List.of("superuser", "owner", "app", "signin", "worker")) values.setProperty(role, random());
                Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
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
