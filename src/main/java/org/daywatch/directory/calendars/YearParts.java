package org.daywatch.directory.calendars;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Where a school year is parted into halves and quarters, for everybody who counts by them. Pure. */
public final class YearParts {

    /** A gap of so many days without school around the turn of the year is a winter break. */
    private static final int BREAK_DAYS = 7;
    private static final MonthDay BREAK_FROM = MonthDay.of(12, 10);
    private static final MonthDay BREAK_TO = MonthDay.of(1, 15);
    private static final int MONTHS = 3;

    private YearParts() {}

    /**
     * The first day of the second half: the first day of school after the longest break of a week or more around the
     * turn of the year, of two equally long the first; without one the first of January.
     *
     * @param sessions days of school, ascending
     */
    public static LocalDate secondHalf(LocalDate firstDay, List<LocalDate> sessions) {
        LocalDate after = null;
        long longest = BREAK_DAYS;
        for (int i = 1; i < sessions.size(); i++) {
            LocalDate before = sessions.get(i - 1);
            long free = ChronoUnit.DAYS.between(before, sessions.get(i)) - 1;
            if (free < longest || !atTheTurn(before.plusDays(1), sessions.get(i).minusDays(1))) continue;
            if (after != null && free == longest) continue;
            longest = free;
            after = sessions.get(i);
        }
        return after != null ? after : LocalDate.of(firstDay.getYear() + 1, 1, 1);
    }

    /** Quarters are the calendar's. */
    public static LocalDate quarterBegins(LocalDate day) {
        return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / MONTHS * MONTHS + 1, 1);
    }

    /** @param begins the first day of a quarter */
    public static LocalDate quarterEnds(LocalDate begins) {
        return begins.plusMonths(MONTHS).minusDays(1);
    }

    private static boolean atTheTurn(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1)).map(MonthDay::from)
                .anyMatch(day -> !day.isBefore(BREAK_FROM) || !day.isAfter(BREAK_TO));
    }
}
