package org.daywatch.planning.drills.forwardplan;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.daywatch.planning.drills.forwardplan.SpreadProblem.Wanted;

/** Where drills were put and why, and which could not be put anywhere. Sorted by day. */
public record SpreadPlan(List<Choice> choices, List<Unplaced> unplaced) {

    public SpreadPlan {
        choices = List.copyOf(choices);
        unplaced = List.copyOf(unplaced);
    }

    /** Why a school day could not be taken. */
    public enum Rule {
        TOO_SOON, NOTICE, EXAM, TESTING, HALF_DAY, FIRST_OR_LAST_DAY, WEEK_TAKEN, CEILING, DOSE
    }

    /**
     * @param why lines of CODE|value. @param not school days between first and last day in time that were not possible,
     * by rule
     */
    public record Choice(Wanted wanted, LocalDate day, LocalTime at, List<String> why,
            Map<Rule, List<LocalDate>> not) {}

    /** @param not as with a choice; empty where the school has no day of session left in time */
    public record Unplaced(Wanted wanted, Map<Rule, List<LocalDate>> not) {}
}
