package org.daywatch.staffing.availability;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.daywatch.platform.time.Window;
import org.jspecify.annotations.Nullable;

/**
 * Days that differ from the weekly pattern: away, or free after all.
 *
 * @param from of a day they are free; null: the whole day
 */
public record DatedTime(LocalDate first, LocalDate last, boolean away, @Nullable LocalTime from, @Nullable LocalTime to)
        implements
            Comparable<DatedTime> {

    public DatedTime {
        if (last.isBefore(first))
            throw new IllegalArgumentException("The last day " + last + " is before the first, " + first + ".");
        if ((from == null) != (to == null)) throw new IllegalArgumentException("Give both times or none.");
        if (from != null && !to.isAfter(from))
            throw new IllegalArgumentException("The time " + to + " must be after " + from + ".");
    }

    boolean touches(Window window, ZoneId zone) {
        return Stream.of(window.start(), window.end().minusNanos(1)).map(at -> at.atZone(zone).toLocalDate())
                .anyMatch(this::includes);
    }

    boolean holds(Window window, ZoneId zone) {
        return includes(window.start().atZone(zone).toLocalDate())
                && (from == null || WeeklyTime.within(window, zone, from, to));
    }

    private boolean includes(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    @Override
    public int compareTo(DatedTime other) {
        int byDay = first.compareTo(other.first);
        return byDay != 0 ? byDay : Boolean.compare(away, other.away);
    }
}
