package org.daywatch.platform.exports.people;

import java.time.LocalDate;
import org.daywatch.platform.identity.Role;

/** Dated rules about rows of people in files, by role, which another room keeps. */
public interface RowLimits {

    /**
     * How many rows one person may take on their own, in a day and in seven, and from when on a second one is asked.
     */
    record Most(int aDay, int aWeek, int withoutSecond) {}

    Most of(Role role, LocalDate day);
}
