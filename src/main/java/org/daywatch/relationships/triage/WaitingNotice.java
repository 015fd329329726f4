package org.daywatch.relationships.triage;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.daywatch.directory.BellDay;

/**
 * From when those at a school learn that a tip waits which is not about a life: the end of the quarter hour while the
 * school is open, else its next morning. Pure. So the moment of a message is never that of an act.
 */
public final class WaitingNotice {

    /** So many days ahead a school day is looked for; after them people are taken to be there on weekdays. */
    public static final int AHEAD = 4;

    private static final long QUARTER = Duration.ofMinutes(15).toSeconds();
    /** People are at the school before the first bell and after the last. */
    private static final Duration AROUND = Duration.ofHours(1);
    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final LocalTime OPEN = LocalTime.of(8, 0);
    private static final LocalTime CLOSE = LocalTime.of(16, 0);

    private WaitingNotice() {}

    /** @param days of the school, from today on */
    public static Instant due(Instant now, ZoneId zone, Collection<BellDay> days) {
        var quarter = quarter(now);
        var day = quarter.atZone(zone).toLocalDate();
        for (int i = 0; i <= AHEAD; i++) {
            var one = day.plusDays(i);
            for (var bells : days)
                if (bells.day().equals(one)) {
                    var from = at(bells.firstBell(), one, zone).minus(AROUND);
                    var until = at(bells.lastBell(), one, zone).plus(AROUND);
                    if (!quarter.isAfter(until)) return quarter.isBefore(from) ? quarterOf(from) : quarter;
                }
        }
        return onWeekday(quarter, day, zone);
    }

    private static Instant onWeekday(Instant quarter, LocalDate day, ZoneId zone) {
        for (var one = day;; one = one.plusDays(1)) {
            if (!WEEKDAYS.contains(one.getDayOfWeek()) || quarter.isAfter(at(CLOSE, one, zone))) continue;
            var from = at(OPEN, one, zone);
            return quarter.isBefore(from) ? from : quarter;
        }
    }

    private static Instant at(LocalTime time, LocalDate day, ZoneId zone) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    /** The end of the one that is under way. */
    private static Instant quarter(Instant now) {
        return Instant.ofEpochSecond((now.getEpochSecond() / QUARTER + 1) * QUARTER);
    }

    /** The one that has begun: bells ring at any minute. */
    private static Instant quarterOf(Instant at) {
        return Instant.ofEpochSecond(at.getEpochSecond() / QUARTER * QUARTER);
    }
}
