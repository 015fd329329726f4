package org.daywatch.training.effects;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.training.lessons.Lesson;
import org.daywatch.training.lessons.Lessons;
import org.daywatch.training.sessions.LessonPlaces;
import org.daywatch.training.sessions.SessionDoor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What classes learned: the list, one report, on the screen, on paper and as figures. */
@Controller
@Needs(Permission.LESSONS_READ)
public class EffectPages {

    private final SessionDoor door;
    private final LessonPlaces places;
    private final EffectQueries effects;
    private final EffectSheet sheet;
    private final Lessons lessons;
    private final AuditLog audit;

    EffectPages(SessionDoor door, LessonPlaces places, EffectQueries effects, EffectSheet sheet, Lessons lessons,
            AuditLog audit) {
        this.door = door;
        this.places = places;
        this.effects = effects;
        this.sheet = sheet;
        this.lessons = lessons;
        this.audit = audit;
    }

    @GetMapping("/effects")
    ModelAndView list(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        var paging = Paging.read("/effects", parameters, EffectQueries.SORTS.keySet(), "day");
        var rows = effects.list(paging, places.only(actor), actor.person());
        var placed = paging.of(rows.size());
        var shown = placed.shown(rows);
        return new ModelAndView("training/effects/effects",
                Map.of("page", page.titled("effects.title"), "paging", placed, "rows", shown,
                        "views", shown.stream().collect(
                                Collectors.toMap(r -> r.session().id(), r -> effects.of(r.session(), r.school())))));
    }

    @GetMapping("/effects.csv")
    void csv(Actor actor, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var paging = Paging.read("/effects", parameters, EffectQueries.SORTS.keySet(), "day");
        audit.act("EffectsExported", "organization " + actor.tenant(), paging.filters());
        Csv.answer(response, "effects.csv", EffectRows.LIST, effects.list(paging, places.only(actor), actor.person())
                .stream().map(r -> EffectRows.line(effects.of(r.session(), r.school()))));
    }

    @GetMapping("/effects/{session}")
    ModelAndView one(Page page, Actor actor, @PathVariable UUID session) {
        var view = view(actor, session);
        return new ModelAndView("training/effects/effect",
                new HashMap<>(Map.of("page",
                        page.titled("effects.one", view.session().content().title(), view.session().group().label()),
                        "view", view, "questions", questions(page, view))));
    }

    @GetMapping("/effects/{session}/figures.csv")
    void figures(Actor actor, @PathVariable UUID session, HttpServletResponse response) {
        Csv.answer(response, "effect.csv", EffectRows.FIGURES, EffectRows.figures(view(actor, session)).stream());
    }

    @GetMapping("/effects/{session}/effect.pdf")
    void pdf(Page page, Actor actor, @PathVariable UUID session, HttpServletResponse response) throws IOException {
        var view = view(actor, session);
        byte[] bytes = sheet.of(page, view, questions(page, view));
        response.setContentType("application/pdf");
        response.setHeader("Content-Disposition", "attachment; filename=\"effect.pdf\"");
        response.getOutputStream().write(bytes);
    }

    private EffectQueries.View view(Actor actor, UUID id) {
        var session = door.mine(actor, id);
        return effects.of(session, door.school(actor, session));
    }

    /** In the reader's language; empty where the lesson is not in the library any more. */
    private Map<String, String> questions(Page page, EffectQueries.View view) {
        if (view.held().isEmpty()) return Map.of();
        var asked = view.held().getFirst().asked();
        return lessons.find(asked.lesson(), asked.edition(), page.lang())
                .or(() -> lessons.find(asked.lesson(), asked.edition(), page.lang().equals("es") ? "en" : "es"))
                .map(Lesson::quiz)
                .orElse(List.of()).stream().collect(Collectors.toMap(Lesson.Question::id, Lesson.Question::question));
    }
}
