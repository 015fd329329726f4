package org.daywatch.platform.setup.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.daywatch.platform.cli.ExitCodes;
import org.daywatch.platform.cli.InstallationCommand;
import org.daywatch.platform.setup.SetupProgress.Line;
import org.daywatch.platform.setup.SetupProgress;
import org.daywatch.platform.setup.SetupStep.State;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.daywatch.platform.texts.Texts;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code daywatch setup check}: docs/formats/setup-check.md. The same steps as on the page, with an exit code. */
@Command(name = "check", mixinStandardHelpOptions = true,
        description = "Say which steps of the set-up are done and what comes next; exit code 1 while a needed one is missing.",
        footer = {"", "Format: docs/formats/setup-check.md."})
class SetupCheckCommand extends InstallationCommand {

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    protected int run(ConfigurableApplicationContext installation) {
        var agency = agency(installation);
        var name = installation.getBean(Tenants.class).agencies().stream().filter(a -> a.id().equals(agency))
                .findFirst().orElseThrow().name();
        var lines = Tenancy.as(Scope.system(agency), installation.getBean(SetupProgress.class)::lines);
        progress.close();
        var out = spec.commandLine().getOut();
        var words = installation.getBean(Texts.class);
        if (json)
            out.println(JsonMapper.builder().build().writerWithDefaultPrettyPrinter()
                    .writeValueAsString(json(name, lines, words)));
        else
            text(name, lines, words).forEach(out::println);
        out.flush();
        return SetupProgress.complete(lines) ? ExitCodes.DONE : ExitCodes.FOUND_WRONG;
    }

    static List<String> text(String agency, List<Line> lines, Texts words) {
        var text = new ArrayList<String>();
        text.add(agency + ": " + words.of("en", "setup.said",
                lines.stream().filter(l -> l.reading().state() == State.DONE).count(), lines.size()));
        int number = 0;
        for (var line : lines) {
            text.add("%2d. %-8s %s: %s".formatted(++number, line.later() && line.open() ? "later" : state(line, words),
                    title(line, words), says(line, words)));
        }
        SetupProgress.next(lines).ifPresent(
                next -> text.add("Next: " + words.of("en", next.go(words::has)) + " (" + next.reading().href() + ")"));
        return text;
    }

    static Map<String, Object> json(String agency, List<Line> lines, Texts words) {
        var said = new LinkedHashMap<String, Object>();
        said.put("schema", "daywatch.setup-check");
        said.put("version", 1);
        said.put("agency", agency);
        said.put("complete", SetupProgress.complete(lines));
        said.put("steps", lines.stream().map(line -> {
            var step = new LinkedHashMap<String, Object>();
            step.put("step", line.step().key());
            step.put("title", title(line, words));
            step.put("state", line.reading().state().name());
            step.put("needed", line.step().needed());
            step.put("left_for_later", line.later());
            step.put("says", says(line, words));
            step.put("page", line.reading().href());
            return step;
        }).toList());
        said.put("next", SetupProgress.next(lines).map(l -> l.step().key()).orElse(""));
        return said;
    }

    private static String state(Line line, Texts words) {
        return line.reading().state() == State.NOT_BEGUN && !line.step().needed()
                ? words.of("en", "setup.state.optional")
                : words.of("en", "setup.state." + line.reading().state());
    }

    private static String title(Line line, Texts words) {
        return words.of("en", "setup.step." + line.step().key());
    }

    private static String says(Line line, Texts words) {
        return words.of("en", "setup.step." + line.step().key() + ".said." + line.reading().said(),
                line.reading().figures().toArray());
    }
}
