package org.daywatch.directory.calendars;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.DayKind;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.persistence.Ids;

/** What can be done to a school year, and how the year looks afterward: the preview and the deed use the same one. */
public sealed interface CalendarChange {

    UUID calendarId();

    SchoolCalendar applyTo(SchoolCalendar calendar);

    /** Which days can differ afterward; from, to. */
    List<LocalDate> reach(SchoolCalendar calendar);

    CalendarScope scope(SchoolCalendar calendar);

    String words();

    /** Every weekday between two dates, both included; a single date may also be a weekend day. */
    record PutDays(UUID calendarId, LocalDate from, LocalDate to, CalendarScope scope, DayKind kind,
            String note) implements CalendarChange {

        List<CalendarDay> days() {
            if (from.equals(to)) return List.of(day(from));
            return from.datesUntil(to.plusDays(1)).filter(d -> d.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                    .map(this::day).toList();
        }

        private CalendarDay day(LocalDate date) {
            return new CalendarDay(Ids.next(), date, scope, kind, note);
        }

        @Override
        public SchoolCalendar applyTo(SchoolCalendar calendar) {
            var changed = calendar;
            for (CalendarDay day : days()) changed = changed.with(day);
            return changed;
        }

        @Override
        public List<LocalDate> reach(SchoolCalendar calendar) {
            return List.of(from, to);
        }

        @Override
        public CalendarScope scope(SchoolCalendar calendar) {
            return scope;
        }

        @Override
        public String words() {
            return kind + " " + from + (from.equals(to) ? "" : " to " + to);
        }
    }

    record RemoveDay(UUID calendarId, UUID dayId) implements CalendarChange {

        @Override
        public SchoolCalendar applyTo(SchoolCalendar calendar) {
            return calendar.without(dayId);
        }

        @Override
        public List<LocalDate> reach(SchoolCalendar calendar) {
            var day = day(calendar);
            return List.of(day.day(), day.day());
        }

        @Override
        public CalendarScope scope(SchoolCalendar calendar) {
            return day(calendar).scope();
        }

        @Override
        public String words() {
            return "exception removed";
        }

        private CalendarDay day(SchoolCalendar calendar) {
            return calendar.days().filter(d -> d.id().equals(dayId)).findFirst()
                    .orElseThrow(() -> new NotFound("calendar day " + dayId));
        }
    }

    /** The school year begins or ends on another day. */
    record Span(UUID calendarId, LocalDate firstDay, LocalDate lastDay) implements CalendarChange {

        @Override
        public SchoolCalendar applyTo(SchoolCalendar calendar) {
            return calendar.spanning(firstDay, lastDay);
        }

        @Override
        public List<LocalDate> reach(SchoolCalendar calendar) {
            return List.of(firstDay.isBefore(calendar.firstDay()) ? firstDay : calendar.firstDay(),
                    lastDay.isAfter(calendar.lastDay()) ? lastDay : calendar.lastDay());
        }

        @Override
        public CalendarScope scope(SchoolCalendar calendar) {
            return CalendarScope.all(calendar.districtId());
        }

        @Override
        public String words() {
            return "school year " + firstDay + " to " + lastDay;
        }
    }
}
