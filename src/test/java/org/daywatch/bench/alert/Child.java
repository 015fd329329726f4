package org.daywatch.bench.alert;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A process of the benchmark: its lines, its memory, its CPU. */
final class Child implements AutoCloseable {

    private final Process process;
    private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private Child(Process process) {
        this.process = process;
        Thread.ofPlatform().daemon().start(() -> read(process));
    }

    static Child java(Path errors, List<String> options, Class<?> main, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
                "-Dorg.jooq.no-logo=true", "-Dorg.jooq.no-tips=true"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return start(errors, command);
    }

    static Child start(Path errors, List<String> command) throws IOException {
        return new Child(new ProcessBuilder(command).redirectError(errors.toFile()).start());
    }

    private void read(Process process) {
        try (var in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line; (line = in.readLine()) != null;) lines.add(line);
        } catch (IOException e) {
            lines.add("ended " + e);
        }
    }

    void say(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /** The next line that begins with this word or these words, in its parts; whatever else it says is passed over. */
    String[] next(String word) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
        while (System.nanoTime() < until) {
            String line = lines.poll(1, TimeUnit.SECONDS);
            if (line != null && line.startsWith(word + " ")) return line.split(" ");
            if (line == null && !process.isAlive()) break;
        }
        throw new IllegalStateException("no answer '" + word + "' from process " + process.pid());
    }

    /** The next line of each of these, in whatever order they come; by the word it begins with. */
    Map<String, String[]> nextOfEach(String... words) throws InterruptedException {
        var found = new HashMap<String, String[]>();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
        while (found.size() < words.length && System.nanoTime() < until) {
            String line = lines.poll(1, TimeUnit.SECONDS);
            if (line == null && !process.isAlive()) break;
            if (line != null && List.of(words).contains(line.split(" ")[0]))
                found.putIfAbsent(line.split(" ")[0], line.split(" "));
        }
        if (found.size() < words.length)
            throw new IllegalStateException(
                    "no answer " + List.of(words) + " from process " + process.pid() + " but " + found.keySet());
        return found;
    }

    /** Of all memory that belongs to it, in megabytes, as the kernel counts it. */
    long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(l -> l.startsWith("VmRSS:"))
                .mapToLong(l -> Long.parseLong(l.replaceAll("[^0-9]", "")) / 1024).findFirst().orElse(0);
    }

    /** User and system time in milliseconds. */
    long cpuMillis() {
        return process.info().totalCpuDuration().orElseThrow().toMillis();
    }

    /** Used heap after a full collection, in megabytes; asked with the JDK's own tool. */
    long heapMegabytes() throws IOException, InterruptedException {
        run("GC.run");
        return run("GC.heap_info").lines().filter(l -> l.matches(".*(DefNew|Tenured|generation).* used [0-9]+K.*"))
                .mapToLong(l -> Long.parseLong(l.replaceAll(".* used ([0-9]+)K.*", "$1"))).sum() / 1024;
    }

    private String run(String what) throws IOException, InterruptedException {
        var tool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(process.pid()), what).redirectErrorStream(true).start();
        String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        tool.waitFor();
        return said;
    }

    /** As when the machine is lost: nothing is said to anybody. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(15, TimeUnit.SECONDS)) process.destroyForcibly();
    }
}
