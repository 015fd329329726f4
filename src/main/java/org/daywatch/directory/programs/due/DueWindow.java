package org.daywatch.directory.programs.due;

import java.time.LocalDate;
import org.daywatch.directory.Due.Done;
import org.daywatch.directory.Requirement;
import org.jspecify.annotations.Nullable;

/**
 * The days within which one thing is in time.
 *
 * @param counts the first day on which it counts: papers of a year from the July before its first day of school on,
 * everything else from {@code from} on
 * @param makeUpUntil until then it can still be made good, late; the same as {@code by} where it cannot
 * @param quarter the first day of the quarter a report is about; null for everything else
 */
record DueWindow(Requirement requirement, LocalDate counts, LocalDate from, LocalDate by, LocalDate makeUpUntil,
        @Nullable LocalDate quarter) {

    DueWindow(Requirement requirement, LocalDate counts, LocalDate from, LocalDate by, LocalDate makeUpUntil) {
        this(requirement, counts, from, by, makeUpUntil, null);
    }

    DueWindow(Requirement requirement, LocalDate from, LocalDate by, LocalDate makeUpUntil) {
        this(requirement, from, from, by, makeUpUntil, null);
    }

    /** A report that says of which quarter it is fills no other. */
    boolean takes(Done done) {
        return quarter == null || done.quarter() == null || quarter.equals(done.quarter());
    }

    boolean inTime(LocalDate day) {
        return !day.isBefore(counts) && !day.isAfter(by);
    }

    boolean late(LocalDate day) {
        return day.isAfter(by) && !day.isAfter(makeUpUntil);
    }
}
