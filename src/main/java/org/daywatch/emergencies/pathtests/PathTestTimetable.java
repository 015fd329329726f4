package org.daywatch.emergencies.pathtests;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.daywatch.directory.RuleBook;

/**
 * When a school tests its way.
 *
 * @param from by the school's own clock
 * @param length devices have so long to answer
 */
record PathTestTimetable(DayOfWeek weekday, LocalTime from, Duration length) {

    /** A test that could not begin at its time begins within this, or next week: nobody expects it in the afternoon. */
    private static final Duration LATEST = Duration.ofHours(1);

    static PathTestTimetable of(RuleBook rules, LocalDate day, String... scopes) {
        return new PathTestTimetable(DayOfWeek.of(rules.get("PATH_TEST_WEEKDAY", day, scopes).number()),
                LocalTime.MIDNIGHT.plusMinutes(rules.get("PATH_TEST_MINUTE", day, scopes).number()),
                Duration.ofMinutes(rules.get("PATH_TEST_LENGTH", day, scopes).number()));
    }

    /** @return the Monday of the week whose test is due now */
    Optional<LocalDate> due(Instant now, ZoneId zone) {
        var local = now.atZone(zone);
        var begins = local.toLocalDate().atTime(from).atZone(zone).toInstant();
        boolean its = local.getDayOfWeek() == weekday && !now.isBefore(begins) && now.isBefore(begins.plus(LATEST));
        return its
                ? Optional.of(local.toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)))
                : Optional.empty();
    }
}
