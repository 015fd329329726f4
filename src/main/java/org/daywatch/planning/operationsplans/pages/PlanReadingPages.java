package org.daywatch.planning.operationsplans.pages;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.planning.operationsplans.OperationsPlan;
import org.daywatch.planning.operationsplans.OperationsPlanStore;
import org.daywatch.planning.operationsplans.PlanCommands;
import org.daywatch.planning.operationsplans.PlanDoor;
import org.daywatch.planning.operationsplans.PlanRules;
import org.daywatch.planning.operationsplans.content.PlanChanges;
import org.daywatch.planning.operationsplans.content.PlanContent;
import org.daywatch.planning.operationsplans.content.PlanStep;
import org.daywatch.planning.operationsplans.content.RiskRating;
import org.daywatch.planning.operationsplans.seal.PlanOpenings;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Opening a plan with a reason, and reading it step by step while the opening lasts. */
@Controller
@Needs(Permission.PLANS_READ)
class PlanReadingPages {

    private final PlanOpenings openings;
    private final OperationsPlanStore plans;
    private final PlanDoor door;
    private final PlanRules rules;
    private final PlanCommands commands;
    private final OperationsPlanPages covers;

    PlanReadingPages(PlanOpenings openings, OperationsPlanStore plans, PlanDoor door, PlanRules rules,
            PlanCommands commands, OperationsPlanPages covers) {
        this.openings = openings;
        this.plans = plans;
        this.door = door;
        this.rules = rules;
        this.commands = commands;
        this.covers = covers;
    }

    @PostMapping("/operations-plans/{id}/openings")
    ModelAndView open(Actor actor, Page page, @PathVariable UUID id, @RequestParam Map<String, String> input) {
        var plan = door.readable(actor, id);
        return Act.typed(page, "open", input, again -> covers.cover(actor, again, id), () -> {
            var opening = door.sealed(actor, plan, () -> openings.open(plan, actor.person(), actor.name(),
                    input.getOrDefault("purpose", ""), door.writes(actor, plan)));
            return new ModelAndView("redirect:/operations-plans/" + id + "/openings/" + opening.id());
        });
    }

    @GetMapping("/operations-plans/{id}/openings/{opening}")
    ModelAndView read(Actor actor, Page page, @PathVariable UUID id, @PathVariable UUID opening,
            @RequestParam(defaultValue = "team") String step) {
        var plan = door.readable(actor, id);
        var content = door.sealed(actor, plan, () -> openings.text(plan, opening, actor.person()));
        var school = door.school(plan);
        var model = new HashMap<String, Object>(
                Map.of("page", page.titled("eop.one.title", school.name(), plan.edition()), "school", school, "plan",
                        plan, "content", content,
                        "opening", door.sealed(actor, plan, () -> openings.get(plan, opening, actor.person())), "step",
                        PlanStep.of(step), "ratings", ratings(plan, content),
                        "rule", rules.risk(today(plan)), "writes", door.writes(actor, plan)));
        boolean drafts = door.writes(actor, plan) && actor.tenant().equals(plan.districtId());
        model.put("gaps", drafts ? commands.lacks(plan, school).gaps() : List.of());
        model.put("earlier", actor.tenant().equals(plan.districtId()) ? earlier(plan) : List.of());
        return new ModelAndView("planning/operationsplans/pages/reading", model);
    }

    /** @param with the earlier edition; none: the one before */
    @GetMapping("/operations-plans/{id}/openings/{opening}/changes")
    ModelAndView changes(Actor actor, Page page, @PathVariable UUID id, @PathVariable UUID opening,
            @RequestParam(required = false) UUID with) {
        var plan = door.readable(actor, id);
        var all = earlier(plan);
        var other = all.stream().filter(p -> with == null || p.id().equals(with)).findFirst()
                .orElseThrow(() -> new NotFound("an edition before " + plan.edition()));
        var later = door.sealed(actor, plan, () -> openings.text(plan, opening, actor.person()));
        var before = door.sealed(actor, plan, () -> openings.earlier(plan, opening, actor.person(), other));
        return new ModelAndView("planning/operationsplans/pages/changes",
                Map.of("page", page.titled("eop.changes.title", other.edition(), plan.edition()), "school",
                        door.school(plan), "plan", plan,
                        "opening", opening, "other", other, "all", all, "changes", PlanChanges.between(before, later)));
    }

    private List<OperationsPlan> earlier(OperationsPlan plan) {
        return plans.ofSchool(plan.schoolId()).stream().filter(p -> p.edition() < plan.edition()).toList();
    }

    private Map<UUID, RiskRating> ratings(OperationsPlan plan, PlanContent content) {
        var weights = rules.weights(today(plan));
        var all = new HashMap<UUID, RiskRating>();
        content.hazards().forEach(h -> all.put(h.id(), RiskRating.of(h, weights)));
        return all;
    }

    /** The rules of the day the edition was begun: its priorities do not move while nobody touches it. */
    private LocalDate today(OperationsPlan plan) {
        return LocalDate.ofInstant(plan.begunAt(), door.school(plan).zone());
    }
}
