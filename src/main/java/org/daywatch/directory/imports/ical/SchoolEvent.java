package org.daywatch.directory.imports.ical;

import java.time.LocalDate;
import java.util.List;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.SchoolLevel;
import org.jspecify.annotations.Nullable;

/**
 * An event that says something about school days.
 *
 * @param kind null where the event only marks the year, its first or its last day, or is marked as saying nothing
 * @param school national number of the one school it is for
 */
record SchoolEvent(int line, String uid, String title, @Nullable DayKind kind, List<SchoolLevel> levels, @Nullable String school,
        Marks marks, List<LocalDate> days) {

    enum Marks {
        NOTHING, YEAR, FIRST_DAY, LAST_DAY
    }
}
