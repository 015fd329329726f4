package org.daywatch.prevention.findings.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.Typed;
import org.daywatch.prevention.findings.Finding;
import org.daywatch.prevention.findings.FindingCommand.By;
import org.daywatch.prevention.findings.FindingCommands;
import org.daywatch.prevention.findings.FindingDoor;
import org.daywatch.prevention.findings.FindingSentences;
import org.daywatch.prevention.places.PreventionPlaces;
import org.daywatch.prevention.siteplans.PlanPointing.Target;
import org.daywatch.prevention.siteplans.PlanPointing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a finding stands on the site plan. */
@Controller
@Needs(Permission.FINDINGS_EDIT)
class FindingPlanPages {

    private final PlanPointing pointing;
    private final FindingCommands commands;
    private final FindingDoor door;
    private final FindingSentences sentences;
    private final PreventionPlaces places;

    FindingPlanPages(PlanPointing pointing, FindingCommands commands, FindingDoor door, FindingSentences sentences,
            PreventionPlaces places) {
        this.pointing = pointing;
        this.commands = commands;
        this.door = door;
        this.sentences = sentences;
        this.places = places;
    }

    @GetMapping("/findings/{id}/plan")
    ModelAndView choose(Page page, Actor actor, @PathVariable UUID id) {
        return pointing.choose(page, target(page, door.mine(actor, id)));
    }

    @PostMapping("/findings/{id}/plan/mark")
    ModelAndView atMark(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String mark,
            HttpServletResponse response) {
        var f = door.mine(actor, id);
        return pointing.atMark(page, target(page, f), mark, response, place(f, actor));
    }

    @PostMapping("/findings/{id}/plan/removal")
    ModelAndView takeOff(Page page, Actor actor, @PathVariable UUID id, HttpServletResponse response) {
        var f = door.mine(actor, id);
        return Act.on(page, response, "/findings/" + id, "pointing.said.off",
                () -> commands.place(id, f.where().place(), null, by(actor)));
    }

    @PostMapping("/findings/{id}/plan/{plan}/openings")
    ModelAndView open(Page page, Actor actor, @PathVariable UUID id, @PathVariable UUID plan) {
        return pointing.open(actor, target(page, door.mine(actor, id)), plan);
    }

    @GetMapping("/findings/{id}/plan/{plan}/openings/{opening}")
    ModelAndView sheet(Page page, Actor actor, @PathVariable UUID id, @PathVariable UUID plan,
            @PathVariable UUID opening) {
        return pointing.sheet(page, actor, target(page, door.mine(actor, id)), plan, opening);
    }

    @GetMapping("/findings/{id}/plan/{plan}/openings/{opening}/picture")
    ResponseEntity<byte[]> picture(Actor actor, @PathVariable UUID id, @PathVariable UUID plan,
            @PathVariable UUID opening) {
        return pointing.picture(actor, places.campus(door.mine(actor, id).schoolId()), plan, opening);
    }

    @PostMapping("/findings/{id}/plan/{plan}/openings/{opening}")
    ModelAndView point(Page page, Actor actor, @PathVariable UUID id, @PathVariable UUID plan,
            @PathVariable UUID opening, @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        var f = door.mine(actor, id);
        return pointing.point(page, actor, target(page, f), plan, opening, form, response, place(f, actor));
    }

    private Target target(Page page, Finding f) {
        String what = sentences.in(page.lang(), f);
        return new Target(places.campus(f.schoolId()), what, f.where().place(), "/findings/" + f.id() + "/plan",
                "/findings/" + f.id(), page.t("findings.back"), f.where().mark(),
                page.t("findings.plan.purpose", Typed.cut(what, 80)));
    }

    private Consumer<Finding.@Nullable Mark> place(Finding f, Actor actor) {
        return mark -> commands.place(f.id(), f.where().place(), mark, by(actor));
    }

    private static By by(Actor actor) {
        return new By(actor.person(), actor.name());
    }
}
