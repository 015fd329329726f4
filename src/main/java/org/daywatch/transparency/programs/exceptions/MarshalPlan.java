package org.daywatch.transparency.programs.exceptions;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.daywatch.directory.Due.State;
import org.daywatch.directory.Due;
import org.daywatch.directory.Requirement;
import org.daywatch.transparency.programs.exceptions.CampusException.Reason;
import org.daywatch.transparency.programs.totals.SchoolYears;
import org.jspecify.annotations.Nullable;

/**
 * The state marshal's written approval of a campus's plan to do without an officer: asked for each school year by one
 * day, given for that school year, and in force until the day before the next one. Pure.
 */
public final class MarshalPlan {

    public static final String SUBJECT = "EXCEPTION:MARSHAL_PLAN";

    private MarshalPlan() {}

    public static Optional<Requirement> asked(Collection<Requirement> rules) {
        return rules.stream().filter(r -> r.subject().equals(SUBJECT)).findFirst();
    }

    /** The day by which it is asked for in the school year of a day, July to June. */
    public static LocalDate by(MonthDay day, LocalDate asOf) {
        var begin = SchoolYears.begin(asOf);
        var by = day.atYear(begin.getYear());
        return by.isBefore(begin) ? by.plusYears(1) : by;
    }

    /** The last day of an approval: the day before the next school year's has to be there. */
    static LocalDate until(MonthDay day, LocalDate approved) {
        return by(day, approved).plusYears(1).minusDays(1);
    }

    /**
     * The line of this school year. Nothing is due at a campus that has its officer and no plan that would have to be
     * approved anew.
     *
     * @param by month and day; null where no rule says so
     * @param decided exceptions of the campus, the earliest first
     * @param without days of this school year on which nobody stood there and nothing excused it
     */
    public static Optional<Due> due(Collection<Requirement> rules, @Nullable MonthDay by, List<CampusException> decided,
            int without, LocalDate asOf) {
        var rule = asked(rules);
        if (rule.isEmpty() || by == null) return Optional.empty();
        var begin = SchoolYears.begin(asOf);
        var last = by(by, asOf);
        var approvals = decided.stream()
                .filter(e -> e.reason() == Reason.MARSHAL_APPROVAL && !e.boardDay().isAfter(asOf)).toList();
        var given = approvals.stream().map(CampusException::boardDay).filter(d -> !d.isBefore(begin)).findFirst();
        if (given.isPresent()) {
            return Optional.of(new Due(rule.get(), 1, begin, last,
                    given.get().isAfter(last) ? State.DONE_LATE : State.DONE, given.get(), ""));
        }
        boolean goesOn = !approvals.isEmpty() && approvals.getLast().renewBy() != null
                && !approvals.getLast().renewBy().isBefore(until(by, approvals.getLast().boardDay()));
        if (!goesOn && without == 0) return Optional.empty();
        return Optional.of(new Due(rule.get(), 1, begin, last, asOf.isAfter(last) ? State.LATE : State.DUE, null, ""));
    }
}
