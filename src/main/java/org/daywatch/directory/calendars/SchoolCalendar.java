package org.daywatch.directory.calendars;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.SchoolLevel;

/**
 * A district's school year: every weekday between first and last day is a regular school day unless an exception says
 * otherwise. The most specific exception wins: the school's own over its level's over the district's. An exception may
 * also make a Saturday a school day.
 */
public record SchoolCalendar(UUID id, UUID districtId, String name, LocalDate firstDay, LocalDate lastDay,
        Map<LocalDate, List<CalendarDay>> exceptions) {

    public SchoolCalendar {
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException(
                    "The last day " + lastDay + " is before the first day " + firstDay + ".");
        }
    }

    public static SchoolCalendar of(UUID id, UUID districtId, String name, LocalDate first, LocalDate last,
            List<CalendarDay> days) {
        return new SchoolCalendar(id, districtId, name, first, last,
                days.stream().collect(Collectors.groupingBy(CalendarDay::day)));
    }

    public boolean spans(LocalDate date) {
        return !date.isBefore(firstDay) && !date.isAfter(lastDay);
    }

    /** Empty where the calendar has nothing to say: outside its year, or on a weekend. */
    public Optional<DayKind> dayKind(UUID school, SchoolLevel level, LocalDate date) {
        if (!spans(date)) return Optional.empty();
        return exception(school, level, date).map(CalendarDay::kind)
                .or(() -> isWeekday(date) ? Optional.of(DayKind.REGULAR) : Optional.empty());
    }

    public Optional<CalendarDay> exception(UUID school, SchoolLevel level, LocalDate date) {
        return exceptions.getOrDefault(date, List.of()).stream().filter(d -> d.appliesTo(school, level))
                .max(Comparator.comparingInt(d -> d.scope().specificity()));
    }

    /** The same calendar with one exception put in place of whatever stood in its slot. */
    public SchoolCalendar with(CalendarDay put) {
        var kept = days().filter(d -> !d.sameSlot(put.day(), put.scope()));
        return of(id, districtId, name, firstDay, lastDay, Stream.concat(kept, Stream.of(put)).toList());
    }

    public SchoolCalendar without(UUID calendarDayId) {
        return of(id, districtId, name, firstDay, lastDay, days().filter(d -> !d.id().equals(calendarDayId)).toList());
    }

    public SchoolCalendar spanning(LocalDate first, LocalDate last) {
        return new SchoolCalendar(id, districtId, name, first, last, exceptions);
    }

    public Stream<CalendarDay> days() {
        return exceptions.values().stream().flatMap(List::stream).sorted(Comparator.comparing(CalendarDay::day)
                .thenComparing(d -> d.scope().specificity()));
    }

    private static boolean isWeekday(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
    }
}
