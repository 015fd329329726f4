package org.daywatch.mentoring.proposals;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a student may have as a mentor, and why; and why not each other one.
 *
 * @param fit null: nobody fits
 */
public record MentorProposal(UUID student, @Nullable Fit fit, List<NotThis> others) {

    /**
     * @param days of the term on which the two can meet, by weekday
     * @param wished the student asked for them
     */
    public record Fit(UUID mentor, Map<DayOfWeek, Integer> days, Set<String> interests, Set<String> languages,
            boolean wished) {

        public int allDays() {
            return days.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    public sealed interface NotThis {

        UUID mentor();
    }

    public record Vetoed(UUID mentor) implements NotThis {}

    /** @param last day on which all papers hold; null: one is missing */
    public record PapersEnd(UUID mentor, @Nullable LocalDate last) implements NotThis {}

    /** @param days on which the officer is here at all. @param longest minutes that both have on one of them */
    public record NeverMeets(UUID mentor, int days, int longest) implements NotThis {}

    public record Full(UUID mentor, Fit fit) implements NotThis {}

    /** They could, and another one fits better, or leaves somebody else without. */
    public record FitsLess(UUID mentor, Fit fit) implements NotThis {}
}
