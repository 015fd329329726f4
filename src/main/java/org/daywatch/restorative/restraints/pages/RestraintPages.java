package org.daywatch.restorative.restraints.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.protection.StudentSearch;
import org.daywatch.directory.rosters.ClassGroup.RosterPerson;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.TypedForm;
import org.daywatch.restorative.repair.ConferenceDoor;
import org.daywatch.restorative.repair.ConferenceDoor.Entry;
import org.daywatch.restorative.repair.Label;
import org.daywatch.restorative.repair.RestorativeWords;
import org.daywatch.restorative.repair.StudentRecords;
import org.daywatch.restorative.restraints.Restraint;
import org.daywatch.restorative.restraints.Restraint.Stage;
import org.daywatch.restorative.restraints.RestraintCommand;
import org.daywatch.restorative.restraints.RestraintCommands;
import org.daywatch.restorative.restraints.RestraintDoor;
import org.daywatch.restorative.restraints.RestraintFile.Talk;
import org.daywatch.restorative.restraints.RestraintRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The restraints somebody knows of, what is due first; one of them: written, corrected, spoken about. */
@Controller
@Needs(Permission.RESTRAINTS_READ)
class RestraintPages {

    private static final int MOST_FOUND = 20;
    private static final int MOST_VERSIONS = 99_999;

    private final RestraintDoor door;
    private final RestraintCommands commands;
    private final RestraintRules rules;
    private final RestorativeWords words;
    private final ConferenceDoor places;
    private final StudentSearch search;

    RestraintPages(RestraintDoor door, RestraintCommands commands, RestraintRules rules, RestorativeWords words,
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
        NavEntry restraintsEntry() {
            return NavEntry.of(NavPart.SAFETY, 76, "restraint.nav", "/restraints", "assignment",
                    Permission.RESTRAINTS_READ);
        }
    }

    @GetMapping("/restraints")
    ModelAndView list(Page page, Actor actor) {
        var rows = door.list(actor).stream().map(found -> {
            var due = rules.due(found.restraint(), found.at().school());
            return new RestraintRow(found.restraint(), due, due != null && due.isBefore(found.at().today()));
        }).sorted(RestraintRow.ORDER).toList();
        return new ModelAndView("restorative/restraints/pages/restraints", Map.of("page",
                page.titled("restraint.title"), "rows", rows.stream().filter(r -> r.due() != null).toList(), "over",
                rows.stream().filter(r -> r.due() == null).toList(), "role", actor.role(), "counts",
                actor.may(Permission.RESTRAINTS_COUNT)));
    }

    /** @param purpose why a principal reads what is written */
    @GetMapping("/restraints/{id}")
    ModelAndView one(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String purpose) {
        return door.with(actor, id, (at, r) -> shown(page, at, r, purpose, List.of()));
    }

    /** Writes it, or corrects what is written. */
    @Needs(Permission.RESTRAINTS_WRITE)
    @PostMapping("/restraints/{id}")
    ModelAndView write(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return door.with(actor, id, (at, r) -> {
            var purpose = form.getOrDefault("purpose", "");
            var found = found(at, form.getOrDefault("student", ""));
            return Act.typed(page, response, next(id, purpose), "restraint.said.written", "write", form,
                    again -> shown(again, at, r, purpose, found), () -> {
                        if (r.stage() != Stage.REPORTED && !door.reads(at, r, StudentRecords.purpose(at, purpose)))
                            throw new NotFound("restraint " + id);
                        var typed = new TypedForm("restraint", form);
                        int version = typed.mustNumber("version", 0, MOST_VERSIONS);
                        var read = new RestraintForm(typed, words, places, at).read(r, found);
                        commands.act(id, version, read, at.school());
                    });
        });
    }

    @Needs(Permission.RESTRAINTS_SPEAK)
    @PostMapping("/restraints/{id}/talk")
    ModelAndView talk(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return door.with(actor, id, (at, r) -> {
            var purpose = form.getOrDefault("purpose", "");
            return Act.typed(page, response, next(id, purpose), "restraint.said.talk", "talk", form,
                    again -> shown(again, at, r, purpose, List.of()), () -> {
                        if (!door.reads(at, r, StudentRecords.purpose(at, purpose)))
                            throw new NotFound("restraint " + id);
                        var typed = new TypedForm("restraint", form);
                        int version = typed.mustNumber("version", 0, MOST_VERSIONS);
                        var talk = new Talk(typed.day("on"), typed.must("with", 200),
                                typed.text("parents").equals("true"), typed.must("next", RestraintForm.LONGEST),
                                actor.name());
                        typed.check();
                        commands.act(id, version, new RestraintCommand.SpeakAfter(talk, at.today(), actor.name()),
                                at.school());
                    });
        });
    }

    private static String next(UUID id, String purpose) {
        return "/restraints/" + id + (purpose.matches("HELP|SAFETY") ? "?purpose=" + purpose : "");
    }

    private List<RosterPerson> found(Entry at, String name) {
        return name.isBlank() ? List.of() : search.find(at.actor(), at.school(), name, MOST_FOUND);
    }

    private ModelAndView shown(Page page, Entry at, Restraint r, String purpose, List<RosterPerson> found) {
        var due = rules.due(r, at.school());
        boolean text = door.reads(at, r, StudentRecords.purpose(at, purpose));
        boolean writes = at.actor().may(Permission.RESTRAINTS_WRITE) && (text || r.stage() == Stage.REPORTED);
        var model = new HashMap<String, Object>(Map.of("page", page.titled("restraint.one"), "at", at, "r", r, "text",
                text, "writes", writes, "speaks", text && at.actor().may(Permission.RESTRAINTS_SPEAK), "purpose",
                purpose.matches("HELP|SAFETY") ? purpose : "", "found", found, "late",
                due != null && due.isBefore(at.today())));
        model.put("due", due);
        model.put("labels", Map.of("place", words.labels(Label.Kind.PLACE, at.today()), "tried",
                words.labels(Label.Kind.TRIED, at.today())));
        model.put("counselors", places.counselors(at.school()));
        model.put("officers", writes ? places.officers(at) : Map.of());
        return new ModelAndView("restorative/restraints/pages/restraint", model);
    }
}
