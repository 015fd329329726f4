package org.daywatch.restorative.repair.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.access.CaseReader.Purpose;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.restorative.conferences.Conference;
import org.daywatch.restorative.conferences.ConferenceDue;
import org.daywatch.restorative.conferences.Participant;
import org.daywatch.restorative.repair.ConferenceCommands;
import org.daywatch.restorative.repair.ConferenceDoor;
import org.daywatch.restorative.repair.ConferenceDoor.Entry;
import org.daywatch.restorative.repair.ConferenceRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The conferences somebody may read, what is due first; one of them; its script and its agreement on paper. */
@Controller
@Needs(Permission.CONFERENCES_READ)
class ConferencePages {

    private final ConferenceDoor door;
    private final ConferenceCommands commands;
    private final ConferenceRules rules;

    ConferencePages(ConferenceDoor door, ConferenceCommands commands, ConferenceRules rules) {
        this.door = door;
        this.commands = commands;
        this.rules = rules;
    }

    @Configuration(proxyBeanMethods = false)
    static class Nav {
        @Bean
        NavEntry restorativeEntry() {
            return NavEntry.of(NavPart.SAFETY, 72, "conference.nav", "/restorative", "groups",
                    Permission.CONFERENCES_READ);
        }
    }

    @GetMapping("/restorative")
    ModelAndView list(Page page, Actor actor) {
        var rows = door.list(actor).stream().map(found -> {
            var c = found.conference();
            var at = found.at();
            var due = ConferenceDue.of(c, rules.rhythm(at.school(), at.today()));
            return new ConferenceRow(c, c.file().participants().stream().map(Participant::name)
                    .collect(Collectors.joining("; ")), due, due.isLate(at.today()));
        }).sorted(ConferenceRow.ORDER).toList();
        return new ModelAndView("restorative/repair/pages/conferences", Map.of("page",
                page.titled("conference.title"), "rows",
                rows.stream().filter(r -> !r.conference().stage().isOver()).toList(), "over",
                rows.stream().filter(r -> r.conference().stage().isOver()).toList(), "role", actor.role(), "refers",
                actor.may(Permission.CONFERENCES_REFER)));
    }

    /** @param purpose why a principal reads what is written */
    @GetMapping("/restorative/{id}")
    ModelAndView one(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String purpose) {
        return door.with(actor, id, (at, c) -> shown(page, at, c, purpose(at, purpose)));
    }

    private static Purpose purpose(Entry at, String asked) {
        if (at.actor().role() != Role.PRINCIPAL) return ConferenceDoor.help(at);
        return List.of(Purpose.HELP, Purpose.SAFETY).stream().filter(p -> p.name().equals(asked)).findFirst()
                .orElse(Purpose.NONE);
    }

    private ModelAndView shown(Page page, Entry at, Conference c, Purpose purpose) {
        boolean leads = at.actor().role() == Role.COUNSELOR && c.lead().equals(at.actor().person());
        var due = ConferenceDue.of(c, rules.rhythm(at.school(), at.today()));
        var model = new HashMap<String, Object>(Map.of("page", page.titled("conference.one"), "at", at, "c", c,
                "due", due, "late", due.isLate(at.today()), "text", door.readsText(at, c, purpose), "promises",
                door.readsPromises(at, c, purpose), "leads", leads, "cause", door.cause(at, c, purpose).orElse("")));
        model.put("consented", c.file().participants().stream().filter(p -> door.isConsented(p.id()))
                .map(Participant::id).collect(Collectors.toSet()));
        model.put("counselors", door.counselors(at.school()));
        model.put("officers", leads ? door.officers(at) : Map.of());
        model.put("schools", c.stage().isOver() || commands.isTheSchools(c));
        return new ModelAndView("restorative/repair/pages/conference", model);
    }

    /** What whoever leads it says, in order; for paper. */
    @GetMapping("/restorative/{id}/script")
    ModelAndView script(Page page, Actor actor, @PathVariable UUID id) {
        return door.with(actor, id, (at, c) -> {
            if (!door.readsText(at, c, ConferenceDoor.help(at))) throw new NotFound("script of conference " + id);
            return new ModelAndView("restorative/repair/pages/script",
                    Map.of("page", page.titled("conference.script"), "c", c));
        });
    }

    /** What they promised, for everybody to take along. */
    @GetMapping("/restorative/{id}/paper")
    ModelAndView paper(Page page, Actor actor, @PathVariable UUID id) {
        return door.with(actor, id, (at, c) -> {
            if (c.promises().isEmpty() || !door.readsPromises(at, c, ConferenceDoor.help(at)))
                throw new NotFound("agreement of conference " + id);
            return new ModelAndView("restorative/repair/pages/paper", Map.of("page",
                    page.titled("conference.paper"), "c", c, "school", at.school().name()));
        });
    }
}
