package org.daywatch.training.sessions.teach;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.training.sessions.LessonChoices;
import org.daywatch.training.sessions.LessonPlaces;
import org.daywatch.training.sessions.LessonSessionCommand;
import org.daywatch.training.sessions.LessonSessionCommands;
import org.daywatch.training.sessions.SessionDoor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A lesson begins, ends, and is written down as it was. */
@Controller
@Needs(Permission.LESSONS_TEACH)
class TeachPages {

    private final SessionDoor door;
    private final LessonPlaces places;
    private final LessonSessionCommands commands;
    private final LessonChoices choices;
    private final Clock clock;

    TeachPages(SessionDoor door, LessonPlaces places, LessonSessionCommands commands, LessonChoices choices,
            Clock clock) {
        this.door = door;
        this.places = places;
        this.commands = commands;
        this.choices = choices;
        this.clock = clock;
    }

    @PostMapping("/lessons/sessions/{id}/begin")
    ModelAndView begin(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id) {
        var session = door.toRecord(actor, id);
        return Act.on(page, response, "/lessons/sessions/" + id, "sessions.said.begun", () -> commands.handle(id,
                new LessonSessionCommand.Begin(places.today(door.school(actor, session)), clock.instant(),
                        SessionDoor.by(actor))));
    }

    @PostMapping("/lessons/sessions/{id}/end")
    ModelAndView end(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id) {
        door.toRecord(actor, id);
        return Act.on(page, response, "/lessons/sessions/" + id + "/record", "sessions.said.ended",
                () -> commands.handle(id, new LessonSessionCommand.End(clock.instant(), SessionDoor.by(actor))));
    }

    @GetMapping("/lessons/sessions/{id}/record")
    ModelAndView record(Page page, Actor actor, @PathVariable UUID id) {
        var session = door.toRecord(actor, id);
        var model = new HashMap<String, Object>(Map.of("page", page.titled("sessions.record.title"), "session", session,
                "school", door.school(actor, session), "points", TaughtForm.points(session, choices),
                "used", choices.used(page, session.content())));
        model.put("today", places.today(door.school(actor, session)));
        return new ModelAndView("training/sessions/teach/record", model);
    }

    @PostMapping("/lessons/sessions/{id}/record")
    ModelAndView write(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> typed) {
        var session = door.toRecord(actor, id);
        return Act.told(page, typed, again -> again(again, actor, id), () -> {
            var form = TaughtForm.read(typed, session, choices, door.school(actor, session).zone());
            commands.handle(id, form.command(session, typed.getOrDefault("why", ""), SessionDoor.by(actor)));
            Flashes.say(response, "success", page.t("sessions.said.taught"));
            return new ModelAndView("redirect:/lessons/sessions/" + id);
        });
    }

    private ModelAndView again(Page page, Actor actor, UUID id) {
        return record(page.errors().isEmpty() ? page : page.says("error", page.t("sessions.said.wrong")), actor, id);
    }
}
