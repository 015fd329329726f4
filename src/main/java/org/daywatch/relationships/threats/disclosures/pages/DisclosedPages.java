package org.daywatch.relationships.threats.disclosures.pages;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.relationships.threats.ThreatDoor;
import org.daywatch.relationships.threats.disclosures.Disclosure.What;
import org.daywatch.relationships.threats.disclosures.DisclosedDoor.Opened;
import org.daywatch.relationships.threats.disclosures.DisclosedDoor;
import org.daywatch.relationships.threats.prompts.Prompts;
import org.daywatch.relationships.threats.requests.RecordsRequestCommands;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What a peace officer reads: what was disclosed to them, for the time it was given. */
@Controller
@Needs(value = Permission.DISCLOSED_READ, hidden = true)
class DisclosedPages {

    private final DisclosedDoor door;
    private final Prompts prompts;
    private final RecordsRequestCommands requests;

    DisclosedPages(DisclosedDoor door, Prompts prompts, RecordsRequestCommands requests) {
        this.requests = requests;
        this.door = door;
        this.prompts = prompts;
    }

    @Configuration(proxyBeanMethods = false)
    static class Nav {
        @Bean
        NavEntry disclosedEntry(ThreatDoor door) {
            return NavEntry
                    .of(NavPart.SAFETY, 75, "disclosures.nav", "/disclosed", "key", Permission.DISCLOSED_READ)
                    .when(actor -> door.isOpen() && actor.capacity() == Capacity.PEACE_OFFICER);
        }
    }

    @GetMapping("/disclosed")
    ModelAndView list(Page page, Actor actor) {
        return new ModelAndView("relationships/threats/disclosures/pages/disclosed",
                Map.of("page", page.titled("disclosures.nav"), "rows", door.list(actor), "police",
                        actor.capacity() == Capacity.PEACE_OFFICER));
    }

    @GetMapping("/disclosed/{id}")
    ModelAndView one(Page page, Actor actor, @PathVariable UUID id) {
        var opened = door.get(actor, id);
        return new ModelAndView("relationships/threats/disclosures/pages/disclosed-case",
                Map.of("page", page.titled("disclosures.nav"), "opened", opened, "whole",
                        opened.disclosure().what() == What.CASE, "prompts",
                        prompts.on(opened.threat().file().promptsOf()), "statements", statements(opened)));
    }

    /** What a parent said of the record goes wherever the record goes (34 CFR 99.21(c)). */
    private List<String> statements(Opened opened) {
        return Tenancy.as(new Scope(opened.threat().district(), opened.at().actor().person()),
                () -> requests.statements(opened.threat().id()));
    }
}
