package org.daywatch.prevention.instruments.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.daywatch.platform.cli.ExitCodes;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.prevention.instruments.InstrumentReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code daywatch instrument check FILE}: no installation is needed. */
@Command(name = "check", mixinStandardHelpOptions = true,
        description = "Check an instrument's file: every fault with its place, its value and what to write; no installation is needed.",
        footer = {"", "Format: docs/formats/instrument.md."})
class InstrumentCheckCommand implements Callable<Integer> {

    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The instrument, JSON.") Path file = Path.of("");

    @Option(names = "--json",
            description = "Print one JSON object with schema and version instead of text.") boolean json;

    @Override
    public Integer call() {
        var check = new InstrumentCheck(InstrumentReader.read(bytes()));
        var out = spec.commandLine().getOut();
        if (json) out.println(check.json());
        else check.lines().forEach(out::println);
        out.flush();
        return check.fine() ? ExitCodes.DONE : ExitCodes.FOUND_WRONG;
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new InvalidInput("FILE", file.toString(),
                    "Cannot be read; name a file that is there and may be read.");
        }
    }
}
