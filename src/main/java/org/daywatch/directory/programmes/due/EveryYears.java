package org.daywatch.directory.programmes.due;

import java.time.LocalDate;
import java.util.List;
import org.daywatch.directory.Due;
import org.daywatch.directory.Due.Done;
import org.daywatch.directory.Requirement;
import org.daywatch.directory.programmes.catalogue.Demand;
import org.daywatch.directory.programmes.due.SessionYear.Period;

/** What comes round every so many years, such as an audit: due when the last one has grown that old; in this year where none is known. */
final class EveryYears {

    private EveryYears() {}

    static List<Due> of(Demand demand, SessionYear year, DueList.Rules rules, LocalDate asOf, List<Done> done) {
        var whole = year.whole();
        if (whole.isEmpty()) return List.of();
        return new Numbers(demand, rules, asOf).of(whole.getFirst().begins().datesUntil(whole.getFirst().ends().plusDays(1)).toList()).map(answer -> {
            var window = window(answer, whole.getFirst(), done, year);
            return window.by().isAfter(year.lastDay()) ? List.<Due>of() : Matching.of(List.of(window), done.stream().filter(d -> !d.on().isBefore(year.firstDay())).toList(), asOf);
        }).orElse(List.of());
    }

    private static Window window(Numbers.Answer answer, Period whole, List<Done> done, SessionYear year) {
        Requirement requirement = answer.requirement();
        var before = done.stream().map(Done::on).filter(on -> on.isBefore(year.firstDay())).reduce((a, b) -> b);
        LocalDate by = before.map(on -> on.plusYears(requirement.rule().number())).orElse(answer.by());
        LocalDate from = by.isBefore(whole.begins()) ? by : answer.from();
        return new Window(requirement, from, by, LocalDate.MAX);
    }
}
