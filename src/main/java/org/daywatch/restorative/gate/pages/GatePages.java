package org.daywatch.restorative.gate.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.TypedForm;
import org.daywatch.planning.AgreedClauses;
import org.daywatch.restorative.gate.GateAnswer;
import org.daywatch.restorative.gate.GateCommands;
import org.daywatch.restorative.gate.GateDoor.Entrance;
import org.daywatch.restorative.gate.GateDoor;
import org.daywatch.restorative.gate.GatePath;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Whose business it is: a few questions before anything is written about a student, and the answer with its reasons.
 */
@Controller
@Needs(value = Permission.GATE_ASK, hidden = true)
class GatePages {

    private static final int LONGEST_REASON = 1000;

    private final GateDoor door;
    private final GateCommands commands;
    private final AgreedClauses clauses;

    GatePages(GateDoor door, GateCommands commands, AgreedClauses clauses) {
        this.door = door;
        this.commands = commands;
        this.clauses = clauses;
    }

    @Configuration(proxyBeanMethods = false)
    static class Nav {
        @Bean
        NavEntry gateEntry() {
            return NavEntry.of(NavPart.SAFETY, 71, "gate.nav", "/gate", "swap_horiz", Permission.GATE_ASK);
        }

        @Bean
        NavEntry gateOverruledEntry() {
            return NavEntry.of(NavPart.SAFETY, 71, "gate.overruled.nav", "/gate/overruled", "swap_horiz",
                    Permission.GATE_READ).when(actor -> actor.role() == Role.SAFETY_DIRECTOR);
        }
    }

    @GetMapping("/gate")
    ModelAndView form(Page page, Actor actor) {
        return door.entrance(actor).map(at -> form(page, at)).orElseGet(() -> new ModelAndView(
                "restorative/gate/pages/nowhere", Map.of("page", page.titled("gate.title"))));
    }

    private ModelAndView form(Page page, Entrance at) {
        return new ModelAndView("restorative/gate/pages/ask", Map.of("page", page.titled("gate.title"), "acts",
                door.acts(at), "officer", at.actor().role() == Role.OFFICER, "reads",
                at.actor().may(Permission.GATE_READ)));
    }

    @PostMapping("/gate")
    ModelAndView ask(Page page, Actor actor, @RequestParam("form") UUID formId,
            @RequestParam Map<String, String> form) {
        return door.asks(actor, at -> Act.form(page, form, again -> form(again, at), () -> {
            commands.ask(at, formId, GateForm.read(form, door.acts(at)));
            return new ModelAndView("redirect:/gate/answers/" + formId);
        }));
    }

    @Needs(value = {Permission.GATE_ASK, Permission.GATE_READ}, hidden = true)
    @GetMapping("/gate/answers/{id}")
    ModelAndView answer(Page page, Actor actor, @PathVariable UUID id) {
        return door.with(actor, id, (at, answer) -> shown(page, at, answer));
    }

    private ModelAndView shown(Page page, Entrance at, GateAnswer answer) {
        var model = new HashMap<String, Object>(Map.of("page", page.titled("gate.answer"), "answer", answer, "school",
                at.school().name(), "clauses",
                clauses.about(at.school().id(), answer.day(), answer.stands().clause()), "because",
                door.because(at, answer), "overrules", overrules(at.actor(), answer), "fewest",
                commands.fewestWords(at)));
        model.put("to", answer.finding().path() == GatePath.POLICE ? GatePath.SCHOOL : GatePath.POLICE);
        model.put("refers", at.actor().may(Permission.CONFERENCES_REFER));
        model.put("asks", at.actor().may(Permission.GATE_ASK));
        return new ModelAndView("restorative/gate/pages/answer", model);
    }

    private static boolean overrules(Actor actor, GateAnswer answer) {
        return actor.may(Permission.GATE_OVERRULE) && answer.overruled() == null
                && answer.finding().path() != GatePath.PROTECT;
    }

    @Needs(value = Permission.GATE_OVERRULE, hidden = true)
    @PostMapping("/gate/answers/{id}/overrule")
    ModelAndView overrule(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return Act.typed(page, response, "/gate/answers/" + id, "gate.said.overruled", "overrule", form,
                again -> answer(again, actor, id), () -> door.with(actor, id, (at, answer) -> {
                    var typed = new TypedForm("gate", form);
                    var to = typed.one("to", GatePath.class).orElse(GatePath.PROTECT);
                    var reason = typed.must("reason", LONGEST_REASON);
                    typed.check();
                    commands.overrule(at, id, to, reason);
                    return id;
                }));
    }

    @Needs(value = Permission.GATE_READ, hidden = true)
    @GetMapping("/gate/overruled")
    ModelAndView overruled(Page page, Actor actor) {
        return new ModelAndView("restorative/gate/pages/overruled", Map.of("page", page.titled("gate.overruled"),
                "rows", door.overruled(actor), "asks", actor.may(Permission.GATE_ASK)));
    }
}
