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

    /**
     * By the dated rules of the district.
     *
     * @param around people are at the school so long before the first bell and after the last
     * @param open where there are no bells, people are there from then on weekdays
     * @param ahead so many days ahead a school day is looked for; after them weekdays count
     */
    public record Hours(Duration around, LocalTime open, LocalTime close, int ahead) {}

    private static final long QUARTER = Duration.ofMinutes(15).toSeconds();
    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private WaitingNotice() {}

    /** @param days of the school, from today on */
    public static Instant due(Instant now, ZoneId zone, Collection<BellDay> days, Hours hours) {
        var quarter = quarter(now);
        var day = quarter.atZone(zone).toLocalDate();
        for (int i = 0; i <= hours.ahead(); i++) {
            var one = day.plusDays(i);
            for (var bells : days)
                if (bells.day().equals(one)) {
                    var from = at(bells.firstBell(), one, zone).minus(hours.around());
                    var until = at(bells.lastBell(), one, zone).plus(hours.around());
                    if (!quarter.isAfter(until)) return quarter.isBefore(from) ? quarterOf(from) : quarter;
                }
        }
        return onWeekday(quarter, day, zone, hours);
    }

    private static Instant onWeekday(Instant quarter, LocalDate day, ZoneId zone, Hours hours) {
        for (var one = day;; one = one.plusDays(1)) {
            if (!WEEKDAYS.contains(one.getDayOfWeek()) || quarter.isAfter(at(hours.close(), one, zone))) continue;
            var from = at(hours.open(), one, zone);
            return quarter.isBefore(from) ? quarterOf(from) : quarter;
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
