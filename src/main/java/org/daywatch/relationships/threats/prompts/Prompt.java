package org.daywatch.relationships.threats.prompts;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing a team is asked about. It is answered in words: there is nothing to count.
 *
 * @param needed nothing is decided before it is answered
 */
public record Prompt(String code, Section section, int place, boolean needed, LocalDate firstDay,
        @Nullable LocalDate lastDay) {

    /** In the order in which they are asked: what protects the student comes first. */
    public enum Section {
        PROTECTIVE, WHAT, CONTEXT, CONCERNED, ACCESS, HELP
    }

    boolean holds(LocalDate day) {
        return !firstDay.isAfter(day) && (lastDay == null || !lastDay.isBefore(day));
    }

    /** Those of a day, as they are asked. */
    public static List<Prompt> of(Collection<Prompt> all, LocalDate day) {
        return all.stream().filter(p -> p.holds(day))
                .sorted(Comparator.comparing(Prompt::section).thenComparingInt(Prompt::place)).toList();
    }

    /** What has to be answered and is not. */
    public static List<Prompt> missing(Collection<Prompt> asked, Map<String, String> answers) {
        return asked.stream().filter(Prompt::needed).filter(p -> answers.getOrDefault(p.code(), "").isBlank())
                .toList();
    }
}
