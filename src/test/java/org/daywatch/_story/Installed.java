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
import java.util.stream.Stream;

/**
 * The jar as an administrator runs it: commands and servers are processes of their own, and nothing is shared with the
 * test but files. It lies there unpacked, so that it starts sooner; {@link #packed} starts the one file.
 */
public final class Installed {

    static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final List<String> SOON = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx768m",
            "--enable-native-access=ALL-UNNAMED");
    private static final Path JAR = Path.of("target/daywatch.jar").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static int started;

    private Installed() {}

    public record Answer(int code, String out, String errors) {}

    public static Answer run(Path folder, String... arguments) throws Exception {
        String name = "command" + ++started;
        var out = folder.resolve(name + ".out");
        var errors = folder.resolve(name + ".err");
        var process = new ProcessBuilder(unpacked(arguments)).directory(folder.toFile()).redirectOutput(out.toFile())
                .redirectError(errors.toFile()).start();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            end(process);
            throw new AssertionError(
                    List.of(arguments) + " did not end:\n" + Files.readString(out) + Files.readString(errors));
        }
        return new Answer(process.exitValue(), Files.readString(out), Files.readString(errors));
    }

    /** @return once it answers */
    public static Serving serve(Path folder, String... arguments) throws Exception {
        return serve(folder, Map.of(), arguments);
    }

    /** @param environment added to this process's own */
    public static Serving serve(Path folder, Map<String, String> environment, String... arguments) throws Exception {
        return serve(folder, environment, unpacked(serving(arguments)));
    }

    /**
     * The one file as it is given to people. @param under a command that runs it in turn, such as one that bounds its
     * file handles
     */
    public static Serving packed(Path folder, List<String> under, String... arguments) throws Exception {
        var command = new ArrayList<>(under);
        command.add(JAVA);
        command.addAll(SOON);
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(List.of(serving(arguments)));
        return serve(folder, Map.of(), command);
    }

    static Serving serve(Path folder, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        var console = folder.resolve("serve" + ++started + ".out");
        var building = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(console.toFile());
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

    /**
     * Below those that the system gives to outgoing connections: between here and the start of whoever listens none of
     * thousands takes it.
     */
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

    private static String[] serving(String... arguments) {
        return Stream.concat(Stream.of("serve"), Stream.of(arguments)).toArray(String[]::new);
    }

    private static List<String> unpacked(String... arguments) {
        return java(Unpacked.options(List.of()), arguments);
    }

    static List<String> java(List<String> options, String... arguments) {
        var command = new ArrayList<>(List.of(JAVA));
        command.addAll(SOON);
        command.addAll(options);
        command.add("org.daywatch.Daywatch");
        command.addAll(List.of(arguments));
        return command;
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
