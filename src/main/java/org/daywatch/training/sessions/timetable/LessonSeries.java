package org.daywatch.training.sessions.timetable;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.daywatch.training.sessions.timetable.SchoolTimetable.Outside;

/** "This class, ten lessons, every Tuesday in period 3": on which days that is. Pure. */
public final class LessonSeries {

    private LessonSeries() {}

    /** Why a day was left out. */
    public enum Reason { NO_SCHOOL, BEFORE_BELLS, AFTER_BELLS, TAKEN }

    public record Skipped(LocalDate day, Reason reason) {}

    /** @param missing lessons for which the school year has no day left */
    public record Plan(List<Slot> slots, List<Skipped> skipped, int missing) {}

    /**
     * @param period as the timetable names it; empty where only the hours were chosen. @param last day of the school
     * year
     */
    public record Wish(LocalDate first, Set<DayOfWeek> weekdays, int lessons, String period, LocalTime from,
            LocalTime to, LocalDate last) {}

    /** @param taken whoever teaches, or the class, has something else then */
    public static Plan of(Wish wish, SchoolTimetable table, Predicate<Slot> taken) {
        var slots = new ArrayList<Slot>();
        var skipped = new ArrayList<Skipped>();
        for (var day = wish.first(); slots.size() < wish.lessons()
                && !day.isAfter(wish.last()); day = day.plusDays(1)) {
            if (!wish.weekdays().contains(day.getDayOfWeek())) continue;
            var slot = table.slot(day, wish.period(), wish.from(), wish.to(), "");
            var outside = table.outside(day, wish.from(), wish.to());
            if (outside.isPresent()) skipped.add(new Skipped(day, reason(outside.get())));
            else if (taken.test(slot)) skipped.add(new Skipped(day, Reason.TAKEN));
            else slots.add(slot);
        }
        return new Plan(List.copyOf(slots), List.copyOf(skipped), wish.lessons() - slots.size());
    }

    private static Reason reason(Outside outside) {
        return Reason.valueOf(outside.name());
    }
}
