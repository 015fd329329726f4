package org.daywatch.relationships.threats.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.relationships.threats.SharedPlanSeen;
import org.daywatch.relationships.threats.ThreatDoor.Entrance;
import org.daywatch.relationships.threats.ThreatDoor;
import org.daywatch.relationships.threats.ThreatRules;
import org.daywatch.relationships.threats.cases.NextStep;
import org.daywatch.relationships.threats.cases.ThreatCase;
import org.daywatch.relationships.threats.disclosures.Disclosures;
import org.daywatch.relationships.threats.glass.GlassBreaking;
import org.daywatch.relationships.threats.glass.GlassDoor;
import org.daywatch.relationships.threats.prompts.Prompts;
import org.daywatch.relationships.threats.requests.RecordsRequestCommands;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The cases somebody may read, what is late for them first; and one of them. */
@Controller
@Needs(value = Permission.THREATS_READ, hidden = true)
class ThreatPages {

    private final ThreatDoor door;
    private final ThreatRules rules;
    private final Prompts prompts;
    private final Organizations organizations;
    private final Disclosures disclosures;
    private final GlassBreaking glass;
    private final GlassDoor glassDoor;
    private final RecordsRequestCommands requests;
    private final SharedPlanSeen seen;

    ThreatPages(ThreatDoor door, ThreatRules rules, Prompts prompts, Organizations organizations,
            Disclosures disclosures, GlassBreaking glass, GlassDoor glassDoor, RecordsRequestCommands requests,
            SharedPlanSeen seen) {
        this.requests = requests;
        this.seen = seen;
        this.glass = glass;
        this.glassDoor = glassDoor;
        this.disclosures = disclosures;
        this.door = door;
        this.rules = rules;
        this.prompts = prompts;
        this.organizations = organizations;
    }

    @Configuration(proxyBeanMethods = false)
    static class Nav {
        @Bean
        NavEntry threatsEntry(ThreatDoor door) {
            return NavEntry.of(NavPart.SAFETY, 74, "threats.nav", "/threats", "support_agent", Permission.THREATS_READ)
                    .when(actor -> door.isOpen());
        }
    }

    @GetMapping("/threats")
    ModelAndView list(Page page, Actor actor) {
        var rows = door.list(actor).stream().map(ThreatRow::of).sorted(ThreatRow.ORDER).toList();
        var model = new HashMap<String, Object>(Map.of("page", page.titled("threats.title"), "rows", rows, "edits",
                actor.may(Permission.THREATS_EDIT), "officer", actor.role() == Role.OFFICER, "breaks",
                glassDoor.breaks(actor)));
        model.put("faded", door.faded(actor).orElse(null));
        return new ModelAndView("relationships/threats/pages/threats", model);
    }

    @GetMapping("/threats/{id}")
    ModelAndView one(Page page, Actor actor, @PathVariable UUID id) {
        return door.with(actor, id, (at, c) -> shown(page, at, c));
    }

    private ModelAndView shown(Page page, Entrance at, ThreatCase c) {
        var today = at.today();
        var since = rules.daysOutSince(at.school(), today);
        var model = new HashMap<String, Object>(Map.of("page", page.titled("threats.one"), "at", at, "threat", c,
                "next", NextStep.of(c, today), "prompts", prompts.on(c.file().promptsOf()), "daysOut",
                c.file().daysOutOfSchool(since), "limit", rules.daysOut(at.school(), today), "latestReview",
                rules.latestReview(at.school(), today), "readsPlan", door.mayReadPlan(at, c)));
        model.put("disclosed", door.mayReadDisclosures(at, c) ? disclosures.of(at, c).size() : 0);
        model.put("glass", glass.of(c));
        model.put("asked", requests.of(c.id()));
        if (at.actor().role() == Role.OFFICER && door.mayReadPlan(at, c)) seen.opened(c, at.actor().person());
        model.put("team", Map.of(Role.COUNSELOR, people(at, Role.COUNSELOR), Role.PRINCIPAL,
                people(at, Role.PRINCIPAL)));
        return new ModelAndView("relationships/threats/pages/threat", model);
    }

    /** Who has this role at the school today. */
    List<Organizations.Placed> people(Entrance at, Role role) {
        return organizations.serving(at.school().districtId(), List.of(role)).stream()
                .filter(s -> at.school().id().equals(s.school()))
                .map(s -> new Organizations.Placed(s.person(), s.name(), role)).toList();
    }
}
