package org.daywatch.staffing.officers;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import org.daywatch.platform.time.Window;

/** A stretch of a weekday in which an officer is glad to be asked. */
public record Availability(DayOfWeek weekday, LocalTime from, LocalTime to) {

    public Availability {
        if (!to.isAfter(from)) throw new IllegalArgumentException("The time " + to + " must be after " + from + ".");
    }

    boolean holds(Window window, ZoneId zone) {
        var start = window.start().atZone(zone);
        var end = window.end().atZone(zone);
        return start.getDayOfWeek() == weekday && start.toLocalDate().equals(end.toLocalDate())
                && !start.toLocalTime().isBefore(from) && !end.toLocalTime().isAfter(to);
    }

    /** Whoever states no times may be asked at any. */
    public static boolean covers(Collection<Availability> times, Window window, ZoneId zone) {
        return times.isEmpty() || times.stream().anyMatch(t -> t.holds(window, zone));
    }
}
