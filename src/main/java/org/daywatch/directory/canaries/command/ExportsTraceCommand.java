package org.daywatch.directory.canaries.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.UUID;
import org.daywatch.directory.canaries.CanaryWatch;
import org.daywatch.platform.cli.ExitCodes;
import org.daywatch.platform.cli.InstallationCommand;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code daywatch exports trace FILE}: docs/formats/exports-trace.md. */
@Command(name = "trace", mixinStandardHelpOptions = true,
        description = "Say which downloaded list of students a file came from, by the invented student it carries.")
class ExportsTraceCommand extends InstallationCommand {

    @Spec CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A text file, such as a CSV.") Path file;

    @Override
    protected void prepare() {
        if (!Files.isRegularFile(file) || !Files.isReadable(file))
            throw new InvalidInput("FILE", file.toString(), "There is no such file, or this user may not read it.");
    }

    @Override
    protected int run(ConfigurableApplicationContext installation) throws IOException {
        UUID agency = agency(installation);
        var districts = Tenancy.as(Scope.system(agency),
                () -> installation.getBean(Organizations.class).listOwn("DISTRICT"));
        var found = new ArrayList<TracedText.Found>();
        for (var district : districts) {
            try (var lines = lines()) {
                Tenancy.as(Scope.system(district.id()),
                        () -> installation.getBean(CanaryWatch.class).trace(lines.lines()))
                        .forEach(traced -> found.add(new TracedText.Found(district.name(), traced)));
            }
        }
        var out = spec.commandLine().getOut();
        out.println(json ? TracedText.json(found) : TracedText.plain(found));
        out.flush();
        return found.isEmpty() ? ExitCodes.DONE : ExitCodes.FOUND_WRONG;
    }

    /** Whatever it is: what is no text has no marker in it. */
    private BufferedReader lines() throws IOException {
        return new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE)));
    }
}
