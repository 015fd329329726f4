package org.daywatch.directory.programs.due;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Collection;
import java.util.Optional;
import org.daywatch.directory.Due;
import org.daywatch.directory.Due.State;
import org.daywatch.directory.DueLists;
import org.daywatch.directory.Requirement;
import org.jspecify.annotations.Nullable;

/** A district's proposal to its program: filed by one day of the year, and good for so many years at the most. Pure. */
public final class Proposal {

    static final String YEARS = "REPORT:PROPOSAL:YEARS";

    private Proposal() {}

    /**
     * The line of this school year, July to June. A proposal that was filed in it, or so few years ago that it still
     * pays, did it.
     *
     * @param by month and day; null where no rule says so
     * @param filed at any school of the district, in any order
     */
    public static Optional<Due> due(Collection<Requirement> rules, @Nullable MonthDay by, Collection<LocalDate> filed,
            LocalDate asOf) {
        var rule = rules.stream().filter(r -> r.subject().equals(DueLists.PROPOSAL)).findFirst();
        if (rule.isEmpty() || by == null) return Optional.empty();
        var begin = LocalDate.of(asOf.getMonthValue() >= Month.JULY.getValue() ? asOf.getYear() : asOf.getYear() - 1,
                Month.JULY, 1);
        var inYear = by.atYear(begin.getYear());
        var last = inYear.isBefore(begin) ? inYear.plusYears(1) : inYear;
        int years = rules.stream().filter(r -> r.subject().equals(YEARS)).findFirst().map(r -> r.rule().number())
                .orElse(1);
        var latest = filed.stream().filter(d -> !d.isAfter(asOf) && !d.isBefore(begin.minusYears(years - 1L)))
                .max(LocalDate::compareTo).orElse(null);
        if (latest == null)
            return Optional
                    .of(new Due(rule.get(), 1, begin, last, asOf.isAfter(last) ? State.LATE : State.DUE, null, ""));
        return Optional.of(
                new Due(rule.get(), 1, begin, last, latest.isAfter(last) ? State.DONE_LATE : State.DONE, latest, ""));
    }
}
