package org.daywatch.planning.drills.forwardplan;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.DayKind;
import org.daywatch.planning.drills.kinds.DrillKind;

/**
 * One school and what is still due there.
 *
 * @param days on which the school is in session, oldest first; the first and the last of its year are marked
 * @param hours at which a drill may begin, earliest first
 * @param earliest no drill is planned before this day
 * @param fixed drills that were held or whose day a person chose
 * @param elsewhere days on which schools beside this one drill: their officers are asked for twice
 * @param had lockdown-like drills each class has had in this school year
 * @param dose not more than so many for any class
 */
public record SpreadProblem(List<Day> days, List<Hour> hours, LocalDate earliest, List<Wanted> wanted,
        List<Placed> fixed, Set<LocalDate> elsewhere, List<Ceiling> ceilings,
        Map<UUID, Integer> had, int dose) {

    public SpreadProblem {
        days = List.copyOf(days);
        hours = List.copyOf(hours);
        wanted = List.copyOf(wanted);
        fixed = List.copyOf(fixed);
        elsewhere = Set.copyOf(elsewhere);
        ceilings = List.copyOf(ceilings);
        had = Map.copyOf(had);
    }

    public SpreadProblem with(List<Wanted> others) {
        return new SpreadProblem(days, hours, earliest, others, fixed, elsewhere, ceilings, had, dose);
    }

    /** @param testing its note in the calendar speaks of tests. @param edge the first or last day of the school year */
    public record Day(LocalDate day, DayKind kind, boolean testing, boolean edge) {}

    /** @param classes that meet then; the school itself where no classes are known */
    public record Hour(LocalTime at, Set<UUID> classes) {
        public Hour {
            classes = Set.copyOf(classes);
        }
    }

    /**
     * @param number which of several. @param by the last day in time. @param noticeFrom the earliest day its notice
     * allows. @param rule version of the rule that asks for it
     */
    public record Wanted(DrillKind kind, int number, LocalDate from, LocalDate by, LocalDate noticeFrom, String rule) {}

    public record Placed(DrillKind kind, LocalDate day, LocalTime at) {}

    /** Not more than so many drills between two days. @param rule version of the rule that says so */
    public record Ceiling(int most, LocalDate from, LocalDate to, String rule) {

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }
}
