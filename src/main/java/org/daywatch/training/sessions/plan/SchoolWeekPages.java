package org.daywatch.training.sessions.plan;

import static org.daywatch_db.training.Tables.LESSON_SESSION;

import java.util.Map;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.time.Days;
import org.daywatch.platform.web.Page;
import org.daywatch.training.sessions.LessonPlaces;
import org.daywatch.training.sessions.LessonSessionStore;
import org.daywatch.training.sessions.timetable.SchoolTimetables;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The lessons of a school in its timetable, week by week. */
@Controller
@Needs(Permission.LESSONS_READ)
class SchoolWeekPages {

    private final LessonPlaces places;
    private final LessonSessionStore sessions;
    private final SchoolTimetables timetables;

    SchoolWeekPages(LessonPlaces places, LessonSessionStore sessions, SchoolTimetables timetables) {
        this.places = places;
        this.sessions = sessions;
        this.timetables = timetables;
    }

    @GetMapping("/lessons/sessions/week")
    ModelAndView week(Page page, Actor actor, @RequestParam(defaultValue = "") String school,
            @RequestParam(defaultValue = "") String day) {
        var schools = places.of(actor);
        if (schools.isEmpty())
            return new ModelAndView("training/sessions/plan/nowhere",
                    Map.of("page", page.titled("sessions.week.title")));
        var campus = Ids.find(school).map(id -> places.get(actor, id)).orElse(schools.getFirst());
        var today = places.today(campus);
        var monday = SchoolWeek.mondayOf(Days.find(day)
                .filter(d -> Math.abs(d.toEpochDay() - today.toEpochDay()) < 3660).orElse(today));
        var lessons = sessions.list(
                LESSON_SESSION.SCHOOL_ID.eq(campus.id()).and(LESSON_SESSION.DAY.between(monday, monday.plusDays(6)))
                        .and(LESSON_SESSION.STATE.ne("CALLED_OFF")));
        var week = SchoolWeek.of(monday, timetables.of(campus, monday, monday.plusDays(6)), lessons);
        return new ModelAndView("training/sessions/plan/week",
                Map.of("page", page.titled("sessions.week.title"), "schools", schools, "school", campus, "week", week,
                        "today", today,
                        "teaches", actor.may(Permission.LESSONS_TEACH)));
    }
}
