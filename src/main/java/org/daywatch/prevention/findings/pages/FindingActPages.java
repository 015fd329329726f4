package org.daywatch.prevention.findings.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.daywatch.directory.Campus;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.Typed;
import org.daywatch.prevention.findings.Finding;
import org.daywatch.prevention.findings.FindingCommand.By;
import org.daywatch.prevention.findings.FindingCommand;
import org.daywatch.prevention.findings.FindingCommands;
import org.daywatch.prevention.findings.FindingDoor;
import org.daywatch.prevention.findings.FindingDues;
import org.daywatch.prevention.findings.FindingOwners;
import org.daywatch.prevention.findings.FindingTyped;
import org.daywatch.prevention.places.PreventionPlaces;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What people do about a finding, one act after the other. */
@Controller
@Needs(Permission.FINDINGS_EDIT)
class FindingActPages {

    private static final int LONGEST = 600;

    private final FindingCommands commands;
    private final FindingDoor door;
    private final FindingDues dues;
    private final PreventionPlaces places;
    private final FindingOwners owners;
    private final FindingPages pages;

    FindingActPages(FindingCommands commands, FindingDoor door, FindingDues dues, PreventionPlaces places,
            FindingOwners owners, FindingPages pages) {
        this.commands = commands;
        this.door = door;
        this.dues = dues;
        this.places = places;
        this.owners = owners;
        this.pages = pages;
    }

    @PostMapping("/findings/{id}/assignment")
    ModelAndView assign(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        return act(page, actor, id, form, response, "assignment", "findings.said.assigned", (f, by) -> {
            var school = door.school(f);
            var day = Typed.day("due", form.getOrDefault("due", ""));
            if (day.isBefore(places.today(school)))
                throw new InvalidInput("due", page.when().date(day), "findings.wrong.past");
            var chosen = owners.chosen(school, form.getOrDefault("person", ""));
            var owner = chosen.map(Organizations.Placed::name)
                    .orElseGet(() -> Typed.must("owner", form.getOrDefault("owner", ""), 200));
            return new FindingCommand.Assign(owner, chosen.map(Organizations.Placed::person).orElse(null), day,
                    latest(f, school), words(form), by);
        });
    }

    /** By the rule, counted from the day it was found; a day that has gone by since leaves until today. */
    private LocalDate latest(Finding f, Campus school) {
        var rule = dues.due(school, f.rating().severity(), LocalDate.ofInstant(f.origin().at(), school.zone()));
        var today = places.today(school);
        return rule.isBefore(today) ? today : rule;
    }

    @PostMapping("/findings/{id}/rating")
    ModelAndView rate(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        return act(page, actor, id, form, response, "rating", "findings.said.rated", (f, by) -> {
            var rating = FindingPages.rating(form);
            var school = door.school(f);
            return new FindingCommand.Rate(rating,
                    dues.due(school, rating.severity(), LocalDate.ofInstant(f.origin().at(), school.zone())),
                    places.today(school), by);
        });
    }

    @PostMapping("/findings/{id}/interim")
    ModelAndView interim(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        return act(page, actor, id, form, response, "interim", "findings.said.interim", (f, by) -> {
            var until = Typed.dayOrNone("until", form.getOrDefault("until", ""));
            if (until != null && until.isBefore(places.today(door.school(f))))
                throw new InvalidInput("until", page.when().date(until), "findings.wrong.past");
            return new FindingCommand.SetInterim(Typed.cut(form.getOrDefault("words", ""), 500), until, by);
        });
    }

    @PostMapping("/findings/{id}/fixed")
    ModelAndView fixed(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        return act(page, actor, id, form, response, "fixed", "findings.said.fixed",
                (f, by) -> new FindingCommand.SayFixed(words(form), by));
    }

    @PostMapping("/findings/{id}/verification")
    ModelAndView verify(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        return act(page, actor, id, form, response, "verification", "findings.said.verified",
                (f, by) -> new FindingCommand.Verify(words(form), by));
    }

    @PostMapping("/findings/{id}/return")
    ModelAndView giveBack(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        return act(page, actor, id, form, response, "return", "findings.said.returned",
                (f, by) -> new FindingCommand.Return(words(form), by));
    }

    @PostMapping("/findings/{id}/closing")
    ModelAndView close(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        return act(page, actor, id, form, response, "closing", "findings.said.closed",
                (f, by) -> new FindingCommand.Close(words(form), by));
    }

    @PostMapping("/findings/{id}/acceptance")
    @Needs(Permission.RISKS_ACCEPT)
    ModelAndView accept(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        return act(page, actor, id, form, response, "acceptance", "findings.said.accepted", (f, by) -> {
            var today = places.today(door.school(f));
            return new FindingCommand.AcceptRisk(words(form), Typed.day("review", form.getOrDefault("review", "")),
                    today, dues.latestReview(door.school(f), today), by);
        });
    }

    @PostMapping("/findings/{id}/reopening")
    ModelAndView reopen(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        return act(page, actor, id, form, response, "reopening", "findings.said.reopened",
                (f, by) -> new FindingCommand.Reopen(words(form),
                        dues.due(door.school(f), f.rating().severity(), places.today(door.school(f))), by));
    }

    @PostMapping("/findings/{id}/seen")
    ModelAndView seen(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        return act(page, actor, id, form, response, "seen", "findings.said.seen",
                (f, by) -> new FindingCommand.SeeAgain(words(form),
                        dues.due(door.school(f), f.rating().severity(), places.today(door.school(f))), by));
    }

    @PostMapping("/findings/{id}/notes")
    ModelAndView note(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        var finding = door.mine(actor, id);
        return tried(page, actor, finding, form, response, "notes", "findings.said.note", () -> commands.note(id,
                Typed.must("words", form.getOrDefault("words", ""), LONGEST), FindingDoor.by(actor)));
    }

    private ModelAndView act(Page page, Actor actor, UUID id, Map<String, String> form, HttpServletResponse response,
            String act, String said, BiFunction<Finding, By, FindingCommand> command) {
        var finding = door.mine(actor, id);
        return tried(page, actor, finding, form, response, act, said,
                () -> commands.handle(id, command.apply(finding, FindingDoor.by(actor))));
    }

    /** What is refused is shown again as it was written. */
    private ModelAndView tried(Page page, Actor actor, Finding finding, Map<String, String> form,
            HttpServletResponse response, String act, String said, Runnable work) {
        return Act.drawn(wrong -> pages.one(FindingTyped.refused(page, act, form, wrong), actor, finding.id()), () -> {
            work.run();
            Flashes.say(response, "success", page.t(said));
            return new ModelAndView("redirect:/findings/" + finding.id());
        });
    }

    private static String words(Map<String, String> form) {
        return Typed.cut(form.getOrDefault("words", ""), LONGEST);
    }
}
