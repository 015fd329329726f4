package org.daywatch.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The processes of an embedded server: how its folder is made, how it is started, and how one that was left behind is
 * stopped.
 */
final class ServerProcess {

    private ServerProcess() {}

    /** SIGINT is PostgreSQL's fast shutdown: open sessions are ended, work committed so far is flushed. */
    static void interrupt(Process server) throws IOException {
        new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).start();
    }

    static void initialize(Path binaries, Path data, EmbeddedPostgres.Secrets secrets, boolean durable)
            throws IOException {
        var passwordFile = Files.createTempFile(data.getParent(), "superuser", ".pw",
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

    static Process launch(Path binaries, Path home, Path data, int port, boolean durable, List<String> more)
            throws IOException {
        var command = unprivileged();
        command.addAll(List.of(binaries.resolve("bin/postgres").toString(), "-D", data.toString()));
        var settings = new ArrayList<>(List.of("port=" + port, "listen_addresses=127.0.0.1", "unix_socket_directories=",
                "password_encryption=scram-sha-256", "max_connections=100", "timezone=UTC", "log_timezone=UTC",
                "shared_buffers=128MB", "jit=off", "max_wal_size=1GB",
                "recovery_init_sync_method=syncfs")); // a fall is followed by a third of a second of waiting for the disk, where opening each of some thousand files took up to eighteen
        settings.addAll(durable
                ? List.of("fsync=on", "synchronous_commit=on", "full_page_writes=on")
                : List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off"));
        settings.addAll(more);
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("postgres.log").toFile())).start();
    }

    /** PostgreSQL refuses to run as root; a user namespace without extra rights is the gentlest way round it. */
    private static List<String> unprivileged() {
        boolean root = "root".equals(System.getProperty("user.name"));
        return root ? new ArrayList<>(List.of("unshare", "-U")) : new ArrayList<>();
    }

    /** After kill -9 of the application its server lives on. We hold the folder's lock, so nobody else owns it. */
    static void stopLeftover(Path data) throws IOException {
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

    static int freePort() throws IOException {
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
}
