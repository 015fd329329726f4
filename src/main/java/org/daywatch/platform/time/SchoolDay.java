package org.daywatch.platform.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;

/**
 * One calendar day on the wall clock of one school. Schools keep wall time: eight o'clock stays eight o'clock when the
 * offset changes, and the real length of what lies between two bells follows from the zone.
 */
public record SchoolDay(LocalDate date, ZoneId zone) {

    /** What the wall clock does at a given local time. */
    public enum Reading {
        PLAIN,
        /** Clocks jump over it: 02:30 on the spring night. It is read as much later as the clocks jumped: 03:30. */
        SKIPPED,
        /**
         * Clocks show it twice: 01:30 on the autumn night. Ask which one is meant; a start takes the first, an end the
         * second.
         */
        TWICE
    }

    public Reading reading(LocalTime time) {
        return switch (zone.getRules().getValidOffsets(date.atTime(time)).size()) {
            case 0 -> Reading.SKIPPED;
            case 1 -> Reading.PLAIN;
            default -> Reading.TWICE;
        };
    }

    /** The first moment the wall clock shows {@code time}; a skipped time is pushed forward by the jump. */
    public Instant at(LocalTime time) {
        return resolve(date.atTime(time)).toInstant();
    }

    /**
     * From one wall-clock time to another; an end not after the start means the next day. Where clocks show a time
     * twice the window takes the wider reading, so that nobody is left uncovered by an ambiguity.
     */
    public Window window(LocalTime from, LocalTime to) {
        var start = date.atTime(from);
        var end = (to.isAfter(from) ? date : date.plusDays(1)).atTime(to);
        var first = resolve(start).toInstant();
        var last = resolve(end).withLaterOffsetAtOverlap().toInstant();
        var jump = transition(start);
        if (!last.isAfter(first) && jump != null && jump.isGap()) {
            first = jump.getInstant();
        }
        if (!last.isAfter(first)) {
            throw new IllegalArgumentException(
                    "From " + from + " to " + to + " does not exist on " + date + " in " + zone
                            + ": clocks jump over it.");
        }
        return new Window(first, last);
    }

    /** Midnight to midnight: 23, 24 or 25 hours. */
    public Window whole() {
        return new Window(date.atStartOfDay(zone).toInstant(), date.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private ZonedDateTime resolve(LocalDateTime local) {
        return local.atZone(zone);
    }

    private @org.jspecify.annotations.Nullable ZoneOffsetTransition transition(LocalDateTime local) {
        return zone.getRules().getTransition(local);
    }
}
