package org.daywatch.relationships.triage.lines.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.cli.ExitCodes;
import org.daywatch.platform.cli.InstallationCommand;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.intake.IntakeRefused;
import org.daywatch.platform.intake.RefusedCell;
import org.daywatch.platform.intake.TextFile;
import org.daywatch.platform.json.JsonText;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.texts.Texts;
import org.daywatch.relationships.triage.lines.LineTips;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code daywatch tips import FILE}: what a state's tip line hands over. */
@Command(name = "import", mixinStandardHelpOptions = true,
        description = {"Take in tips that a state's tip line hands over by file.",
                "Good rows are taken without the bad ones; a tip that was taken before is not taken twice. The file is not kept."},
        footer = {"", "Format: docs/formats/tips-import.md."})
public class TipsImportCommand extends InstallationCommand {

    private static final long LARGEST = 8L << 20;

    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The line's file, as CSV.") Path file = Path.of("");

    @Option(names = "--district",
            description = "Name or national number of the district; needed only where there are several.") @Nullable String district;

    @Override
    protected int run(ConfigurableApplicationContext installation) throws Exception {
        var agency = agency(installation);
        if (!Files.isReadable(file) || Files.isDirectory(file))
            throw new InvalidInput("FILE", file.toString(), "Name a file that is there and may be read.");
        if (Files.size(file) > LARGEST)
            throw new InvalidInput("FILE", file.toString(), "The file is larger than 8 MB. Split it.");
        var texts = installation.getBean(Texts.class);
        var of = district(installation, agency);
        LineTips.Taken taken;
        try {
            var text = TextFile.open(file, String.valueOf(file.getFileName()));
            taken = Tenancy.as(Scope.system(of), () -> installation.getBean(LineTips.class).take(of, text));
        } catch (IntakeRefused whole) {
            throw new InvalidInput("FILE", file.toString(), whole.getMessage());
        }
        say(spec.commandLine().getOut(), texts, taken);
        return taken.refused().isEmpty() ? ExitCodes.DONE : ExitCodes.REFUSED;
    }

    private void say(PrintWriter out, Texts texts, LineTips.Taken taken) {
        var refused = taken.refused().stream().map(TipsImportCommand::refused).toList();
        if (json) {
            out.print(new String(new JsonText("daywatch.tips-import").field("file", String.valueOf(file.getFileName()))
                    .field("taken", taken.taken()).field("before", taken.before()).list("refused", refused.iterator())
                    .bytes(), StandardCharsets.UTF_8));
        } else {
            out.println(texts.of("en", "linetips.said", taken.taken(), taken.before()));
            refused.forEach(one -> out.println("line " + one.get("line") + ", " + one.get("field") + ": "
                    + one.get("message")));
        }
        out.flush();
    }

    private static Map<String, Object> refused(RefusedCell cell) {
        var line = new LinkedHashMap<String, Object>();
        line.put("line", cell.line());
        line.put("field", cell.field());
        line.put("value", cell.value());
        line.put("message", cell.reason());
        return line;
    }

    private UUID district(ConfigurableApplicationContext installation, UUID agency) {
        var all = Tenancy.as(Scope.system(agency),
                () -> installation.getBean(Organizations.class).listOwn("DISTRICT"));
        var found = all.stream().filter(d -> district == null
                ? all.size() == 1
                : d.name().equalsIgnoreCase(district) || district.equals(d.externalId())).toList();
        if (found.size() == 1) return found.getFirst().id();
        throw new InvalidInput("--district", String.valueOf(district),
                "Name one district by its name or national number; known are "
                        + all.stream().limit(20).map(d -> d.name() + " (" + d.externalId() + ")").toList());
    }
}
