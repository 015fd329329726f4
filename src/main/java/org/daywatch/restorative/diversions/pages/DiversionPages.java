package org.daywatch.restorative.diversions.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.protection.StudentSearch;
import org.daywatch.directory.rosters.ClassGroup.RosterPerson;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.TypedForm;
import org.daywatch.platform.web.Flashes;
import org.daywatch.restorative.diversions.DiversionCommands;
import org.daywatch.restorative.diversions.DiversionDoor;
import org.daywatch.restorative.diversions.DiversionFile;
import org.daywatch.restorative.diversions.DiversionRules;
import org.daywatch.restorative.diversions.Exclusion;
import org.daywatch.restorative.repair.ConferenceDoor;
import org.daywatch.restorative.repair.ConferenceDoor.Entry;
import org.daywatch.restorative.repair.Label;
import org.daywatch.restorative.repair.RestorativeWords;
import org.daywatch.restorative.repair.pages.StudentChoices;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where help before exclusion goes on, what is due first; a new one. */
@Controller
@Needs(Permission.DIVERSIONS_WORK)
class DiversionPages {

    private static final int MOST_FOUND = 20;

    private final DiversionDoor door;
    private final DiversionCommands commands;
    private final DiversionRules rules;
    private final RestorativeWords words;
    private final ConferenceDoor places;
    private final StudentSearch search;

    DiversionPages(DiversionDoor door, DiversionCommands commands, DiversionRules rules, RestorativeWords words,
            ConferenceDoor places, StudentSearch search) {
        this.door = door;
        this.commands = commands;
        this.rules = rules;
        this.words = words;
        this.places = places;
        this.search = search;
    }

    @Configuration(proxyBeanMethods = false)
    static class Nav {
        @Bean
        NavEntry diversionsEntry() {
            return NavEntry.of(NavPart.SAFETY, 76, "diversion.nav", "/diversions", "groups",
                    Permission.DIVERSIONS_WORK);
        }
    }

    @GetMapping("/diversions")
    ModelAndView list(Page page, Actor actor) {
        var rows = door.list(actor).stream().map(f -> DiversionRow.of(f.diversion(),
                rules.due(f.diversion(), f.at().school()), f.at().today())).sorted(DiversionRow.ORDER).toList();
        return new ModelAndView("restorative/diversions/pages/diversions", Map.of("page",
                page.titled("diversion.title"), "rows", rows.stream().filter(r -> r.due() != null).toList(), "over",
                rows.stream().filter(r -> r.due() == null).toList(), "role", actor.role(), "counts",
                actor.may(Permission.DIVERSIONS_COUNT)));
    }

    @GetMapping("/diversions/new")
    ModelAndView fresh(Page page, Actor actor) {
        return places.at(actor, at -> form(page, at, List.of()));
    }

    @PostMapping("/diversions")
    ModelAndView begin(Page page, Actor actor, HttpServletResponse response, @RequestParam("form") UUID formId,
            @RequestParam Map<String, String> form) {
        return places.at(actor, at -> {
            var found = found(at, form.getOrDefault("student", ""));
            return Act.form(page, form, "student", again -> form(again, at, found), () -> {
                var typed = new TypedForm("diversion", form);
                var choices = new StudentChoices("diversion", typed, words, places, at);
                var student = choices.student(found, null);
                var considered = typed.one("considered", Exclusion.class);
                var day = typed.day("day");
                if (day.isAfter(at.today())) typed.wrong("day", "diversion.wrong.future");
                var place = choices.label("place", Label.Kind.PLACE);
                var causes = choices.labels("cause", Label.Kind.CAUSE);
                var counselor = actor.role() == Role.COUNSELOR ? actor.person() : choices.counselor();
                if (counselor == null) typed.wrong("counselor", "diversion.wrong.counselor");
                typed.check();
                var whom = student.orElseThrow();
                commands.begin(at, formId, java.util.Objects.requireNonNull(counselor), new DiversionFile(whom.id(),
                        whom.name(), considered.orElseThrow(), day, place, causes, List.of(), null));
                Flashes.say(response, "success", page.t("diversion.said.begun"));
                return new ModelAndView("redirect:/diversions/" + formId
                        + (actor.role() == Role.PRINCIPAL ? "?purpose=HELP" : ""));
            });
        });
    }

    private List<RosterPerson> found(Entry at, String name) {
        return name.isBlank() ? List.of() : search.find(at.actor(), at.school(), name, MOST_FOUND);
    }

    private ModelAndView form(Page page, Entry at, List<RosterPerson> found) {
        var model = new HashMap<String, Object>(Map.of("page", page.titled("diversion.new"), "at", at, "found", found,
                "places", words.labels(Label.Kind.PLACE, at.today()), "causes",
                words.labels(Label.Kind.CAUSE, at.today()), "counselors", places.counselors(at.school())));
        model.put("form", Ids.next());
        return new ModelAndView("restorative/diversions/pages/begin", model);
    }
}
