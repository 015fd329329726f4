package org.daywatch.training.sessions.timetable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.BellDay;
import org.daywatch.directory.Campus;
import org.daywatch.directory.calendars.SchoolCalendar;
import org.daywatch.directory.calendars.SessionDays;
import org.daywatch.directory.rosters.ClassGroup;
import org.daywatch.directory.rosters.ClassPeriod;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.platform.tenancy.OnBehalf;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads a school's timetable. Periods and classes are the district's; who plans a lesson learns when a period is and
 * what a class is called, and nobody in it.
 */
@Component
@Transactional(readOnly = true)
public class SchoolTimetables {

    private static final int SUMMER = 7;

    private final SessionDays sessions;
    private final ClassRosters rosters;
    private final OnBehalf onBehalf;

    SchoolTimetables(SessionDays sessions, ClassRosters rosters, OnBehalf onBehalf) {
        this.sessions = sessions;
        this.rosters = rosters;
        this.onBehalf = onBehalf;
    }

    /** Both days count. */
    public SchoolTimetable of(Campus school, LocalDate from, LocalDate to) {
        var table = sessions.timetable(List.of(school));
        var periods = new ArrayList<ClassPeriod>();
        onBehalf.run(school.districtId(), () -> periods.addAll(rosters.periods(school.id())));
        var bells = table.bellDays(List.of(school), from, to).stream()
                .collect(Collectors.toMap(BellDay::day, Function.identity()));
        return new SchoolTimetable(school, List.copyOf(periods), bells,
                !bells.isEmpty() || table.calendar(school, from).isPresent() || table.calendar(school, to).isPresent());
    }

    /** In which the school year of a day begins. */
    public int year(Campus school, LocalDate day) {
        return sessions.timetable(List.of(school)).calendar(school, day).map(SchoolCalendar::firstDay)
                .map(LocalDate::getYear)
                .orElse(day.getMonthValue() >= SUMMER ? day.getYear() : day.getYear() - 1);
    }

    /** The last school day of the year a day lies in; far off where no calendar says it. */
    public LocalDate lastDay(Campus school, LocalDate day) {
        return sessions.timetable(List.of(school)).calendar(school, day).map(SchoolCalendar::lastDay)
                .orElse(day.plusMonths(10));
    }

    /** The first school day of the year a day lies in; the first of August where no calendar says it. */
    public LocalDate firstDay(Campus school, LocalDate day) {
        return sessions.timetable(List.of(school)).calendar(school, day).map(SchoolCalendar::firstDay)
                .orElseGet(() -> LocalDate.of(year(school, day), 8, 1));
    }

    /** What the classes of the school are called, by title. */
    public List<String> classes(Campus school) {
        var titles = new ArrayList<String>();
        onBehalf.run(school.districtId(),
                () -> rosters.classes(school.id()).stream().map(ClassGroup::title).distinct().forEach(titles::add));
        return List.copyOf(titles);
    }
}
