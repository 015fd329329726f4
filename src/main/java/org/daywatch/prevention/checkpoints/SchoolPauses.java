package org.daywatch.prevention.checkpoints;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How the days without school stretch what is looked at again. Whole weeks without school do not count: whoever looks
 * every week pauses with the school. What is looked at seldom runs on through them, and is due on the first school day
 * after. Pure.
 *
 * @param held days with school from {@code from} on, as far as they were read; none: nobody knows, so that every day
 * counts
 */
record SchoolPauses(TreeSet<LocalDate> held, LocalDate from, LocalDate today) {

    /** What is looked at more seldom than this does not pause. */
    static final int SHORT = 31;

    boolean known() {
        return !held.isEmpty();
    }

    /** By when it is looked at again; where no later school day is known, as if there were no pause. */
    LocalDate due(LocalDate seen, int days) {
        if (!known() || held.last().isBefore(seen)) return seen.plusDays(days);
        var by = days > SHORT ? seen.plusDays(days) : seen;
        for (int left = days > SHORT ? 0 : days; left > 0 && !by.isAfter(held.last());) {
            by = by.plusDays(1);
            if (counts(by)) left--;
        }
        var open = held.ceiling(by);
        return open == null ? seen.plusDays(days) : open;
    }

    /** Days over it; 0 while it is in time, and as long as there is no school. */
    long late(LocalDate seen, int days) {
        var last = lastHeld();
        if (last == null || !known() || last.isBefore(seen))
            return known() ? 0 : Math.max(0, ChronoUnit.DAYS.between(seen.plusDays(days), today));
        return counted(seen, last, days) >= days ? Math.max(1, ChronoUnit.DAYS.between(due(seen, days), today)) : 0;
    }

    /** The last day on which somebody could have looked; null where there was none. */
    @org.jspecify.annotations.Nullable
    LocalDate lastHeld() {
        return known() ? held.lower(today) : today.minusDays(1);
    }

    /** Weeks that had school, up to that day. */
    long weeksHeld() {
        return held.headSet(today, false).stream().map(SchoolPauses::monday).distinct().count();
    }

    private long counted(LocalDate after, LocalDate until, int days) {
        long all = ChronoUnit.DAYS.between(after, until);
        return days > SHORT
                ? all
                : all - pauses().stream().mapToLong(p -> Math.max(0,
                        ChronoUnit.DAYS.between(max(p.minusDays(1), after), min(p.plusDays(6), until)))).sum();
    }

    /** Mondays of the weeks without school up to the last day with it. */
    List<LocalDate> pauses() {
        var last = lastHeld();
        if (!known() || last == null) return List.of();
        return Stream.iterate(monday(from), m -> !m.isAfter(last), m -> m.plusWeeks(1)).filter(m -> !weekHeld(m))
                .toList();
    }

    private boolean counts(LocalDate day) {
        return day.isBefore(monday(from)) || weekHeld(monday(day));
    }

    private boolean weekHeld(LocalDate monday) {
        var first = held.ceiling(monday);
        return first != null && first.isBefore(monday.plusWeeks(1));
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static LocalDate max(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate min(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
