package org.daywatch.directory.imports.ical.events;

import java.util.List;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.imports.titles.Marks;
import org.daywatch.directory.imports.titles.TitleReading;
import org.jspecify.annotations.Nullable;

/**
 * An event and what it was read as.
 *
 * @param applied its days follow the reading; otherwise somebody is asked first
 * @param school national number of the one school it is for
 * @param moves the day of a series this event stands in for
 */
public record SchoolEvent(int line, String uid, String title, TitleReading reading, boolean applied,
        List<SchoolLevel> levels, @Nullable String school, Series series,
        Series.@Nullable Moved moves) {

    /** Null where the event only marks the year or one of its ends, changes nothing, or is not decided. */
    public @Nullable DayKind kind() {
        return applied ? reading.kind() : null;
    }

    public Marks marks() {
        return applied ? reading.marks() : Marks.NOTHING;
    }

    public SchoolEvent with(Series other) {
        return new SchoolEvent(line, uid, title, reading, applied, levels, school, other, moves);
    }
}
