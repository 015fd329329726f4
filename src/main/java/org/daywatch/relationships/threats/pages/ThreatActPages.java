package org.daywatch.relationships.threats.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Organizations.Placed;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.TypedForm;
import org.daywatch.relationships.threats.ThreatDoor.Entrance;
import org.daywatch.relationships.threats.ThreatRules;
import org.daywatch.relationships.threats.cases.About;
import org.daywatch.relationships.threats.cases.CaseFile.DayOut;
import org.daywatch.relationships.threats.cases.CaseFile.How;
import org.daywatch.relationships.threats.cases.CaseFile.SupportPlan;
import org.daywatch.relationships.threats.cases.TeamPart;
import org.daywatch.relationships.threats.cases.ThreatCase;
import org.daywatch.relationships.threats.cases.ThreatCommand.Named;
import org.daywatch.relationships.threats.cases.ThreatCommand;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the team does on the page of a case, one act after the other. */
@Controller
@Needs(value = Permission.THREATS_EDIT, hidden = true)
class ThreatActPages {

    private static final int LONGEST = 2000;

    private final ThreatForms forms;
    private final ThreatPages pages;
    private final ThreatRules rules;

    ThreatActPages(ThreatForms forms, ThreatPages pages, ThreatRules rules) {
        this.forms = forms;
        this.pages = pages;
        this.rules = rules;
    }

    @PostMapping("/threats/{id}/support")
    ModelAndView support(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, form, "support", (at, c, typed) -> new ThreatCommand.AnswerSupport(
                typed.one("support", SupportPlan.class).orElse(SupportPlan.UNASKED), at.by()));
    }

    @PostMapping("/threats/{id}/finding")
    ModelAndView finding(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, form, "finding", (at, c,
                typed) -> new ThreatCommand.RecordFinding(typed.must("finding", LONGEST), past(at, typed), at.by()));
    }

    @PostMapping("/threats/{id}/days-out")
    ModelAndView dayOut(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, form, "dayOut", (at, c, typed) -> {
            boolean formal = typed.text("formal").equals("YES");
            if (!formal && !typed.text("formal").equals("NO")) typed.wrong("formal", "threats.wrong.formal");
            return new ThreatCommand.CountDayOut(
                    new DayOut(past(at, typed), formal, typed.must("why", LONGEST), at.actor().name()), at.by());
        });
    }

    @PostMapping("/threats/{id}/sharing")
    ModelAndView share(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        boolean shares = form.getOrDefault("shared", "").equals("true");
        return act(page, actor, response, id, form, shares ? "shared" : "unshared",
                (at, c, typed) -> new ThreatCommand.Share(shares, at.by()));
    }

    @PostMapping("/threats/{id}/team")
    ModelAndView team(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, form, "team", (at, c, typed) -> new ThreatCommand.HandOver(
                person(at, typed, "owner", Role.COUNSELOR), person(at, typed, "administrator", Role.PRINCIPAL),
                at.by()));
    }

    private UUID person(Entrance at, TypedForm typed, String field, Role role) {
        var chosen = pages.people(at, role).stream().map(Placed::person)
                .filter(person -> person.toString().equals(typed.text(field))).findFirst();
        if (chosen.isEmpty()) typed.wrong(field, "threats.wrong." + field);
        return chosen.orElse(new UUID(0, 0));
    }

    /** Also the officer's, who acts in nothing else. */
    @Needs(value = Permission.THREATS_READ, hidden = true)
    @PostMapping("/threats/{id}/words")
    ModelAndView word(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        var name = form.containsKey("heard") ? "heard" : form.containsKey("police") ? "police" : "word";
        return act(page, actor, response, id, form, name, (at, c, typed) -> new ThreatCommand.GiveWord(
                name.equals("heard") ? About.HEARD : typed.one("about", About.class).orElse(About.PLAN),
                typed.must("words", LONGEST), named(c, typed, name), at.today(), rules.fades(at.school(), at.today()),
                at.by()));
    }

    /** Whose word somebody else writes down; null: they give their own. */
    private static @Nullable Named named(ThreatCase c, TypedForm typed, String form) {
        if (form.equals("word")) return null;
        if (form.equals("heard")) return new Named(TeamPart.KNOWS_STUDENT, typed.must("heard", 200));
        var parts = c.under().model().named();
        var part = parts.size() == 1
                ? parts.getFirst()
                : typed.one("part", TeamPart.class).orElse(TeamPart.LAW_ENFORCEMENT);
        return new Named(part, typed.must("police", 200));
    }

    @PostMapping("/threats/{id}/tasks")
    ModelAndView task(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, form, "task",
                (at, c, typed) -> new ThreatCommand.FinishTask(typed.mustNumber("task", 0, 99), at.today(), at.by()));
    }

    @PostMapping("/threats/{id}/reviews")
    ModelAndView review(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, form, "review",
                (at, c, typed) -> new ThreatCommand.RecordReview(typed.must("words", LONGEST), typed.day("next"),
                        at.today(), rules.latestReview(at.school(), at.today()), at.by()));
    }

    @PostMapping("/threats/{id}/parent")
    ModelAndView parent(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, form, "parent", (at, c, typed) -> {
            var how = typed.one("how", How.class).orElse(How.PHONE);
            if (how == How.NOT_SAFE && typed.text("answer").isEmpty()) typed.wrong("answer", "threats.wrong.notSafe");
            return new ThreatCommand.TellParent(past(at, typed), how,
                    ParentAccountPages.language(typed.text("language")),
                    typed.within("answer", LONGEST), at.by());
        });
    }

    @PostMapping("/threats/{id}/closing")
    ModelAndView close(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, form, "closed",
                (at, c, typed) -> new ThreatCommand.Close(typed.must("words", LONGEST), at.today(), at.by()));
    }

    private static java.time.LocalDate past(Entrance at, TypedForm typed) {
        var day = typed.day("day");
        if (day.isAfter(at.today()) || day.isBefore(at.today().minusYears(1))) typed.wrong("day", "threats.wrong.past");
        return day;
    }

    private ModelAndView act(Page page, Actor actor, HttpServletResponse response, UUID id, Map<String, String> form,
            String name, ThreatForms.Reading reading) {
        return forms.act(page, actor, response, id, form, name, again -> pages.one(again, actor, id), reading);
    }
}
