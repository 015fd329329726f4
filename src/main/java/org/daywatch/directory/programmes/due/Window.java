package org.daywatch.directory.programmes.due;

import java.time.LocalDate;
import org.daywatch.directory.Requirement;

/**
 * The days within which one thing is in time.
 *
 * @param counts the first day on which it counts: papers of a year from the July before its first day of school on, everything else from {@code from} on
 * @param makeUpUntil until then it can still be made good, late; the same as {@code by} where it cannot
 */
record Window(Requirement requirement, LocalDate counts, LocalDate from, LocalDate by, LocalDate makeUpUntil) {

    Window(Requirement requirement, LocalDate from, LocalDate by, LocalDate makeUpUntil) {
        this(requirement, from, from, by, makeUpUntil);
    }

    boolean inTime(LocalDate day) {
        return !day.isBefore(counts) && !day.isAfter(by);
    }

    boolean late(LocalDate day) {
        return day.isAfter(by) && !day.isAfter(makeUpUntil);
    }
}
