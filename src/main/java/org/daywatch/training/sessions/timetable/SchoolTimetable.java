package org.daywatch.training.sessions.timetable;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daywatch.directory.BellDay;
import org.daywatch.directory.Campus;
import org.daywatch.directory.rosters.ClassPeriod;

/**
 * Days, bells and periods of one school over some time. Pure.
 *
 * @param bells by day; a day that is missing is no school day
 * @param known whether a calendar speaks of this time at all; where none does, nothing can be refused for it
 */
public record SchoolTimetable(Campus school, List<ClassPeriod> periods, Map<LocalDate, BellDay> bells, boolean known) {

    /** Why a lesson cannot lie there without somebody's word. */
    public enum Outside {
        NO_SCHOOL, BEFORE_BELLS, AFTER_BELLS
    }

    public Optional<ClassPeriod> period(String name) {
        return periods.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    public boolean inSession(LocalDate day) {
        return !known || bells.containsKey(day);
    }

    public Optional<Outside> outside(LocalDate day, LocalTime from, LocalTime to) {
        var rung = bells.get(day);
        if (rung == null) return known ? Optional.of(Outside.NO_SCHOOL) : Optional.empty();
        if (from.isBefore(rung.firstBell())) return Optional.of(Outside.BEFORE_BELLS);
        return to.isAfter(rung.lastBell()) ? Optional.of(Outside.AFTER_BELLS) : Optional.empty();
    }

    public Slot slot(LocalDate day, String period, LocalTime from, LocalTime to, String outsideWhy) {
        return new Slot(day, period, day.atTime(from).atZone(school.zone()).toInstant(),
                day.atTime(to).atZone(school.zone()).toInstant(), outsideWhy);
    }
}
