package org.daywatch.transparency.programs.meters;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.Requirement;
import org.daywatch.directory.Requirement.Counting;
import org.daywatch.directory.Requirement.Evidence;
import org.daywatch.directory.Requirement.Kind;

/** Requirements and a small year for tests: twenty school days, the four weeks from Monday 3 August 2026 on. */
public final class Rules {

    static final YearDays FOUR_WEEKS = YearDays.of(LocalDate.of(2026, 8, 3).datesUntil(LocalDate.of(2026, 8, 29))
            .filter(d -> d.getDayOfWeek().getValue() <= 5).toList());

    private Rules() {}

    static Requirement hours(String subject, int hours) {
        return of(Kind.TIME, subject, Counting.YEAR, hours, "hours");
    }

    public static Requirement of(Kind kind, String subject, Counting counting, int value, String unit) {
        return from(kind, subject, counting, value, unit, LocalDate.of(2020, 1, 1));
    }

    static Requirement from(Kind kind, String subject, Counting counting, int value, String unit, LocalDate from) {
        var rule = new ProgramRule("R-" + subject, "R-" + subject, "ALL", BigDecimal.valueOf(value), unit, from, null,
                "a test", false, "Words.");
        return new Requirement("P", kind, subject, Evidence.LOG_ENTRY, counting, rule);
    }

    static List<LocalDate> days(String... days) {
        return List.of(days).stream().map(LocalDate::parse).toList();
    }
}
