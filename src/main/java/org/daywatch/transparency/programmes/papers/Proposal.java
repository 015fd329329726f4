package org.daywatch.transparency.programmes.papers;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.Optional;
import org.daywatch.directory.Due;
import org.daywatch.directory.Due.State;
import org.daywatch.directory.Requirement;
import org.daywatch.transparency.programmes.gathering.SchoolYears;
import org.jspecify.annotations.Nullable;

/** A district's proposal to its programme: filed by one day of the year, and good for so many years at the most. Pure. */
public final class Proposal {

    public static final String SUBJECT = "REPORT:PROPOSAL";
    static final String YEARS = "REPORT:PROPOSAL:YEARS";

    private Proposal() {}

    public static Optional<Requirement> asked(Collection<Requirement> rules) {
        return rules.stream().filter(r -> r.subject().equals(SUBJECT)).findFirst();
    }

    /**
     * The line of this school year, July to June. A proposal that was filed in it, or so few years ago that it still pays, did it.
     *
     * @param by month and day; null where no rule says so
     * @param filed at any school of the district, in any order
     */
    public static Optional<Due> due(Collection<Requirement> rules, @Nullable MonthDay by, Collection<LocalDate> filed, LocalDate asOf) {
        var rule = asked(rules);
        if (rule.isEmpty() || by == null) return Optional.empty();
        var begin = SchoolYears.begin(asOf);
        var inYear = by.atYear(begin.getYear());
        var last = inYear.isBefore(begin) ? inYear.plusYears(1) : inYear;
        int years = rules.stream().filter(r -> r.subject().equals(YEARS)).findFirst().map(r -> r.rule().number()).orElse(1);
        var latest = filed.stream().filter(d -> !d.isAfter(asOf) && !d.isBefore(begin.minusYears(years - 1L))).max(LocalDate::compareTo).orElse(null);
        if (latest == null) return Optional.of(new Due(rule.get(), 1, begin, last, asOf.isAfter(last) ? State.LATE : State.DUE, null, ""));
        return Optional.of(new Due(rule.get(), 1, begin, last, latest.isAfter(last) ? State.DONE_LATE : State.DONE, latest, ""));
    }
}
