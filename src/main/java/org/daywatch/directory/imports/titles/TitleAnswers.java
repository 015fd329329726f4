package org.daywatch.directory.imports.titles;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.intake.ReadTitle;
import org.daywatch.directory.intake.Sureness;

/** What a person answered about titles, from a form: each is named by the line it first stands on. */
public final class TitleAnswers {
    /** All likely ones at once. */
    public static final String ALL = "all";

    private TitleAnswers() {}

    /**
     * By title: a kind of day, or NONE. A likely reading counts when it is ticked or changed, another when something is
     * chosen.
     */
    public static Map<String, String> read(List<ReadTitle> questions, Map<String, String> form) {
        var said = new LinkedHashMap<String, String>();
        boolean all = form.containsKey(ALL);
        for (ReadTitle question : questions) {
            boolean likely = question.sureness() == Sureness.LIKELY;
            String chosen = form.getOrDefault("reads." + question.line(), "");
            if (all && likely) said.put(question.title(), question.reads());
            else
                if (!all && isWord(chosen)
                        && (!likely || form.containsKey("ok." + question.line()) || !chosen.equals(question.reads())))
                    said.put(question.title(), chosen);
        }
        return said;
    }

    static boolean isWord(String reads) {
        return reads.equals(TitleReading.NOTHING)
                || Arrays.stream(DayKind.values()).anyMatch(kind -> kind.name().equals(reads));
    }
}
