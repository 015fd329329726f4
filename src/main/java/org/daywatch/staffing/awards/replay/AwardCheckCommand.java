package org.daywatch.staffing.awards.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.daywatch.platform.errors.InvalidInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code daywatch award check FILE}: for an auditor who was given a record and has no installation. */
@Command(name = "check", mixinStandardHelpOptions = true,
        description = "Work an award out again from a record in a file; no installation is needed.")
class AwardCheckCommand implements Callable<Integer> {

    @Spec CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A record as the award's page gives it.") Path file;

    @Option(names = "--json",
            description = "Print one JSON object with schema and version instead of text.") boolean json;

    @Override
    public Integer call() {
        try {
            return ReplayText.print(Replay.of(Files.readString(file), null), json, spec.commandLine().getOut());
        } catch (IOException e) {
            throw new InvalidInput("FILE", file.toString(),
                    "Cannot be read; name a file with an award's record in UTF-8.");
        }
    }
}
