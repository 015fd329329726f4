package org.daywatch.directory.imports.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.daywatch.directory.intake.ImportKind;
import org.daywatch.directory.intake.ImportReport;
import org.daywatch.directory.intake.ReadTitle;
import org.daywatch.directory.intake.ReadYear;
import org.daywatch.directory.intake.Sureness;
import org.daywatch.platform.intake.RefusedCell;
import tools.jackson.databind.json.JsonMapper;

/** The report of an import as docs/formats/import-report.md describes it, and as a person reads it in a terminal. */
final class ImportReportText {
    static final String SCHEMA = "daywatch.import-report";
    static final int VERSION = 1;

    private ImportReportText() {}

    /** @param next what is still missing, in sentences */
    static String json(ImportReport report, List<String> next) {
        var object = head(report.kind(), report.file(), report.preview());
        object.put("read", report.read());
        object.put("accepted", report.accepted());
        object.put("refused", report.refusedRows());
        object.put("created", report.created());
        object.put("updated", report.updated());
        object.put("unchanged", report.unchanged());
        object.put("problems", report.refused().stream().map(ImportReportText::problem).toList());
        object.put("notes", report.notes());
        if (report.calendar().year() != null) {
            object.put("year", year(report.calendar().year()));
            object.put("titles", report.calendar().titles().stream().map(ImportReportText::title).toList());
        }
        if (!report.preview()) object.put("next", next);
        return text(object);
    }

    /** The whole file was refused: there are no counts to tell. */
    static String refused(ImportKind kind, String file, boolean dryRun, String why) {
        var object = head(kind, file, dryRun);
        object.put("fileRefused", why);
        return text(object);
    }

    private static Map<String, Object> head(ImportKind kind, String file, boolean dryRun) {
        var object = new LinkedHashMap<String, Object>();
        object.put("schema", SCHEMA);
        object.put("version", VERSION);
        object.put("kind", kind.word());
        object.put("file", file);
        object.put("dryRun", dryRun);
        return object;
    }

    private static String text(Map<String, Object> object) {
        return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(object);
    }

    private static Map<String, Object> problem(RefusedCell cell) {
        var object = new LinkedHashMap<String, Object>();
        if (!cell.file().isEmpty()) object.put("file", cell.file());
        object.put("line", cell.line());
        object.put("field", cell.field());
        object.put("value", cell.value());
        object.put("reason", cell.reason());
        return object;
    }

    private static Map<String, Object> year(ReadYear year) {
        var object = new LinkedHashMap<String, Object>();
        object.put("firstDay", year.firstDay().toString());
        object.put("lastDay", year.lastDay().toString());
        object.put("days", year.days());
        object.put("daysIfLikely", year.daysIfLikely());
        if (year.told() != null) object.put("told", year.told());
        return object;
    }

    private static Map<String, Object> title(ReadTitle title) {
        var object = new LinkedHashMap<String, Object>();
        object.put("title", title.title());
        object.put("line", title.line());
        object.put("events", title.events());
        object.put("days", title.days());
        if (title.firstDay() != null) object.put("firstDay", title.firstDay().toString());
        if (!title.reads().isEmpty()) object.put("reads", title.reads());
        object.put("sureness", title.sureness().name());
        object.put("reason", title.reason());
        if (title.decidedOn() != null) object.put("decidedOn", title.decidedOn().toString());
        object.put("applied", title.applied());
        return object;
    }

    /** @param reasons the words for a reason */
    static String plain(ImportReport report, List<String> next, UnaryOperator<String> reasons) {
        List<String> lines = new ArrayList<>(List.of(plain(report, next)));
        var year = report.calendar().year();
        if (year != null)
            lines.add("  days of school: " + year.days()
                    + (year.daysIfLikely() == year.days() ? "" : ", with everything likely " + year.daysIfLikely())
                    + (year.told() == null ? "" : "; the calendar itself says " + year.told()));
        for (ReadTitle title : report.calendar().titles()) {
            if (title.closes() && title.days() > 0)
                lines.add("  no school: \"" + title.title() + "\" (" + title.reads() + "), " + days(title));
        }
        for (ReadTitle title : report.calendar().questions()) {
            lines.add("  " + (title.sureness() == Sureness.LIKELY ? "likely" : "ask") + ": line " + title.line()
                    + ", \"" + title.title() + "\", "
                    + (title.reads().isEmpty() ? "" : "perhaps " + title.reads() + ", ") + days(title) + ": "
                    + reasons.apply(title.reason()));
        }
        if (report.calendar().questions().isEmpty()) return String.join(System.lineSeparator(), lines);
        lines.add("  These titles change nothing until they are decided: --accept-likely takes the likely ones;"
                + " the others are decided on the import's page or by X-DAYWATCH-KIND.");
        return String.join(System.lineSeparator(), lines);
    }

    private static String days(ReadTitle title) {
        return title.days() + (title.days() == 1 ? " day on " : " days from ") + title.firstDay();
    }

    static String plain(ImportReport report, List<String> next) {
        List<String> lines = new ArrayList<>();
        lines.add(report.file() + (report.preview() ? " (dry run, nothing written)" : ""));
        lines.add(
                "  read %d, accepted %d, refused %d".formatted(report.read(), report.accepted(), report.refusedRows()));
        lines.add((report.preview()
                ? "  would be created %d, updated %d, unchanged %d"
                : "  created %d, updated %d, unchanged %d")
                .formatted(report.created(), report.updated(), report.unchanged()));
        report.notes().forEach(note -> lines.add("  " + note));
        for (RefusedCell cell : report.refused()) {
            String file = cell.file().isEmpty() ? "" : cell.file() + ", ";
            lines.add("  refused: " + file + "line " + cell.line() + ", " + cell.field() + " \"" + cell.value() + "\" "
                    + cell.reason());
        }
        next.forEach(step -> lines.add("  next: " + step));
        return String.join(System.lineSeparator(), lines);
    }
}
