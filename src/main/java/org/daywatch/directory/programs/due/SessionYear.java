package org.daywatch.directory.programs.due;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.daywatch.directory.calendars.YearParts;
import org.jspecify.annotations.Nullable;

/**
 * A school year as due lists count it: its days of school, halves, quarters, months and weeks. Pure.
 *
 * @param sessions the days students are at school, ascending
 * @param secondHalf the first day of the second half
 */
public record SessionYear(LocalDate firstDay, LocalDate lastDay, List<LocalDate> sessions, LocalDate secondHalf) {

    /**
     * Days that belong together.
     *
     * @param from first day of school in it. @param by last day of school in it
     * @param begins first day of the calendar in it, within the year. @param ends last one
     */
    public record Period(LocalDate from, LocalDate by, LocalDate begins, LocalDate ends) {}

    /** @param sessions ascending, not empty */
    public static SessionYear of(LocalDate firstDay, LocalDate lastDay, List<LocalDate> sessions) {
        return new SessionYear(firstDay, lastDay, List.copyOf(sessions), YearParts.secondHalf(firstDay, sessions));
    }

    /**
     * The same year for a school that is there, or takes part, for some of its days only. Halves stay where they are.
     */
    public SessionYear during(@Nullable LocalDate from, @Nullable LocalDate to) {
        LocalDate first = first(from);
        LocalDate last = last(to);
        return new SessionYear(first, last,
                sessions.stream().filter(day -> !day.isBefore(first) && !day.isAfter(last)).toList(), secondHalf);
    }

    /** That day, or the year's first where it lies before it or there is none. */
    LocalDate first(@Nullable LocalDate from) {
        return from == null || from.isBefore(firstDay) ? firstDay : from;
    }

    LocalDate last(@Nullable LocalDate to) {
        return to == null || to.isAfter(lastDay) ? lastDay : to;
    }

    List<LocalDate> sessions(Period period) {
        return sessions.subList(Collections.binarySearch(sessions, period.from()),
                Collections.binarySearch(sessions, period.by()) + 1);
    }

    public List<Period> whole() {
        return grouped(day -> firstDay, first -> lastDay);
    }

    public List<Period> half(boolean second) {
        return second
                ? grouped(day -> day.isBefore(secondHalf) ? null : secondHalf, first -> lastDay)
                : grouped(day -> day.isBefore(secondHalf) ? firstDay : null, first -> secondHalf.minusDays(1));
    }

    public List<Period> quarters() {
        return grouped(YearParts::quarterBegins, YearParts::quarterEnds);
    }

    public List<Period> months() {
        return grouped(day -> day.withDayOfMonth(1), first -> YearMonth.from(first).atEndOfMonth());
    }

    public List<Period> weeks() {
        return grouped(day -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), first -> first.plusDays(6));
    }

    public List<Period> firstDays(int days) {
        if (days < 1) return List.of();
        LocalDate last = sessions.isEmpty() ? lastDay : sessions.get(Math.min(days, sessions.size()) - 1);
        return until(last);
    }

    public List<Period> until(LocalDate last) {
        return grouped(day -> day.isAfter(last) ? null : firstDay, first -> last);
    }

    /** The given day where it lies in this year, counted from its first day on. */
    public LocalDate next(MonthDay day) {
        LocalDate here = day.atYear(firstDay.getYear());
        return here.isBefore(firstDay) ? day.atYear(firstDay.getYear() + 1) : here;
    }

    /** The so-manieth day of school after a day; the last one where there are fewer. */
    public LocalDate schoolDaysAfter(LocalDate day, int count) {
        var after = sessions.stream().filter(d -> d.isAfter(day)).limit(count).toList();
        return after.isEmpty() ? day : after.getLast();
    }

    private List<Period> grouped(Function<LocalDate, @Nullable LocalDate> key, Function<LocalDate, LocalDate> end) {
        var periods = new ArrayList<Period>();
        LocalDate open = null;
        for (LocalDate day : sessions) {
            LocalDate first = key.apply(day);
            if (first == null) continue;
            if (first.equals(open)) {
                var last = periods.removeLast();
                periods.add(new Period(last.from(), day, last.begins(), last.ends()));
            } else {
                periods.add(new Period(day, day, first.isBefore(firstDay) ? firstDay : first,
                        end.apply(first).isAfter(lastDay) ? lastDay : end.apply(first)));
            }
            open = first;
        }
        return periods;
    }
}
