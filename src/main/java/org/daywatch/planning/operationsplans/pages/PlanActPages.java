package org.daywatch.planning.operationsplans.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.rosters.AtSchool;
import org.daywatch.planning.operationsplans.OperationsPlanStore;
import org.daywatch.planning.operationsplans.PlanCommands;
import org.daywatch.planning.operationsplans.PlanDoor;
import org.daywatch.planning.operationsplans.PlanGaps;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.Stale;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.time.Days;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * What is decided about a plan: begun, submitted, sent back, approved, reviewed. What was refused is said on its cover.
 */
@Controller
@Needs(Permission.PLANS_EDIT)
class PlanActPages {

    private final PlanCommands commands;
    private final OperationsPlanStore plans;
    private final PlanDoor door;
    private final AtSchool atSchool;
    private final OperationsPlanPages pages;

    PlanActPages(PlanCommands commands, OperationsPlanStore plans, PlanDoor door, AtSchool atSchool,
            OperationsPlanPages pages) {
        this.commands = commands;
        this.plans = plans;
        this.door = door;
        this.atSchool = atSchool;
        this.pages = pages;
    }

    @PostMapping("/schools/{school}/operations-plans")
    ModelAndView begin(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID school) {
        var campus = atSchool.of(actor, school);
        return Act.on(page, response,
                "/operations-plans" + plans.ofSchool(school).stream().findFirst().map(p -> "/" + p.id()).orElse(""),
                () -> {
                    UUID id = commands.begin(actor, campus);
                    Flashes.say(response, "success", page.t("eop.said.begun"));
                    return new ModelAndView("redirect:/operations-plans/" + id);
                });
    }

    @PostMapping("/operations-plans/{id}/submission")
    ModelAndView submit(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID id) {
        var school = door.school(door.writable(actor, id));
        return act(page, response, id, "eop.said.submitted", () -> commands.submit(actor, id, school,
                lacks -> PlanGaps.sentence(page, lacks.gaps(), lacks.content())));
    }

    @Needs(Permission.PLANS_APPROVE)
    @PostMapping("/operations-plans/{id}/return")
    ModelAndView sendBack(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> input) {
        door.readable(actor, id);
        return Act.typed(page, response, "/operations-plans/" + id, "eop.said.sentBack", "return", input,
                again -> pages.cover(actor, again, id),
                () -> commands.sendBack(actor, id, Typed.cut(input.getOrDefault("reason", ""), 500)));
    }

    @Needs(Permission.PLANS_APPROVE)
    @PostMapping("/operations-plans/{id}/approval")
    ModelAndView approve(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam(defaultValue = "") String day) {
        var school = door.school(door.readable(actor, id));
        return act(page, response, id, "eop.said.approved",
                () -> commands.approve(actor, id, school, day.isBlank() ? commands.today(school) : day(day)));
    }

    private static LocalDate day(String text) {
        try {
            return Days.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw new InvalidInput("day", text, "eop.error.day");
        }
    }

    @Needs(Permission.PLANS_APPROVE)
    @PostMapping("/operations-plans/{id}/review")
    ModelAndView review(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID id) {
        var school = door.school(door.readable(actor, id));
        return act(page, response, id, "eop.said.reviewed", () -> commands.review(actor, id, school));
    }

    private static ModelAndView act(Page page, HttpServletResponse response, UUID id, String said, Runnable work) {
        String plan = "/operations-plans/" + id;
        try {
            return Act.on(page, response, plan, said, work);
        } catch (Stale changed) {
            Flashes.say(response, "error", page.sentence(changed));
            return new ModelAndView("redirect:" + plan);
        }
    }
}
