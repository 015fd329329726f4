package org.daywatch.transparency.programmes.exceptions;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A board's exception from having an officer at a campus.
 *
 * @param alternative the standard the campus meets instead, in the board's words
 * @param boardDay the day on which the board decided
 * @param renewBy its last day; null where no rule says how long it holds
 * @param ruleVersion the rule that says so; empty where none does
 */
public record CampusException(UUID id, UUID schoolId, Reason reason, String alternative, LocalDate boardDay, @Nullable LocalDate renewBy, String ruleVersion, String by) {

    public enum Reason { FUNDING, PERSONNEL }

    /** The one that was decided last by that day. @param decided the earliest first */
    public static @Nullable CampusException last(List<CampusException> decided, LocalDate day) {
        return decided.stream().filter(e -> !e.boardDay.isAfter(day)).reduce((a, b) -> b).orElse(null);
    }

    public boolean holds(LocalDate day) {
        return !boardDay.isAfter(day) && (renewBy == null || !renewBy.isBefore(day));
    }
}
