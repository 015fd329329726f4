package org.daywatch._story;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The jar as an administrator runs it: commands and servers are processes of their own, and nothing is shared with the test but files. */
public final class Installed {

    private static final Path JAR = Path.of("target/daywatch.jar").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static int started;

    private Installed() {}

    public record Answer(int code, String out, String errors) {}

    public static Answer run(Path folder, String... arguments) throws Exception {
        String name = "command" + ++started;
        var out = folder.resolve(name + ".out");
        var errors = folder.resolve(name + ".err");
        var process = java(folder, arguments).redirectOutput(out.toFile()).redirectError(errors.toFile()).start();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            end(process);
            throw new AssertionError(List.of(arguments) + " did not end:\n" + Files.readString(out) + Files.readString(errors));
        }
        return new Answer(process.exitValue(), Files.readString(out), Files.readString(errors));
    }

    /** @return once it answers */
    public static Serving serve(Path folder, String... arguments) throws Exception {
        return serve(folder, Map.of(), arguments);
    }

    /** @param environment added to this process's own */
    public static Serving serve(Path folder, Map<String, String> environment, String... arguments) throws Exception {
        return serve(folder, List.of(), environment, arguments);
    }

    /** @param under a command that runs it in turn, such as one that bounds its file handles */
    public static Serving serve(Path folder, List<String> under, Map<String, String> environment, String... arguments) throws Exception {
        var console = folder.resolve("serve" + ++started + ".out");
        var command = new ArrayList<>(List.of("serve"));
        command.addAll(List.of(arguments));
        var building = java(folder, command.toArray(String[]::new)).redirectErrorStream(true).redirectOutput(console.toFile());
        building.command().addAll(0, under);
        building.environment().putAll(environment);
        var process = building.start();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.readString(console).contains("Daywatch answers at")) {
            if (!process.isAlive() || System.nanoTime() > until) {
                end(process);
                throw new AssertionError("it does not serve:\n" + Files.readString(console));
            }
            Thread.sleep(50);
        }
        return new Serving(process, console);
    }

    public record Serving(Process process, Path console) implements AutoCloseable {

        public String said() throws IOException {
            return Files.readString(console);
        }

        /** As an administrator stops it: politely, database and all. */
        @Override
        public void close() throws InterruptedException {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) end(process);
        }
    }

    /** Below those that the system gives to outgoing connections: between here and the start of whoever listens none of thousands takes it. */
    public static int freePort() throws IOException {
        for (int attempt = 0; attempt < 100; attempt++) {
            try (var socket = new ServerSocket(ThreadLocalRandom.current().nextInt(20_000, 32_768))) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                // the next
            }
        }
        throw new BindException("no free port between 20000 and 32767");
    }

    private static ProcessBuilder java(Path folder, String... arguments) {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-Xmx768m", "--enable-native-access=ALL-UNNAMED", "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).directory(folder.toFile());
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
