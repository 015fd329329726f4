package org.daywatch.directory.calendars;

import java.time.LocalDate;
import java.util.UUID;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.SchoolLevel;

/** One day that differs from the calendar's rule, for a district, a level or a school. */
public record CalendarDay(UUID id, LocalDate day, CalendarScope scope, DayKind kind, String note) {

    boolean appliesTo(UUID school, SchoolLevel level) {
        return scope.covers(school, level);
    }

    boolean sameSlot(LocalDate otherDay, CalendarScope other) {
        return day.equals(otherDay) && scope.equals(other);
    }
}
