package org.daywatch.transparency.activitylog.weeks;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.Programs;
import org.daywatch.directory.Requirement.Kind;
import org.daywatch.directory.Requirement;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.time.Days;
import org.daywatch.transparency.activitylog.ActivityQueries;
import org.daywatch.transparency.activitylog.WeekSums;
import org.daywatch.transparency.activitylog.timeuse.TimeUse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A week put together for whoever may read it. */
@Component
@Transactional(readOnly = true)
class WeekReading {

    private final WeeklyLogQueries logs;
    private final WeeklyLogStore store;
    private final ActivityQueries activities;
    private final Campuses campuses;
    private final ObjectProvider<Programs> programs;

    WeekReading(WeeklyLogQueries logs, WeeklyLogStore store, ActivityQueries activities, Campuses campuses,
            ObjectProvider<Programs> programs) {
        this.logs = logs;
        this.store = store;
        this.activities = activities;
        this.campuses = campuses;
        this.programs = programs;
    }

    /** One view for each school. @throws NotFound where nothing is there for this reader, or the week is no Monday */
    List<OfficerWeekView> week(Actor actor, UUID officer, String monday) {
        var found = logs.ofWeek(officer, monday(monday), LogScope.of(actor));
        if (found.isEmpty()) throw new NotFound("the log of officer " + officer + " for the week of " + monday);
        return found.stream().map(this::view).toList();
    }

    private OfficerWeekView view(WeeklyLog log) {
        var lines = activities.of(log.officerId(), List.of(log.schoolId()), log.week(), log.lastDay());
        var school = campuses.find(log.schoolId()).orElseThrow(() -> new NotFound("school " + log.schoolId()));
        return new OfficerWeekView(log, school, lines, store.steps(log.id()), TimeUse.of(WeekSums.of(lines)),
                rules(log));
    }

    /** What asks for the log itself, for lessons and for time on campus. */
    private List<String> rules(WeeklyLog log) {
        return programs.stream()
                .flatMap(all -> Requirement.versions(all.of(List.of(log.schoolId()), log.lastDay())
                        .getOrDefault(log.schoolId(), List.of()).stream()
                        .filter(r -> r.subject().startsWith("LOG:") || r.kind() == Kind.TIME || r.kind() == Kind.SHARE)
                        .toList()).stream())
                .toList();
    }

    static LocalDate monday(String text) {
        try {
            var day = Days.parse(text);
            if (day.getDayOfWeek() == DayOfWeek.MONDAY) return day;
        } catch (DateTimeParseException e) {
            throw new NotFound("week " + text);
        }
        throw new NotFound("week " + text + " does not begin on a Monday");
    }
}
