package org.daywatch.relationships.threats.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.platform.web.kit.Field;
import org.daywatch.platform.web.kit.Field.Option;
import org.daywatch.relationships.threats.cases.AssessmentModel;
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
        String word = stage(page, c, c.stage());
        return switch (c.stage()) {
            case CLOSED, FADED -> Chip.quiet(word);
            case TRANSIENT -> Chip.good(word);
            case OPENED, GATHERED, SUBSTANTIVE, PLANNED, MONITORED -> Chip.info(word);
        };
    }

    public static String next(Page page, ThreatCase c, NextStep next) {
        return next.by().map(day -> page.t("threats.next." + next.kind() + ".by", page.when().date(day)))
                .orElseGet(() -> say(page, c, "threats.next." + next.kind()));
    }

    /** As the model of the case says it, where it says it otherwise than the first one. */
    public static String say(Page page, ThreatCase c, String key) {
        String other = key + "." + c.under().model();
        return page.t(page.has(other) ? other : key);
    }

    /** Under levels a case that was decided stands at its level. */
    private static String stage(Page page, ThreatCase c, Stage stage) {
        boolean level = stage == Stage.TRANSIENT || stage == Stage.SUBSTANTIVE;
        return level && c.under().model() == AssessmentModel.LEVELS && c.classification() != null
                ? page.t("threats.level." + c.classification())
                : page.t("threats.stage." + stage);
    }

    /** Of whom somebody else may write down the decision. */
    public static List<Option> named(Page page, ThreatCase c) {
        return c.under().model().named().stream()
                .map(part -> new Option(part.name(), say(page, c, "threats.part." + part))).toList();
    }

    public static String parts(Page page, ThreatCase c, List<TeamPart> parts) {
        return parts.stream().map(part -> say(page, c, "threats.part." + part)).collect(Collectors.joining(", "));
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
            way.add(new OnTheWay(asked ? page.t("threats.stage.decision") : stage(page, c, stage),
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
