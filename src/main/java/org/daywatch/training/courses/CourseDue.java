package org.daywatch.training.courses;

import java.time.LocalDate;

/** Until when a member of staff completes a course. Pure. */
public final class CourseDue {

    private CourseDue() {}

    /** @param firstDay of the school year. @param since when they came. @param days as the rule in force says */
    public static LocalDate of(LocalDate firstDay, LocalDate since, int days) {
        return (since.isAfter(firstDay) ? since : firstDay).plusDays(days);
    }
}
