package org.daywatch.training.editions.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.daywatch.platform.cli.ExitCodes;
import org.daywatch.platform.errors.InvalidInput;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code daywatch KIND check FILE…}: no installation is needed. */
public abstract class EditionCheckCommand<T> implements Callable<Integer> {

    private final EditionKind<T> kind;

    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", arity = "1..*",
            description = "Files, JSON. Give all languages of an edition to have them compared.") List<Path> files = List
                    .of();

    @Option(names = "--json",
            description = "Print one JSON object with schema and version instead of text.") boolean json;

    protected EditionCheckCommand(EditionKind<T> kind) {
        this.kind = kind;
    }

    @Override
    public final Integer call() {
        var check = EditionCheck.of(kind,
                files.stream().map(file -> new EditionCheck.Given(file.toString(), bytes(file))).toList());
        var out = spec.commandLine().getOut();
        if (json) out.println(check.json());
        else check.lines().forEach(out::println);
        out.flush();
        return check.fine() ? ExitCodes.DONE : ExitCodes.FOUND_WRONG;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new InvalidInput("FILE", file.toString(),
                    "Cannot be read; name a file that is there and may be read.");
        }
    }
}
