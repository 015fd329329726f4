package org.daywatch.transparency.programs.meters;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * A school's year as meters read it: the days on which it is in session, in order. Without any, nothing can be said
 * about pace.
 */
public record YearDays(List<LocalDate> days) {

    /** A forecast goes on as these last school days went: four weeks of five days. */
    public static final int RECENT = 20;
    private static final int EPOCH_DAY = LocalDate.EPOCH.getDayOfWeek().ordinal(); // days since a Monday

    public static YearDays of(Collection<LocalDate> days) {
        return new YearDays(days.stream().distinct().sorted().toList());
    }

    public boolean known() {
        return !days.isEmpty();
    }

    public LocalDate first() {
        return days.getFirst();
    }

    public LocalDate last() {
        return days.getLast();
    }

    public int total() {
        return days.size();
    }

    /** School days begun by the end of that day, that day included. */
    public int passed(LocalDate asOf) {
        int at = Collections.binarySearch(days, asOf);
        return at >= 0 ? at + 1 : -at - 1;
    }

    public int left(LocalDate asOf) {
        return total() - passed(asOf);
    }

    /** How many of the last {@link #RECENT} there were yet. */
    public int recent(LocalDate asOf) {
        return Math.min(RECENT, passed(asOf));
    }

    /** The first of the recent school days; that day itself where none has passed. */
    public LocalDate recentFrom(LocalDate asOf) {
        int passed = passed(asOf);
        return passed == 0 ? asOf : days.get(passed - recent(asOf));
    }

    /** Weeks, Monday to Sunday, that still hold a school day after that day. */
    public int weeksLeft(LocalDate asOf) {
        int weeks = 0;
        long last = Long.MIN_VALUE;
        for (int i = passed(asOf); i < days.size(); i++) {
            long week = Math.floorDiv(days.get(i).toEpochDay() + EPOCH_DAY, 7);
            if (week != last) weeks++;
            last = week;
        }
        return weeks;
    }

    /** The Monday a week is known by. */
    public static LocalDate week(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
