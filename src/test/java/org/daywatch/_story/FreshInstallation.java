package org.daywatch._story;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.daywatch.Daywatch;

/**
 * An installation on an empty folder, as somebody starts it who has never seen Daywatch: a process of its own, without
 * the demonstration, on a clock that can be set.
 */
public final class FreshInstallation implements AutoCloseable {

    private static final Path COMPILER = Path.of("/usr/bin/cc");
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Path folder;
    private final Process process;
    private final int port;

    private FreshInstallation(Path folder, Process process, int port) {
        this.folder = folder;
        this.process = process;
        this.port = port;
    }

    /**
     * @param environment added to this process's own. @param now what the process takes the time to be when it starts
     */
    public static FreshInstallation start(Path folder, Instant now, Map<String, String> environment)
            throws IOException, InterruptedException {
        clock(folder, now);
        int port = Installed.freePort();
        var building = new ProcessBuilder(OwnProcess.ofTheApplication(java.util.List.of(), Daywatch.class, "serve",
                "--data", folder.resolve("postgres").toString(), "--port", "" + port,
                "--lane-port", "" + Installed.freePort(), "--management-port", "-1")).redirectErrorStream(true)
                .redirectOutput(folder.resolve("console").toFile());
        var all = new HashMap<>(environment);
        all.putAll(onItsClock(folder));
        all.put("DAYWATCH_LANE_REHEARSALS", "0");
        building.environment().putAll(all);
        var started = new FreshInstallation(folder, building.start(), port);
        started.await();
        return started;
    }

    /** A clock in this folder, for every process that is started with {@link #onItsClock}. */
    public static void clock(Path folder, Instant now) throws IOException, InterruptedException {
        var compiled = new ProcessBuilder(COMPILER.toString(), "-shared", "-fPIC", "-O2", "-o",
                folder.resolve("clock.so").toString(), "src/test/resources/clock/set-clock.c", "-ldl").inheritIO()
                .start();
        if (compiled.waitFor() != 0)
            throw new AssertionError("the clock cannot be compiled; bin/test installs the compiler");
        set(folder, now);
    }

    public static Map<String, String> onItsClock(Path folder) {
        return Map.of("LD_PRELOAD", folder.resolve("clock.so").toString(), "CLOCK_OFFSET",
                folder.resolve("time").toString());
    }

    private void await() throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!console().contains("/welcome?code=") || !console().contains("Daywatch answers at")) {
            if (!process.isAlive() || System.nanoTime() > until) {
                close();
                throw new AssertionError("it does not serve:\n" + console());
            }
            Thread.sleep(100);
        }
    }

    public String console() throws IOException {
        return Files.readString(folder.resolve("console"));
    }

    /** What it said last, for whoever looks for the cause of a red test. */
    String lastLines() {
        try {
            var said = console().lines().toList();
            return String.join("\n", said.subList(Math.max(0, said.size() - 20), said.size()));
        } catch (IOException gone) {
            return gone.toString();
        }
    }

    public int port() {
        return port;
    }

    /** A command beside it, in a process of its own on the same clock. @return what it printed, errors too */
    public String command(String... arguments) {
        try {
            var all = new java.util.ArrayList<>(java.util.List.of(arguments));
            all.addAll(java.util.List.of("--data", folder.resolve("postgres").toString()));
            var out = folder.resolve("command");
            var building = new ProcessBuilder(
                    OwnProcess.ofTheApplication(java.util.List.of(), Daywatch.class, all.toArray(String[]::new)))
                    .redirectErrorStream(true).redirectOutput(out.toFile());
            building.environment().putAll(onItsClock(folder));
            var command = building.start();
            if (!command.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                throw new AssertionError("it did not end: " + all);
            return Files.readString(out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public String address(String path) {
        return "http://localhost:" + port + path;
    }

    /** From here on the process takes it to be that moment, and its clock goes on. */
    public void itIs(Instant now) throws IOException {
        set(folder, now);
    }

    private static void set(Path folder, Instant now) throws IOException {
        long seconds = now.getEpochSecond() - System.currentTimeMillis() / 1000;
        var bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0, seconds);
        // Written in place: the process looks at these very bytes.
        try (var file = java.nio.channels.FileChannel.open(folder.resolve("time"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            file.write(bytes, 0);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
