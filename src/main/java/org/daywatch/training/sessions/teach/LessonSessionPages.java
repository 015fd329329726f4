package org.daywatch.training.sessions.teach;

import static org.daywatch_db.training.Tables.LESSON_SESSION;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.training.lessons.Lesson;
import org.daywatch.training.sessions.LessonChoices;
import org.daywatch.training.sessions.LessonPlaces;
import org.daywatch.training.sessions.LessonSession;
import org.daywatch.training.sessions.LessonSessionCommand;
import org.daywatch.training.sessions.LessonSessionCommands;
import org.daywatch.training.sessions.LessonSessionStore;
import org.daywatch.training.sessions.SessionDoor;
import org.daywatch.platform.web.forms.TypedForm;
import org.daywatch.training.sessions.timetable.SchoolTimetable;
import org.daywatch.training.sessions.timetable.SchoolTimetables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Lessons in the timetable: all of them in a list, and one with what became of it. */
@Controller
@Needs(Permission.LESSONS_READ)
public class LessonSessionPages {

    private final SessionRows rows;
    private final LessonSessionStore sessions;
    private final LessonSessionCommands commands;
    private final LessonPlaces places;
    private final LessonChoices choices;
    private final SchoolTimetables timetables;
    private final SessionDoor door;
    private final AuditLog audit;
    private final Clock clock;

    LessonSessionPages(SessionRows rows, LessonSessionStore sessions, LessonSessionCommands commands,
            LessonPlaces places, LessonChoices choices, SchoolTimetables timetables, SessionDoor door,
            AuditLog audit, Clock clock) {
        this.rows = rows;
        this.sessions = sessions;
        this.commands = commands;
        this.places = places;
        this.choices = choices;
        this.timetables = timetables;
        this.door = door;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/lessons/sessions")
    ModelAndView list(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        var paging = Paging.read("/lessons/sessions", parameters, SessionRows.SORTS.keySet(), "-day");
        var schools = places.of(actor);
        var all = rows.of(schools);
        var found = SessionRows.filtered(all, paging);
        var placed = paging.of(found.size());
        return new ModelAndView("training/sessions/teach/sessions",
                Map.of("page", page.titled("sessions.title"), "paging", placed, "rows", placed.shown(found), "schools",
                        schools,
                        "teachers", all.stream().map(r -> r.session().teacher().name()).distinct().sorted().toList(),
                        "teaches", actor.may(Permission.LESSONS_TEACH)));
    }

    @GetMapping("/lessons/sessions.csv")
    void csv(Actor actor, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var paging = Paging.read("/lessons/sessions", parameters, SessionRows.SORTS.keySet(), "-day");
        audit.act("LessonsExported", "organization " + actor.tenant(), paging.filters());
        Csv.answer(response, "lessons.csv",
                List.of("id", "school", "day", "period", "from", "to", "lesson", "edition", "language", "title",
                        "audience", "class", "number", "lessons", "teacher",
                        "co_teacher", "state", "taught_from", "minutes", "preparation", "people", "teacher_there",
                        "points_done", "points", "reason"),
                SessionRows.filtered(rows.of(places.of(actor)), paging)
                        .stream().map(LessonSessionPages::line));
    }

    private static List<?> line(SessionRows.Row r) {
        var s = r.session();
        var a = s.account();
        var zone = r.school().zone();
        boolean off = s.state() instanceof LessonSession.State.CalledOff;
        return Arrays.asList(s.id(), r.school().name(), s.slot().day(), s.slot().period(),
                s.slot().from().atZone(zone).toLocalTime(), s.slot().to().atZone(zone).toLocalTime(),
                s.content().code(),
                s.content().edition(), s.content().language(), s.content().title(), s.group().audience(),
                s.group().label(), s.number(), s.lessons(), s.teacher().name(), s.teacher().beside(),
                s.state().code(), a == null ? null : a.from(), a == null ? null : a.minutes(),
                a == null ? null : a.preparation(), a == null ? null : a.people(),
                a == null ? null : a.teacherThere(),
                a == null || a.fidelity().isEmpty()
                        ? null
                        : a.fidelity().stream().filter(f -> f.mark() == LessonSession.Mark.DONE).count(),
                a == null || a.fidelity().isEmpty() ? null : a.fidelity().size(),
                off ? ((LessonSession.State.CalledOff) s.state()).why() : "");
    }

    /**
     * @param library whether the library has this edition. @param others of the same class. @param records may write
     * down how it was taught
     */
    public record View(LessonSession session, Campus school, SchoolTimetable table, @Nullable Lesson library,
            List<LessonSession> others, boolean writes, boolean records, LocalDate today, Instant now) {}

    @GetMapping("/lessons/sessions/{id}")
    ModelAndView one(Page page, Actor actor, @PathVariable UUID id) {
        var s = door.mine(actor, id);
        var school = door.school(actor, s);
        var others = sessions.list(LESSON_SESSION.GROUP_ID.eq(s.group().id()).and(LESSON_SESSION.ID.ne(id)));
        var view = new View(s, school, timetables.of(school, s.slot().day(), s.slot().day()),
                choices.lesson(s.content()).orElse(null), others, SessionDoor.mayWrite(actor, s),
                SessionDoor.mayRecord(actor, s), places.today(school), clock.instant());
        return new ModelAndView("training/sessions/teach/session",
                Map.of("page", page.titled("sessions.one"), "view", view));
    }

    @PostMapping("/lessons/sessions/{id}/move")
    @Needs(Permission.LESSONS_TEACH)
    ModelAndView move(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> typed) {
        var s = door.toWrite(actor, id);
        var school = door.school(actor, s);
        return Act.on(page, response, "/lessons/sessions/" + id, "sessions.said.moved", () -> {
            var form = new TypedForm("sessions", typed);
            var day = form.day("day");
            var table = timetables.of(school, day, day);
            var period = table.period(form.text("period"));
            var from = period.map(p -> p.begins()).orElseGet(() -> form.time("from"));
            var to = period.map(p -> p.ends()).orElseGet(() -> form.time("to"));
            String why = form.within("outsideWhy", 200);
            form.check();
            if (!to.isAfter(from)) throw new InvalidInput("to", typed.getOrDefault("to", ""), "sessions.wrong.order");
            commands.handle(id,
                    new LessonSessionCommand.Move(table.slot(day, period.map(p -> p.name()).orElse(""), from, to, why),
                            s.teacher(), SessionDoor.by(actor)));
        });
    }

    @PostMapping("/lessons/sessions/{id}/call-off")
    @Needs(Permission.LESSONS_TEACH)
    ModelAndView callOff(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam(defaultValue = "") String why) {
        door.toWrite(actor, id);
        String said = why.strip();
        return Act.on(page, response, "/lessons/sessions/" + id, "sessions.said.calledOff", () -> commands.handle(id,
                new LessonSessionCommand.CallOff(said.length() > 300 ? said.substring(0, 300) : said,
                        SessionDoor.by(actor))));
    }
}
