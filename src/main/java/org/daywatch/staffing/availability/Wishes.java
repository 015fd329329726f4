package org.daywatch.staffing.availability;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where and when an officer would like to be sent: schools by id, levels by name, weekdays, and on how many days of a
 * week at most. Shown when choosing whom to ask first, never a bar.
 */
public record Wishes(List<UUID> schools, List<String> levels, Set<DayOfWeek> weekdays, @Nullable Integer mostDays) {

    public static final Wishes NONE = new Wishes(List.of(), List.of(), Set.of(), null);
    public static final int MOST_SCHOOLS = 40;

    public Wishes {
        schools = List.copyOf(schools);
        levels = List.copyOf(levels);
        weekdays = Set.copyOf(weekdays);
    }

    /** "Monday, Friday", in the order of the week. */
    public String weekdaysIn(Locale reader) {
        return weekdays.stream().sorted().map(day -> day.getDisplayName(TextStyle.FULL_STANDALONE, reader))
                .collect(Collectors.joining(", "));
    }

    public boolean isEmpty() { return equals(NONE); }

    /** Which of their wishes a post would grant: SCHOOL, LEVEL, DAY. */
    public List<String> granted(UUID school, String level, DayOfWeek day) {
        var granted = new java.util.ArrayList<String>();
        if (schools.contains(school)) granted.add("SCHOOL");
        if (levels.contains(level)) granted.add("LEVEL");
        if (weekdays.contains(day)) granted.add("DAY");
        return granted;
    }

    public Wishes withSchools(List<UUID> wished) {
        return new Wishes(wished, levels, weekdays, mostDays);
    }
}
