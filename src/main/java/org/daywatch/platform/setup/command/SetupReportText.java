package org.daywatch.platform.setup.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.daywatch.platform.identity.recovery.command.AdministratorLinks;
import org.daywatch.platform.json.FileRefused;
import org.daywatch.platform.json.Flaw;
import org.daywatch.platform.setup.SetupProgress;
import org.daywatch.platform.setup.file.SetupReport.Change;
import org.daywatch.platform.setup.file.SetupReport.Line;
import org.daywatch.platform.setup.file.SetupReport.Outcome;
import org.daywatch.platform.setup.file.SetupReport.Section;
import org.daywatch.platform.setup.file.SetupReport.State;
import org.daywatch.platform.setup.file.SetupReport;
import org.daywatch.platform.texts.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What became of a set-up file, for people and as docs/formats/setup.md describes it. */
record SetupReportText(Path file, SetupReport report, Texts words, @Nullable Link link) {

    /** Over which the first administrator sets a password. */
    record Link(AdministratorLinks.Link to, String address) {}

    String plain() {
        var text = new ArrayList<String>();
        text.add(file.getFileName() + (report.dry() ? " (dry run, nothing written)" : ""));
        report.sections().forEach(s -> section(s, text));
        text.add((report.dry()
                ? "%d would be created, %d changed, %d unchanged"
                : "%d created, %d changed, %d unchanged").formatted(report.count(Outcome.CREATED),
                        report.count(Outcome.CHANGED),
                        report.count(Outcome.UNCHANGED)));
        if (link != null)
            text.add("%s sets a password at the following address, once, until %s:%n  %s".formatted(link.to().name(),
                    link.to().until(), link.address()));
        SetupProgress.next(report.steps())
                .ifPresent(next -> text.add("Next: " + go(next) + " (" + next.reading().href() + ")"));
        return String.join(System.lineSeparator(), text);
    }

    private static void section(Section s, List<String> text) {
        text.add(s.key() + switch (s.state()) {
            case DONE -> "";
            case REFUSED -> ": refused, nothing of it was kept";
            case LEFT -> ": not begun";
        });
        if (s.state() != State.DONE) return;
        for (var line : s.lines()) {
            String changes = line.changes().stream()
                    .map(c -> c.field() + " \"" + c.before() + "\" → \"" + c.after() + "\"")
                    .collect(Collectors.joining(", "));
            text.add("  %-9s  %s%s".formatted(line.outcome().name().toLowerCase(Locale.ROOT), line.what(),
                    changes.isEmpty() ? "" : ": " + changes));
        }
    }

    /** For the error stream. */
    List<String> refusals() {
        return report.sections().stream().filter(s -> s.refused() != null).map(s -> s.key() + ": " + s.refused())
                .toList();
    }

    String json() {
        var said = head(file, report.dry());
        said.put("sections", report.sections().stream().map(SetupReportText::json).toList());
        said.put("created", report.count(Outcome.CREATED));
        said.put("changed", report.count(Outcome.CHANGED));
        said.put("unchanged", report.count(Outcome.UNCHANGED));
        if (link != null) {
            said.put("link", new LinkedHashMap<>(Map.of("name", link.to().name(), "email", link.to().email(), "address",
                    link.address(), "until", link.to().until().toString())));
        }
        said.put("next", SetupProgress.next(report.steps()).map(n -> n.step().key()).orElse(""));
        return text(said);
    }

    /** The file as a whole was refused. */
    static String refused(Path file, boolean dry, FileRefused refused) {
        var said = head(file, dry);
        said.put("file_refused", refused.flaws().stream().map(SetupReportText::json).toList());
        return text(said);
    }

    private static Map<String, Object> head(Path file, boolean dry) {
        var said = new LinkedHashMap<String, Object>();
        said.put("schema", "daywatch.setup-apply");
        said.put("version", 1);
        said.put("file", String.valueOf(file.getFileName()));
        said.put("dry_run", dry);
        return said;
    }

    private static Map<String, Object> json(Section section) {
        var said = new LinkedHashMap<String, Object>();
        said.put("section", section.key());
        said.put("state", section.state().name());
        said.put("lines", section.lines().stream().map(SetupReportText::json).toList());
        if (section.refused() != null) said.put("refused", json(section.refused()));
        return said;
    }

    private static Map<String, Object> json(Line line) {
        var said = new LinkedHashMap<String, Object>();
        said.put("outcome", line.outcome().name());
        said.put("path", line.path());
        said.put("what", line.what());
        said.put("changes", line.changes().stream().map(SetupReportText::json).toList());
        return said;
    }

    private static Map<String, Object> json(Change change) {
        var said = new LinkedHashMap<String, Object>();
        said.put("field", change.field());
        said.put("before", change.before());
        said.put("after", change.after());
        return said;
    }

    private static Map<String, Object> json(Flaw flaw) {
        var said = new LinkedHashMap<String, Object>();
        said.put("line", flaw.line());
        said.put("path", flaw.path());
        said.put("value", flaw.value());
        said.put("advice", flaw.advice());
        return said;
    }

    private static String text(Map<String, Object> said) {
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(said);
    }

    private String go(SetupProgress.Line next) {
        return words.of("en", next.go(words::has));
    }
}
