package org.daywatch.directory.programs.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.daywatch.directory.Due;
import org.daywatch.directory.Requirement.Kind;
import org.daywatch.directory.programs.catalog.Demand;
import org.daywatch.platform.intake.RefusedCell;
import tools.jackson.databind.json.JsonMapper;

/** A due list for people and for machines. */
final class DueText {
    private static final String NOTHING_GIVEN = "No file of what was done was given: nothing counts as done.";

    private DueText() {}

    static List<String> lines(DueAnswer answer) {
        var lines = new ArrayList<String>();
        lines.add(answer.state() + ", school year " + answer.year().firstDay() + " to " + answer.year().lastDay() + ", "
                + answer.year().sessions().size() + " days of school, as of " + answer.asOf());
        answer.programs().forEach(p -> lines.add(p.program().code() + ": " + p.program().name()));
        notes(answer).forEach(lines::add);
        lines.add("");
        for (Due due : answer.due()) {
            lines.add("by " + due.by() + "  " + pad(state(due), 9) + "  " + due.requirement().subject() + " "
                    + due.number() + " of " + answer.of(due) + ", from " + due.from()
                    + (due.doneOn() == null ? "" : ", done on " + due.doneOn())
                    + (due.requirement().rule().toConfirm() ? " (number to be confirmed)" : ""));
        }
        return lines;
    }

    static String line(RefusedCell cell) {
        return cell.file() + ", line " + cell.line() + ", " + cell.field() + " \"" + cell.value() + "\": "
                + cell.reason();
    }

    static String json(DueAnswer answer) {
        var said = new LinkedHashMap<String, Object>();
        said.put("schema", "daywatch.program-due");
        said.put("version", 1);
        said.put("state", answer.state());
        said.put("as_of", answer.asOf().toString());
        said.put("school", answer.school().name());
        said.put("school_year", year(answer));
        said.put("programs",
                answer.programs().stream().map(p -> Map.of("code", p.program().code(), "name", p.program().name()))
                        .map(java.util.TreeMap::new).toList());
        said.put("done_given", answer.doneGiven());
        said.put("notes", notes(answer));
        said.put("due", answer.due().stream().map(due -> due(answer, due)).toList());
        said.put("without_number", answer.withoutNumber().stream().map(DueText::open).toList());
        said.put("refused", answer.refused().stream().map(DueText::cell).toList());
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(said);
    }

    private static List<String> notes(DueAnswer answer) {
        var notes = new ArrayList<String>();
        if (!answer.doneGiven()) notes.add(NOTHING_GIVEN);
        answer.withoutNumber()
                .forEach(d -> notes.add(
                        d.code() + " has no number with a source, so nothing of it is listed. Give one with --number "
                                + d.code() + "=N or in the school's file."));
        if (!answer.refused().isEmpty())
            notes.add((answer.refused().size() == 1 ? "1 cell was" : answer.refused().size() + " cells were")
                    + " refused; the list is made from the rest.");
        return notes;
    }

    private static Map<String, Object> year(DueAnswer answer) {
        var year = new LinkedHashMap<String, Object>();
        year.put("first_day", answer.year().firstDay().toString());
        year.put("last_day", answer.year().lastDay().toString());
        year.put("second_half", answer.year().secondHalf().toString());
        year.put("school_days", answer.year().sessions().size());
        return year;
    }

    private static Map<String, Object> due(DueAnswer answer, Due due) {
        var rule = due.requirement().rule();
        var said = new LinkedHashMap<String, Object>();
        said.put("kind", due.requirement().kind().name().toLowerCase(Locale.ROOT));
        said.put("program", due.requirement().program());
        said.put("requirement", rule.code());
        said.put("subject", due.requirement().subject());
        said.put("number", due.number());
        said.put("of", answer.of(due));
        said.put("from", due.from().toString());
        said.put("by", due.by().toString());
        said.put("state", state(due));
        said.put("done_on", Objects.toString(due.doneOn(), null));
        said.put("evidence", due.evidence());
        said.put("value", rule.value());
        said.put("rule", rule.version());
        said.put("source", rule.source());
        said.put("to_confirm", rule.toConfirm());
        return said;
    }

    /** A ceiling has nothing to miss: what is listed of it was too much. */
    private static String state(Due due) {
        return due.requirement().kind() == Kind.CEILING ? "EXCESS" : due.state().name();
    }

    private static Map<String, Object> open(Demand demand) {
        var said = new LinkedHashMap<String, Object>();
        said.put("kind", demand.kind().name().toLowerCase(Locale.ROOT));
        said.put("program", demand.program());
        said.put("requirement", demand.code());
        said.put("subject", demand.subject());
        return said;
    }

    private static Map<String, Object> cell(RefusedCell cell) {
        var said = new LinkedHashMap<String, Object>();
        said.put("file", cell.file());
        said.put("line", cell.line());
        said.put("field", cell.field());
        said.put("value", cell.value());
        said.put("reason", cell.reason());
        return said;
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
