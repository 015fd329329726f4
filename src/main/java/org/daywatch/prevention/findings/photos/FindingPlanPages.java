package org.daywatch.prevention.findings.photos;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.Typed;
import org.daywatch.prevention.findings.Finding;
import org.daywatch.prevention.findings.FindingCommand.By;
import org.daywatch.prevention.findings.FindingCommands;
import org.daywatch.prevention.findings.FindingDoor;
import org.daywatch.prevention.places.PreventionPlaces;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a finding stands on the site plan: at something that is marked there already, or where somebody points after opening the plan. */
@Controller
@Needs(Permission.FINDINGS_EDIT)
class FindingPlanPages {

    private final FindingPlans plans;
    private final FindingCommands commands;
    private final FindingDoor door;
    private final PreventionPlaces places;

    FindingPlanPages(FindingPlans plans, FindingCommands commands, FindingDoor door, PreventionPlaces places) {
        this.plans = plans;
        this.commands = commands;
        this.door = door;
        this.places = places;
    }

    @GetMapping("/findings/{id}/plan")
    ModelAndView choose(Page page, Actor actor, @PathVariable UUID id) {
        var f = door.mine(actor, id);
        return new ModelAndView("prevention/findings/photos/plan", Map.of("page", page.titled("findings.plan"), "finding", f, "plans", plans.of(f)));
    }

    /** @param mark the plan and the mark on it, as {@code plan/mark} */
    @PostMapping("/findings/{id}/plan/mark")
    ModelAndView atMark(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String mark, HttpServletResponse response) {
        var f = door.mine(actor, id);
        return Act.on(page, response, "/findings/" + id, "findings.said.placed", () -> {
            String[] part = mark.split("/");
            var plan = Ids.find(part[0]).orElseThrow(() -> new InvalidInput("mark", mark, "findings.wrong.mark"));
            var at = plans.mark(f, plan, Ids.find(part.length > 1 ? part[1] : "").orElseThrow(() -> new InvalidInput("mark", mark, "findings.wrong.mark")));
            commands.place(id, f.where().place(), new Finding.Mark(plan, at.across(), at.down()), by(actor));
        });
    }

    @PostMapping("/findings/{id}/plan/{plan}/openings")
    ModelAndView open(Page page, Actor actor, @PathVariable UUID id, @PathVariable UUID plan) {
        var f = door.mine(actor, id);
        var opening = plans.open(f, plan, actor.person(), actor.name(), page.t("findings.plan.purpose", Typed.cut(f.what(), 80)));
        return new ModelAndView("redirect:/findings/" + id + "/plan/" + plan + "/openings/" + opening.id());
    }

    @GetMapping("/findings/{id}/plan/{plan}/openings/{opening}")
    ModelAndView sheet(Page page, Actor actor, @PathVariable UUID id, @PathVariable UUID plan, @PathVariable UUID opening) {
        var f = door.mine(actor, id);
        return new ModelAndView("prevention/findings/photos/point", Map.of("page", page.titled("findings.plan"), "finding", f, "school", places.campus(f.schoolId()),
                "sheet", plans.sheet(f, plan, opening, actor.person())));
    }

    /** Shown inside the page only: opened by itself it is a file to save, so that a drawing runs nothing whatever it holds. */
    @GetMapping("/findings/{id}/plan/{plan}/openings/{opening}/picture")
    ResponseEntity<byte[]> picture(Actor actor, @PathVariable UUID id, @PathVariable UUID plan, @PathVariable UUID opening) {
        var picture = plans.picture(door.mine(actor, id), plan, opening, actor.person());
        return ResponseEntity.ok().header("Content-Type", picture.mediaType()).header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"plan\"").body(picture.bytes());
    }

    @PostMapping("/findings/{id}/plan/{plan}/openings/{opening}")
    ModelAndView point(Page page, Actor actor, @PathVariable UUID id, @PathVariable UUID plan, @PathVariable UUID opening, @RequestParam(defaultValue = "") String across,
            @RequestParam(defaultValue = "") String down, HttpServletResponse response) {
        var f = door.mine(actor, id);
        plans.sheet(f, plan, opening, actor.person());
        return Act.on(page, response, "/findings/" + id, "findings.said.placed",
                () -> commands.place(id, f.where().place(), new Finding.Mark(plan, percent("across", across), percent("down", down)), by(actor)));
    }

    private static double percent(String field, String text) {
        String said = text.strip();
        if (!said.matches("[0-9]{1,3}([.][0-9]{1,2})?") || Double.parseDouble(said) > 100) throw new InvalidInput(field, text, "findings.wrong.percent");
        return Double.parseDouble(said);
    }

    private static By by(Actor actor) {
        return new By(actor.person(), actor.name());
    }
}
