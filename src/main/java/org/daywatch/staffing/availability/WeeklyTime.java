package org.daywatch.staffing.availability;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import org.daywatch.platform.time.Window;

/** A stretch of a weekday in which an officer is glad to be asked. */
public record WeeklyTime(DayOfWeek weekday, LocalTime from, LocalTime to) {

    public WeeklyTime {
        if (!to.isAfter(from)) throw new IllegalArgumentException("The time " + to + " must be after " + from + ".");
    }

    boolean holds(Window window, ZoneId zone) {
        return window.start().atZone(zone).getDayOfWeek() == weekday && within(window, zone, from, to);
    }

    /** On one day, and not outside these times of it. */
    static boolean within(Window window, ZoneId zone, LocalTime from, LocalTime to) {
        var start = window.start().atZone(zone);
        var end = window.end().atZone(zone);
        return start.toLocalDate().equals(end.toLocalDate()) && !start.toLocalTime().isBefore(from)
                && !end.toLocalTime().isAfter(to);
    }
}
