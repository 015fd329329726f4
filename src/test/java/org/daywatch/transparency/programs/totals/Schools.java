package org.daywatch.transparency.programs.totals;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Due;
import org.daywatch.directory.Requirement;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.transparency.programs.meters.Quarter;
import org.daywatch.transparency.programs.meters.YearDays;
import org.daywatch.transparency.programs.totals.SchoolMeters.Agreement;
import org.daywatch.transparency.programs.totals.SchoolMeters.Figures;
import org.daywatch.transparency.programs.totals.SchoolMeters.OfOfficer;

/** One school for tests, of which only that is known which a test says. */
public record Schools(List<Requirement> rules, List<OfOfficer> officers, List<Quarter> quarters,
        List<Agreement> agreements, List<Due> due) {

    public static final LocalDate AS_OF = LocalDate.of(2026, 11, 17);
    public static final UUID SCHOOL = new UUID(7, 1);
    public static final YearDays YEAR = YearDays.of(LocalDate.of(2026, 8, 3).datesUntil(LocalDate.of(2027, 5, 22))
            .filter(d -> d.getDayOfWeek().getValue() <= 5).toList());

    public static Schools with(Requirement... rules) {
        return new Schools(List.of(rules), List.of(), List.of(), List.of(), List.of());
    }

    public Schools officers(OfOfficer... who) {
        return new Schools(rules, List.of(who), quarters, agreements, due);
    }

    public Schools quarters(List<Quarter> these) {
        return new Schools(rules, officers, these, agreements, due);
    }

    public Schools agreements(Agreement... these) {
        return new Schools(rules, officers, quarters, List.of(these), due);
    }

    public Schools due(Due... these) {
        return new Schools(rules, officers, quarters, agreements, List.of(these));
    }

    public SchoolMeters meters() {
        return metersOn(AS_OF);
    }

    public SchoolMeters metersOn(LocalDate day) {
        var school = new Campus(SCHOOL, new UUID(7, 2), "Palo Duro High", "TX", SchoolLevel.HIGH, ZoneOffset.UTC);
        return new SchoolMeters(school, day, YEAR, rules, List.of(), officers, new Figures(List.of(), null, 0),
                quarters, agreements, due);
    }
}
