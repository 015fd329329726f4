package org.daywatch.relationships.threats.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.platform.web.kit.Field;
import org.daywatch.relationships.threats.cases.NextStep;
import org.daywatch.relationships.threats.cases.Stage;
import org.daywatch.relationships.threats.cases.TeamPart;
import org.daywatch.relationships.threats.cases.ThreatCase;
import org.daywatch.relationships.threats.prompts.Prompt;

/** How cases are said on pages. */
public final class ThreatWords {

    /** What, who and by when. */
    private static final int FIELDS = 3;

    private ThreatWords() {}

    public static Chip stage(Page page, ThreatCase c) {
        String word = page.t("threats.stage." + c.stage());
        return switch (c.stage()) {
            case CLOSED, FADED -> Chip.quiet(word);
            case TRANSIENT -> Chip.good(word);
            case OPENED, GATHERED, SUBSTANTIVE, PLANNED, MONITORED -> Chip.info(word);
        };
    }

    public static String next(Page page, NextStep next) {
        return next.by().map(day -> page.t("threats.next." + next.kind() + ".by", page.when().date(day)))
                .orElseGet(() -> page.t("threats.next." + next.kind()));
    }

    public static String parts(Page page, List<TeamPart> parts) {
        return parts.stream().map(part -> page.t("threats.part." + part)).collect(Collectors.joining(", "));
    }

    /** One of the stages on the way; {@code past} where it is done, {@code here} where the case stands. */
    public record OnTheWay(String words, boolean past, boolean here) {}

    /** The way of this case: one that was transient fades, and until that is decided the longer one is shown. */
    public static List<OnTheWay> way(Page page, ThreatCase c) {
        var stages = c.stage() == Stage.TRANSIENT
                ? List.of(Stage.OPENED, Stage.GATHERED, Stage.TRANSIENT, Stage.FADED)
                : List.of(Stage.OPENED, Stage.GATHERED, Stage.SUBSTANTIVE, Stage.PLANNED, Stage.MONITORED,
                        Stage.CLOSED);
        var way = new ArrayList<OnTheWay>();
        for (var stage : stages) {
            boolean asked = stage == Stage.SUBSTANTIVE && c.classification() == null;
            way.add(new OnTheWay(page.t(asked ? "threats.stage.decision" : "threats.stage." + stage),
                    stage.compareTo(c.stage()) < 0, stage == c.stage()));
        }
        return way;
    }

    /** What was answered in a section, by what was asked. */
    public static Map<String, String> answers(Page page, List<Prompt> prompts, Prompt.Section section,
            Map<String, String> gathered) {
        var answers = new LinkedHashMap<String, String>();
        for (var p : prompts) {
            String answer = gathered.getOrDefault(p.code(), "");
            if (p.section() == section && !answer.isBlank()) answers.put(page.t("threats.prompt." + p.code()), answer);
        }
        return answers;
    }

    /** What, who and by when, for each task of the form. */
    public static List<Field> taskFields(Page page) {
        var fields = new ArrayList<Field>();
        for (int i = 0; i < GatheringPages.TASKS; i++) {
            fields.add(Field.text("what" + i, page.t("threats.task.what")).with("maxlength", 500));
            fields.add(Field.text("who" + i, page.t("threats.task.who")).with("maxlength", 200));
            fields.add(Field.date("due" + i, page.t("threats.task.due")));
        }
        return Field.filled(page, fields);
    }

    /** The fields of one task, from 0. */
    public static List<Field> ofTask(List<Field> fields, int task) {
        return fields.subList(task * FIELDS, (task + 1) * FIELDS);
    }

    public static int tasks(List<Field> fields) {
        return fields.size() / FIELDS;
    }

    /** Something stands in this task, or in one after it. */
    public static boolean begun(List<Field> fields, int task) {
        return fields.stream().skip((long) task * FIELDS).anyMatch(f -> !f.value().isEmpty() || f.error() != null);
    }

    /** How things stand with the parent, in a line. */
    public static String parent(Page page, ThreatCase c) {
        if (c.file().told().isEmpty()) return page.t("threats.parent.none");
        var last = c.file().told().getLast();
        return page.t("threats.parent.line", page.when().date(last.day()), page.t("threats.how." + last.how()));
    }
}
