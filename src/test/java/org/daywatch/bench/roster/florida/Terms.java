package org.daywatch.bench.roster.florida;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.daywatch.scheduling.caps.CapShape;
import org.daywatch.scheduling.caps.PeriodCap;
import org.daywatch.scheduling.hours.HourKind;
import org.daywatch.scheduling.problem.ScheduleProblem.Band;
import org.daywatch.scheduling.problem.ScheduleProblem.Policy;
import org.daywatch.scheduling.problem.ScheduleProblem.Weights;
import org.daywatch.scheduling.problem.ScheduleProblem;

/**
 * What departments allow and what makes a roster good, the same in every county. Limits are of the kinds departments
 * publish.
 */
final class Terms {

    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);

    static final List<Policy> POLICIES = List.of(
            policy("OFF-24", week(24, HourKind.OFF_DUTY)),
            policy("OFF-20", week(20, HourKind.OFF_DUTY)),
            policy("ALL-64", week(64, HourKind.WORKED)),
            policy("DAY-16", new PeriodCap.CalendarDay(Duration.ofHours(16), HourKind.WORKED, PeriodCap.Days.ALL)),
            policy("REST-8", new CapShape.RestBetween(Duration.ofHours(8), Set.of(HourKind.DUTY))),
            policy("REST-6", new CapShape.RestBetween(Duration.ofHours(6), Set.of(HourKind.DUTY))),
            policy("SPELL-16", new CapShape.RestAfter(Duration.ofHours(16), Duration.ofHours(8), HourKind.WORKED)));

    static final List<String> SHERIFF = List.of("OFF-24", "DAY-16", "REST-8");

    /** A city's police has one of these. */
    static final List<List<String>> CITY = List.of(
            List.of("OFF-24", "DAY-16", "REST-8"), List.of("OFF-20", "DAY-16", "REST-6"),
            List.of("OFF-24", "ALL-64", "SPELL-16", "REST-6"));

    static final Weights WEIGHTS = new Weights(Map.of(1, 20L, 2, 12L, 3, 8L), 600, 150,
            new ScheduleProblem.Share(4, 200), new ScheduleProblem.Known(10, 20),
            List.of(new Band(Duration.ofHours(60), 1), new Band(Duration.ofHours(84), 2)),
            new ScheduleProblem.Wish(60, 20, 20, 100), 150,
            new ScheduleProblem.Travel(0, 60, 150, 400, 0), 1, 0);

    private Terms() {}

    private static CapShape week(int hours, Set<HourKind> counts) {
        return new PeriodCap.Week(Duration.ofHours(hours), DayOfWeek.SUNDAY, LocalTime.MIDNIGHT, counts, Set.of(),
                Optional.empty());
    }

    private static Policy policy(String id, CapShape shape) {
        return new Policy(id, shape, true, SINCE, null);
    }
}
