package org.daywatch.training.sessions.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.daywatch.directory.rosters.ClassPeriod;
import org.daywatch.training.sessions.LessonSession;
import org.daywatch.training.sessions.timetable.SchoolTimetable;
import org.jspecify.annotations.Nullable;

/** The lessons of one school in one week, day by day, period by period. Pure. */
public record SchoolWeek(LocalDate monday, List<Day> days) {

    /** @param period null: beside the periods of the timetable */
    public record Cell(@Nullable ClassPeriod period, List<LessonSession> lessons) {}

    /** @param school whether it is a school day */
    public record Day(LocalDate day, boolean school, List<Cell> cells) {}

    public static LocalDate mondayOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** @param lessons of that week; a weekend is shown only where something lies in it */
    public static SchoolWeek of(LocalDate monday, SchoolTimetable table, List<LessonSession> lessons) {
        var days = new ArrayList<Day>();
        for (int i = 0; i < 7; i++) {
            var day = monday.plusDays(i);
            var then = lessons.stream().filter(l -> l.slot().day().equals(day)).toList();
            boolean school = table.inSession(day) && (i < 5 || table.bells().containsKey(day));
            if (i < 5 || school || !then.isEmpty()) days.add(new Day(day, school, cells(table, then)));
        }
        return new SchoolWeek(monday, List.copyOf(days));
    }

    private static List<Cell> cells(SchoolTimetable table, List<LessonSession> then) {
        var cells = new ArrayList<Cell>();
        for (var period : table.periods())
            cells.add(new Cell(period, then.stream().filter(l -> l.slot().period().equals(period.name())).toList()));
        var beside = then.stream().filter(l -> table.period(l.slot().period()).isEmpty()).toList();
        if (!beside.isEmpty()) cells.add(new Cell(null, beside));
        return List.copyOf(cells);
    }
}
