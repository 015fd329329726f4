package org.daywatch.prevention.patterns;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Four months of a school year that are counted together: July to October, November to February, March to June. They
 * never overlap and none is part of another, so that no number can be taken from another one; and what was shown of one
 * never changes, so that nobody learns of one day by looking before and after it.
 */
public record Period(LocalDate from) {

    private static final int MONTHS = 4;
    private static final int FIRST = 3; // March, July, November

    /** What is written down late still finds its place within so many days. */
    private static final int GRACE = 7;

    /** As many as are shown: all of them lie within the time for which happenings are kept. */
    private static final int SHOWN = 6;

    /**
     * As stored: when it was written down, placed, and found to be none. @param placed null: when it was written, or
     * not yet
     */
    record Noted(Happening what, Instant written, @Nullable Instant placed, @Nullable Instant dropped) {}

    public Period {
        if (from.getDayOfMonth() != 1 || (from.getMonthValue() - FIRST + 12) % MONTHS != 0)
            throw new IllegalArgumentException(
                    "A period begins on the first of March, July or November, not on " + from + ".");
    }

    static Period of(LocalDate day) {
        int back = (day.getMonthValue() - FIRST + 12) % MONTHS;
        return new Period(YearMonth.from(day).minusMonths(back).atDay(1));
    }

    public LocalDate to() {
        return from.plusMonths(MONTHS).minusDays(1);
    }

    /** From this day on it is shown, and stands. */
    LocalDate shownFrom() {
        return to().plusDays(GRACE + 1L);
    }

    /** Those that are shown on this day, the last one first. */
    static List<Period> shown(LocalDate today) {
        var running = of(today);
        var last = Stream.iterate(running.before(), Period::before).filter(p -> !p.shownFrom().isAfter(today))
                .findFirst().orElseThrow();
        return Stream.iterate(last, Period::before).limit(SHOWN).toList();
    }

    private Period before() {
        return new Period(from.minusMonths(MONTHS));
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to());
    }

    /** What counts in it: as it was known when it was first shown, whatever was learned since. */
    List<Happening> counted(List<Noted> all, ZoneId zone) {
        var stands = shownFrom().atStartOfDay(zone).toInstant();
        return all.stream()
                .filter(n -> holds(n.what().day()) && n.written().isBefore(stands)
                        && (n.dropped() == null || !n.dropped().isBefore(stands)))
                .map(n -> n.placed() == null || n.placed().isBefore(stands) ? n.what() : n.what().nowhere()).toList();
    }
}
