package org.daywatch;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.daywatch._story.OwnProcess;

/**
 * Commands one after the other in one process of their own, with its environment and its clock: only the first one
 * starts a virtual machine. Each opens the installation anew and closes it, as in a process of its own. The one proof
 * that the jar's command starts and ends by itself is another test's.
 */
public final class CommandsInTurn implements AutoCloseable {

    public record Answer(int code, String out, String errors) {}

    private final Process process;
    private final BufferedWriter asks;
    private final BufferedReader answers;
    private final Path folder;

    private CommandsInTurn(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
        this.asks = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** @param folder where what they print is kept @param environment added to this process's own */
    public static CommandsInTurn in(Path folder, Map<String, String> environment) throws IOException {
        var building = new ProcessBuilder(
                OwnProcess.ofTheApplication(List.of(), CommandsInTurn.class, folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        building.environment().putAll(environment);
        return new CommandsInTurn(building.start(), folder);
    }

    public Answer run(List<String> arguments) throws IOException {
        asks.write(String.join("\u0001", arguments));
        asks.newLine();
        asks.flush();
        var code = answers.readLine();
        if (code == null) throw new AssertionError("the process ended at " + arguments);
        return new Answer(Integer.parseInt(code), Files.readString(folder.resolve("out")),
                Files.readString(folder.resolve("errors")));
    }

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var answers = System.out;
        var asks = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var ask = asks.readLine(); ask != null; ask = asks.readLine()) {
            int code;
            try (var out = printing(folder.resolve("out")); var errors = printing(folder.resolve("errors"))) {
                System.setOut(out);
                System.setErr(errors);
                code = Daywatch.commandLine().execute(ask.split("\u0001"));
            }
            answers.println(code);
        }
        System.exit(0);
    }

    private static PrintStream printing(Path file) throws IOException {
        return new PrintStream(Files.newOutputStream(file), true, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        asks.close();
        process.waitFor();
    }
}
