package org.daywatch.planning.operationsplans.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.daywatch.planning.operationsplans.PlanCommands;
import org.daywatch.planning.operationsplans.PlanDoor;
import org.daywatch.planning.operationsplans.content.PlanContent;
import org.daywatch.planning.operationsplans.seal.PlanOpenings;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Stale;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Writing in a draft: one part at a time. What was typed is kept when the opening has ended or somebody else was
 * faster.
 */
@Controller
@Needs(Permission.PLANS_EDIT)
class PlanWritingPages {

    private final PlanCommands commands;
    private final PlanOpenings openings;
    private final PlanDoor door;

    PlanWritingPages(PlanCommands commands, PlanOpenings openings, PlanDoor door) {
        this.commands = commands;
        this.openings = openings;
        this.door = door;
    }

    /**
     * @param part TEAM, HAZARDS, a section of the basic plan or an annex. @param one id of a member or hazard that is
     * changed
     */
    @GetMapping("/operations-plans/{id}/openings/{opening}/parts/{part}")
    ModelAndView form(Actor actor, Page page, @PathVariable UUID id, @PathVariable UUID opening,
            @PathVariable String part, @RequestParam(defaultValue = "") String one) {
        var content = openings.text(door.writable(actor, id), opening, actor.person());
        var form = PlanForm.of(part, content)
                .orElseThrow(() -> new NotFound("part " + part + " of operations plan " + id));
        return form(actor, page.with(Map.of(), form.values(content, one)), id, opening, form, content);
    }

    private ModelAndView form(Actor actor, Page page, UUID id, UUID opening, PlanForm form, PlanContent content) {
        var plan = door.writable(actor, id);
        return new ModelAndView("planning/operationsplans/pages/writing",
                Map.of("page", page.titled("eop.write.title", form.title(page, content)), "school", door.school(plan),
                        "plan", plan,
                        "opening", opening, "form", form));
    }

    @PostMapping("/operations-plans/{id}/openings/{opening}/parts/{part}")
    ModelAndView write(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID id,
            @PathVariable UUID opening, @PathVariable String part,
            @RequestParam Map<String, String> typed) {
        var plan = door.writable(actor, id);
        var content = openings.own(plan, opening, actor.person());
        var form = PlanForm.of(part, content)
                .orElseThrow(() -> new NotFound("part " + part + " of operations plan " + id));
        return Act.told(page, typed, again -> form(actor, again, id, opening, form, content), () -> {
            try {
                commands.write(actor, id, part, change(form, typed));
            } catch (Stale stale) {
                // Saved again it replaces what the other wrote: by then the writer has been told, and has read it below their own words.
                var newer = new HashMap<>(typed);
                newer.put("was", form.mark(openings.own(plan, opening, actor.person())));
                var told = form(actor, page.with(Map.of(), newer).says("error", page.t("eop.write.stale")), id, opening,
                        form, content);
                told.setStatus(HttpStatus.PRECONDITION_FAILED);
                return told;
            }
            Flashes.say(response, "success", page.t("eop.said.written"));
            return new ModelAndView("redirect:/operations-plans/" + id
                    + (openings.lasts(plan, opening, actor.person())
                            ? "/openings/" + opening + "?step=" + form.step().word()
                            : ""));
        });
    }

    private static UnaryOperator<PlanContent> change(PlanForm form, Map<String, String> typed) {
        return content -> {
            if (!form.mark(content).equals(typed.getOrDefault("was", ""))) throw new Stale("part " + form.part());
            return typed.containsKey("remove") ? form.removed(content, typed) : form.written(content, typed);
        };
    }
}
