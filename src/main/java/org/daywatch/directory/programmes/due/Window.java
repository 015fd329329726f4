package org.daywatch.directory.programmes.due;

import java.time.LocalDate;
import org.daywatch.directory.Requirement;

/**
 * The days within which one thing is in time.
 *
 * @param makeUpUntil until then it can still be made good, late; the same as {@code by} where it cannot
 */
record Window(Requirement requirement, LocalDate from, LocalDate by, LocalDate makeUpUntil) {

    boolean inTime(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(by);
    }

    boolean late(LocalDate day) {
        return day.isAfter(by) && !day.isAfter(makeUpUntil);
    }
}
