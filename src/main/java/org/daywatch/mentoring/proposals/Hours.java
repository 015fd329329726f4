package org.daywatch.mentoring.proposals;

import java.time.Duration;
import java.time.LocalTime;

/** From one time of a day to another. */
public record Hours(LocalTime begins, LocalTime ends) {

    /** For how many minutes both are; 0 where they do not meet. */
    public int minutesWith(Hours other) {
        var from = begins.isAfter(other.begins) ? begins : other.begins;
        var to = ends.isBefore(other.ends) ? ends : other.ends;
        return to.isAfter(from) ? (int) Duration.between(from, to).toMinutes() : 0;
    }
}
