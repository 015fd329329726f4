package org.daywatch.relationships.threats.pages;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.protection.StudentSearch;
import org.daywatch.directory.rosters.ClassGroup.RosterPerson;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Organizations.Placed;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.TypedForm;
import org.daywatch.relationships.threats.ThreatCommands;
import org.daywatch.relationships.threats.ThreatDoor.Entrance;
import org.daywatch.relationships.threats.ThreatDoor;
import org.daywatch.relationships.threats.ThreatRules;
import org.daywatch.relationships.threats.cases.CaseFile.Student;
import org.daywatch.relationships.tips.thread.TipThreads;
import org.daywatch.relationships.triage.queue.TipReaders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Opening a case. The student is named in the form and never in an address. */
@Controller
@Needs(value = Permission.THREATS_EDIT, hidden = true)
class ThreatNewPages {

    private static final int MOST = 20;
    /** What the form sends for a student whom the roster does not know. */
    private static final String NOBODY = "none";

    private final ThreatDoor door;
    private final ThreatCommands commands;
    private final ThreatPages pages;
    private final StudentSearch search;
    private final ThreatRules rules;
    private final TipReaders tips;
    private final TipThreads threads;
    private final AuditLog audit;

    ThreatNewPages(ThreatDoor door, ThreatCommands commands, ThreatPages pages, StudentSearch search,
            ThreatRules rules, TipReaders tips, TipThreads threads, AuditLog audit) {
        this.rules = rules;
        this.door = door;
        this.commands = commands;
        this.pages = pages;
        this.search = search;
        this.tips = tips;
        this.threads = threads;
        this.audit = audit;
    }

    @GetMapping("/threats/new")
    ModelAndView fresh(Page page, Actor actor, @RequestParam(required = false) @Nullable UUID tip) {
        var told = told(actor, tip);
        return door.at(actor, at -> form(page, at, List.of(), told));
    }

    /** The tip they came from: read once more, like any other time. */
    private @Nullable ToldInTip told(Actor actor, @Nullable UUID tip) {
        if (tip == null) return null;
        return tips.with(actor, tip, (at, seen) -> {
            audit.read("NamelessTip", "nameless tip " + tip, Map.of("as", at.part()));
            return new ToldInTip(tip, threads.of(at.district(), tip).words());
        });
    }

    @PostMapping("/threats")
    ModelAndView open(Page page, Actor actor, @RequestParam("form") UUID formId,
            @RequestParam(required = false) @Nullable UUID tip, @RequestParam Map<String, String> form) {
        var told = told(actor, tip);
        return door.at(actor, at -> {
            var found = search.find(actor, at.school(), form.getOrDefault("student", ""), MOST);
            return Act.form(page, form, "student", again -> form(again, at, found, told), () -> {
                var typed = new TypedForm("threats", form);
                var name = typed.must("student", 200);
                var report = typed.must("report", 4000);
                var owner = one(typed, "owner", pages.people(at, Role.COUNSELOR));
                var administrator = one(typed, "administrator", pages.people(at, Role.PRINCIPAL));
                typed.check();
                return new ModelAndView("redirect:/threats/"
                        + commands.open(at, owner, administrator, student(name, form, found), report));
            });
        });
    }

    /** The one of the roster who was chosen, or whose name it is; several are asked about. */
    private static Student student(String name, Map<String, String> form, List<RosterPerson> found) {
        var chosen = form.getOrDefault("which", "");
        if (found.isEmpty() || chosen.equals(NOBODY)) return new Student(name, null);
        return found.stream().filter(p -> p.id().toString().equals(chosen)).findFirst()
                .map(p -> new Student(p.name(), p.id()))
                .orElseThrow(() -> new InvalidInput("which", name, "threats.wrong.which"));
    }

    private static UUID one(TypedForm typed, String field, List<Placed> people) {
        var chosen = people.stream().filter(p -> p.person().toString().equals(typed.text(field))).findFirst();
        if (chosen.isEmpty()) typed.wrong(field, "threats.wrong." + field);
        return chosen.map(Placed::person).orElse(new UUID(0, 0));
    }

    private ModelAndView form(Page page, Entrance at, List<RosterPerson> found, @Nullable ToldInTip told) {
        return new ModelAndView("relationships/threats/pages/new", Map.of("page", page.titled("threats.new"), "at", at,
                "counselors", pages.people(at, Role.COUNSELOR), "principals", pages.people(at, Role.PRINCIPAL), "found",
                found, "model", rules.model(at.school(), at.today()).model())).addObject("told", told);
    }
}
