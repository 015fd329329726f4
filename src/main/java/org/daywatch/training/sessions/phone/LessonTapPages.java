package org.daywatch.training.sessions.phone;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Open;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.training.sessions.LessonChoices;
import org.daywatch.training.sessions.LessonSession;
import org.daywatch.training.sessions.LessonSessionCommand;
import org.daywatch.training.sessions.LessonSessionCommand.Begin;
import org.daywatch.training.sessions.LessonSessionCommand.End;
import org.daywatch.training.sessions.LessonSessionCommands;
import org.daywatch.training.sessions.SessionDoor;
import org.daywatch.training.sessions.teach.MyLessons;
import org.daywatch.training.sessions.teach.TaughtForm;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the phone of whoever teaches keeps, and what its queue sends. */
@Controller
class LessonTapPages {

    private final SessionDoor door;
    private final LessonSessionCommands commands;
    private final LessonChoices choices;
    private final MyLessons lessons;
    private final Clock clock;

    LessonTapPages(SessionDoor door, LessonSessionCommands commands, LessonChoices choices, MyLessons lessons,
            Clock clock) {
        this.door = door;
        this.commands = commands;
        this.choices = choices;
        this.lessons = lessons;
        this.clock = clock;
    }

    /** Who is asked by the queue of a phone before it sends: whose taps go with which token. */
    record Teaching(UUID person, String csrfName, String csrf) {}

    record Taken(boolean accepted) {}

    @Open(why = "the page of lessons as every teaching officer's phone keeps it: lessons come from the phone itself")
    @GetMapping("/lessons/sessions/shell")
    ModelAndView shell(Page page, @RequestParam(defaultValue = "") String lang) {
        return new ModelAndView("training/sessions/phone/lessons-shell",
                Map.of("page", page.in(lang).titled("sessions.today.title")));
    }

    @Needs(Permission.LESSONS_TEACH)
    @GetMapping("/lessons/sessions/mine")
    ResponseEntity<Teaching> mine(Actor actor, Page page) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .body(new Teaching(actor.person(), page.csrf().name(), page.csrf().token()));
    }

    @Needs(Permission.LESSONS_TEACH)
    @GetMapping("/lessons/sessions/kept")
    ResponseEntity<KeptLessons> kept(Actor actor, Page page) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .body(KeptLessons.of(page, actor.person(), clock.instant(), lessons.of(actor.person()), choices));
    }

    /** One thing that was tapped; what is wrong comes back as problem details. */
    @Needs(Permission.LESSONS_TEACH)
    @PostMapping("/lessons/sessions/taps")
    ResponseEntity<Taken> tapped(Actor actor, @RequestParam Map<String, String> typed) {
        var tap = LessonTap.read(typed, clock.instant());
        var session = door.toRecord(actor, tap.lesson());
        commands.take(tap.id(), session.id(), command(actor, session, tap, typed));
        return ResponseEntity.ok(new Taken(true));
    }

    private LessonSessionCommand command(Actor actor, LessonSession session, LessonTap tap, Map<String, String> typed) {
        var by = SessionDoor.by(actor);
        var zone = door.school(actor, session).zone();
        return switch (tap.act()) {
            case BEGIN -> new Begin(LocalDate.ofInstant(tap.at(), zone), tap.at(), by);
            case END -> new End(tap.at(), by);
            case RECORD -> {
                var began = session.begins().atZone(zone);
                var filled = new HashMap<>(
                        Map.of("used", session.content().edition() + " " + session.content().language(), "day",
                                began.toLocalDate().toString(),
                                "from", began.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString()));
                filled.putAll(typed);
                yield TaughtForm.read(filled, session, choices, zone).taught(by);
            }
        };
    }
}
