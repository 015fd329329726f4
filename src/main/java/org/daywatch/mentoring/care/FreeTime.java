package org.daywatch.mentoring.care;

import java.time.DayOfWeek;
import java.time.LocalTime;
import org.daywatch.mentoring.proposals.Hours;

/** When a student may leave class: a weekday and a time of day. */
public record FreeTime(DayOfWeek day, Hours hours) {

    /** As it is kept: MONDAY 10:00 10:45. */
    public String written() {
        return day + " " + hours.begins() + " " + hours.ends();
    }

    public static FreeTime read(String written) {
        var parts = written.split(" ");
        return new FreeTime(DayOfWeek.valueOf(parts[0]),
                new Hours(LocalTime.parse(parts[1]), LocalTime.parse(parts[2])));
    }
}
