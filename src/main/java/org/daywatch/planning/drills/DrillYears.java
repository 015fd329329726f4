package org.daywatch.planning.drills;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.daywatch.directory.Campus;
import org.daywatch.directory.calendars.CalendarDay;
import org.daywatch.directory.calendars.SchoolCalendar;
import org.daywatch.directory.calendars.SessionDays;
import org.daywatch.directory.calendars.Timetable;
import org.daywatch.planning.PlanningRefusal;
import org.daywatch.planning.drills.forwardplan.SpreadProblem.Day;
import org.daywatch.platform.errors.Refused;
import org.springframework.stereotype.Component;

/** The school year around a day, as drills look at it. */
@Component
public class DrillYears {

    /** A note of the calendar that speaks of tests: no drill then. */
    private static final Pattern TESTING = Pattern
            .compile("\\b(test(s|ing)?|assessments?|exams?|evaluaci[oó]n(es)?)\\b", Pattern.CASE_INSENSITIVE);

    private final SessionDays sessions;

    DrillYears(SessionDays sessions) {
        this.sessions = sessions;
    }

    /** @param days in session, oldest first */
    public record Year(LocalDate first, LocalDate last, List<Day> days) {

        public boolean inSession(LocalDate day) {
            return days.stream().anyMatch(d -> d.day().equals(day));
        }
    }

    /** The year that is on, or else the next one; empty where no calendar speaks of either. */
    public Optional<Year> of(Campus school, LocalDate day) {
        var table = sessions.timetable(List.of(school));
        return table.calendar(school, day).or(() -> next(table, school, day))
                .map(calendar -> year(calendar, table, school));
    }

    /** Why no drill is held at that moment of the school's clock: no school that day, or not in its hours. */
    public Optional<Refused> closed(Campus school, LocalDate day, LocalTime at) {
        var year = of(school, day);
        if (year.isPresent() && !year.get().inSession(day))
            return Optional.of(new Refused(PlanningRefusal.DRILL_NO_SCHOOL, Map.of("day", day)));
        return sessions.timetable(List.of(school)).bellDay(school, day)
                .filter(bells -> at.isBefore(bells.firstBell()) || !at.isBefore(bells.lastBell()))
                .map(bells -> new Refused(PlanningRefusal.DRILL_OUTSIDE_HOURS,
                        Map.of("day", day, "from", bells.firstBell(), "to", bells.lastBell())));
    }

    /**
     * The first day of the year that is on at each school, or else of the next or the last one; the first of July where
     * no calendar speaks.
     */
    public Map<UUID, LocalDate> begins(Collection<Campus> schools, LocalDate day) {
        var table = sessions.timetable(schools);
        var begins = new HashMap<UUID, LocalDate>();
        for (var school : schools) {
            var last = table.calendarsByDistrict().getOrDefault(school.districtId(), List.of()).stream()
                    .max(Comparator.comparing(SchoolCalendar::firstDay));
            begins.put(school.id(), table.calendar(school, day).or(() -> next(table, school, day)).or(() -> last)
                    .map(SchoolCalendar::firstDay).orElse(july(day)));
        }
        return begins;
    }

    /** Where no calendar speaks of a day its year runs from July to June. */
    static LocalDate july(LocalDate day) {
        return LocalDate.of(day.getMonthValue() >= 7 ? day.getYear() : day.getYear() - 1, 7, 1);
    }

    private static Optional<SchoolCalendar> next(Timetable table, Campus school, LocalDate day) {
        return table.calendarsByDistrict().getOrDefault(school.districtId(), List.of()).stream()
                .filter(c -> c.firstDay().isAfter(day)).min(Comparator.comparing(SchoolCalendar::firstDay));
    }

    private static Year year(SchoolCalendar calendar, Timetable table, Campus school) {
        var days = calendar.firstDay().datesUntil(calendar.lastDay().plusDays(1))
                .filter(d -> table.dayKind(school, d).filter(k -> k.isSchoolDay()).isPresent()).toList();
        return new Year(calendar.firstDay(), calendar.lastDay(),
                days.stream().map(d -> new Day(d, table.dayKind(school, d).orElseThrow(),
                        calendar.exception(school.id(), school.level(), d).map(CalendarDay::note)
                                .filter(note -> TESTING.matcher(note).find()).isPresent(),
                        d.equals(days.getFirst()) || d.equals(days.getLast()))).toList());
    }
}
