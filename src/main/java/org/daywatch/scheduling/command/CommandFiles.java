package org.daywatch.scheduling.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.daywatch.platform.cli.ExitCodes;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.json.FileRefused;
import org.daywatch.scheduling.check.files.Unreadable;
import org.daywatch.scheduling.problem.ScheduleFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine;

/** What the commands share: reading their files, and saying plainly why one was not taken. */
final class CommandFiles {

    private CommandFiles() {}

    static byte[] bytes(CommandSpec spec, Path file) throws IOException {
        if (!Files.isRegularFile(file))
            throw new ParameterException(spec.commandLine(), "There is no file " + file + ".");
        if (!Files.isReadable(file))
            throw new ParameterException(spec.commandLine(), "The file " + file + " may not be read.");
        return ScheduleFile.bytes(file);
    }

    /** Reads with the file's name in front of what is refused. */
    static <T> T read(Path file, byte[] bytes, Function<byte[], T> reader) {
        try {
            return reader.apply(bytes);
        } catch (FileRefused refused) {
            throw new NotTaken(file + " was refused.\n" + refused.getMessage());
        }
    }

    /** Runs a command; its refusals go to standard error with exit code 2. */
    static int run(CommandLine line, Work work) throws Exception {
        try {
            return work.run();
        } catch (NotTaken | Unreadable refused) {
            line.getErr().println(refused.getMessage());
        } catch (InvalidInput refused) {
            refused.errors().forEach(e -> line.getErr().println(e.field() + " \"" + e.value() + "\": " + e.message()));
        }
        line.getErr().flush();
        return ExitCodes.REFUSED;
    }

    @FunctionalInterface
    interface Work {
        int run() throws Exception;
    }

    /** A file that was refused, with its name. */
    static final class NotTaken extends RuntimeException {
        NotTaken(String message) {
            super(message);
        }
    }
}
