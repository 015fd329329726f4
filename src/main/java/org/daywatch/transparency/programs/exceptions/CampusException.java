package org.daywatch.transparency.programs.exceptions;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An exception from having an officer at a campus: a board's, or the state marshal's written approval of its plan.
 *
 * @param alternative the standard the campus meets instead, in the board's words
 * @param approval number or words of the marshal's letter; empty where a board decided
 * @param boardDay the day on which the board decided, or the marshal approved
 * @param renewBy its last day; null where no rule says how long it holds
 * @param ruleVersion the rule that says so; empty where none does
 */
public record CampusException(UUID id, UUID schoolId, Reason reason, String approval, String alternative,
        LocalDate boardDay, @Nullable LocalDate renewBy, String ruleVersion, String by) {

    public enum Reason {
        FUNDING, PERSONNEL,
        /** No reason is asked for: the marshal approved a plan in writing. */
        MARSHAL_APPROVAL;

        /** Those a board may give. */
        public static List<Reason> ofBoards() {
            return Arrays.stream(values()).filter(r -> r != MARSHAL_APPROVAL).toList();
        }
    }

    public CampusException(UUID id, UUID schoolId, Reason reason, String alternative, LocalDate boardDay,
            @Nullable LocalDate renewBy, String ruleVersion, String by) {
        this(id, schoolId, reason, "", alternative, boardDay, renewBy, ruleVersion, by);
    }

    /** The one that was decided last by that day. @param decided the earliest first */
    public static @Nullable CampusException last(List<CampusException> decided, LocalDate day) {
        return decided.stream().filter(e -> !e.boardDay.isAfter(day)).reduce((a, b) -> b).orElse(null);
    }

    public boolean holds(LocalDate day) {
        return !boardDay.isAfter(day) && (renewBy == null || !renewBy.isBefore(day));
    }
}
