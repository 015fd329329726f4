package org.daywatch.directory.programs.due;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.daywatch.directory.Due.Done;
import org.daywatch.directory.Due;
import org.daywatch.directory.Requirement;
import org.daywatch.directory.programs.catalog.Demand;
import org.daywatch.directory.programs.due.SessionYear.Period;

/**
 * What comes round every so many years, such as an audit: due when the last one has grown that old; in this year where
 * none is known.
 */
final class EveryYears {

    private EveryYears() {}

    /** The number that answers for the year; empty where no rule holds in it, or it has no day of school. */
    static Optional<Numbers.Answer> answer(Demand demand, SessionYear year, DueList.Rules rules, LocalDate asOf) {
        var whole = year.whole();
        return whole.isEmpty()
                ? Optional.empty()
                : new Numbers(demand, rules, asOf)
                        .of(whole.getFirst().begins().datesUntil(whole.getFirst().ends().plusDays(1)).toList());
    }

    /** @param done ascending by day */
    static List<Due> of(Numbers.Answer answer, SessionYear year, LocalDate asOf, List<Done> done) {
        var window = window(answer, year.whole().getFirst(), done, year);
        return window.by().isAfter(year.lastDay())
                ? List.of()
                : Matching.of(List.of(window), done.stream().filter(d -> !d.on().isBefore(year.firstDay())).toList(),
                        asOf);
    }

    private static DueWindow window(Numbers.Answer answer, Period whole, List<Done> done, SessionYear year) {
        Requirement requirement = answer.requirement();
        var before = done.stream().map(Done::on).filter(on -> on.isBefore(year.firstDay())).reduce((a, b) -> b);
        LocalDate by = before.map(on -> on.plusYears(requirement.rule().number())).orElse(answer.by());
        LocalDate from = by.isBefore(whole.begins()) ? by : answer.from();
        return new DueWindow(requirement, from, by, LocalDate.MAX);
    }
}
