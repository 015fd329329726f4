package org.daywatch.directory.programs.due;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.daywatch.directory.Due;
import org.daywatch.directory.Requirement.Counting;
import org.daywatch.directory.Requirement;
import org.daywatch.directory.programs.catalog.Demand;

/** What is due because something began: within so many days, hours or days of school of it, or so many days before. */
final class DueClocks {
    private static final BigDecimal HOURS_A_DAY = BigDecimal.valueOf(24);
    private static final Set<Counting> RUN = Set.of(Counting.DAYS_AFTER, Counting.HOURS_AFTER,
            Counting.SCHOOL_DAYS_AFTER, Counting.DAYS_BEFORE, Counting.EVERY_YEARS);

    private DueClocks() {}

    static boolean run(Demand demand) {
        return RUN.contains(demand.counting());
    }

    static List<DueWindow> of(Demand demand, SessionYear year, DueList.Rules rules, List<Due.Start> starts) {
        var windows = new ArrayList<DueWindow>();
        for (var start : starts) {
            demand.on(start.on(), rules.book(), rules.scopes())
                    .ifPresent(requirement -> windows.add(window(requirement, start.on(), year)));
        }
        return windows;
    }

    private static DueWindow window(Requirement requirement, LocalDate on, SessionYear year) {
        LocalDate by = switch (requirement.counting()) {
            case DAYS_AFTER -> on.plusDays(requirement.rule().number());
            case HOURS_AFTER ->
                on.plusDays(requirement.rule().value().divide(HOURS_A_DAY, 0, RoundingMode.CEILING).longValueExact());
            case SCHOOL_DAYS_AFTER -> year.schoolDaysAfter(on, requirement.rule().number());
            case DAYS_BEFORE -> on.minusDays(requirement.rule().number());
            default -> on.plusYears(requirement.rule().number());
        };
        LocalDate from = requirement.counting() != Counting.DAYS_BEFORE
                ? on
                : year.firstDay().isBefore(by) ? year.firstDay() : by;
        return new DueWindow(requirement, from, by, LocalDate.MAX);
    }
}
