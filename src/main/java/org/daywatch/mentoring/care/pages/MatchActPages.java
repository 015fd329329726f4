package org.daywatch.mentoring.care.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.daywatch.mentoring.care.MatchCommands;
import org.daywatch.mentoring.care.MatchDoor;
import org.daywatch.mentoring.care.MatchDoor.Entrance;
import org.daywatch.mentoring.care.MatchRules;
import org.daywatch.mentoring.care.MentorMatching;
import org.daywatch.mentoring.matches.EndReason;
import org.daywatch.mentoring.matches.Match;
import org.daywatch.mentoring.matches.MatchCommand;
import org.daywatch.mentoring.proposals.MentorProposal.Fit;
import org.daywatch.mentoring.proposals.MentorProposal.FitsLess;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.TypedForm;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the counselor does on the page of a match, one act after the other. */
@Controller
@Needs(Permission.MATCHES_WORK)
class MatchActPages {

    private static final int LONGEST = 2000;
    private static final int MOST_VERSIONS = 99_999;

    private final MatchDoor door;
    private final MatchCommands commands;
    private final MatchPages pages;
    private final MentorMatching matching;
    private final MatchRules rules;

    MatchActPages(MatchDoor door, MatchCommands commands, MatchPages pages, MentorMatching matching,
            MatchRules rules) {
        this.door = door;
        this.commands = commands;
        this.pages = pages;
        this.matching = matching;
        this.rules = rules;
    }

    interface Reading {
        MatchCommand of(Entrance at, Match m, TypedForm typed);
    }

    /** Only somebody who was proposed, or could have been: that they can meet is computed anew. */
    @PostMapping("/mentoring/{id}/mentor")
    ModelAndView choose(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return Act.typed(page, response, "/mentoring/" + id, "mentoring.said.mentor", "mentor", form,
                again -> pages.one(again, actor, id, ""), () -> door.with(actor, id, (at, m) -> {
                    var typed = new TypedForm("mentoring", form);
                    int version = typed.mustNumber("version", 0, MOST_VERSIONS);
                    var mentor = typed.id("mentor");
                    typed.check();
                    var proposed = matching.of(at.school(), m, at.today())
                            .orElseThrow(() -> new InvalidInput("mentor", "", "mentoring.wrong.mentor"));
                    var fit = fit(proposed, mentor);
                    commands.choose(at, id, version, mentor, proposed.termEnds(), MatchWords.keep(fit));
                    return id;
                }));
    }

    private static Fit fit(MentorMatching.Proposed proposed, UUID mentor) {
        var chosen = proposed.proposal().fit();
        if (chosen != null && chosen.mentor().equals(mentor)) return chosen;
        return proposed.proposal().others().stream().filter(o -> o.mentor().equals(mentor))
                .filter(FitsLess.class::isInstance).map(o -> ((FitsLess) o).fit()).findFirst()
                .orElseThrow(() -> new InvalidInput("mentor", "", "mentoring.wrong.mentor"));
    }

    @PostMapping("/mentoring/{id}/veto")
    ModelAndView veto(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, form, "veto", (at, m, typed) -> new MatchCommand.Veto(at.by()));
    }

    @PostMapping("/mentoring/{id}/agreement")
    ModelAndView agree(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, form, "agreed",
                (at, m, typed) -> new MatchCommand.Agree(at.today(), at.by()));
    }

    @PostMapping("/mentoring/{id}/contacts")
    ModelAndView contact(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, form, "contact",
                (at, m, typed) -> new MatchCommand.NoteContact(past(at, typed), at.by()));
    }

    private static LocalDate past(Entrance at, TypedForm typed) {
        var day = typed.day("day");
        if (day.isAfter(at.today())) typed.wrong("day", "mentoring.wrong.future");
        return day;
    }

    @PostMapping("/mentoring/{id}/end")
    ModelAndView announce(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, form, "end", (at, m, typed) -> new MatchCommand.AnnounceEnd(
                typed.day("on"), rules.earliestEnd(at.school(), at.today()), at.by()));
    }

    @PostMapping("/mentoring/{id}/closing")
    ModelAndView close(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, form, "closed",
                (at, m, typed) -> new MatchCommand.Close(typed.must("saidStudent", LONGEST),
                        typed.must("saidMentor", LONGEST), at.today(), at.by()));
    }

    /** Before it began it is declined, afterward it ends early. */
    @PostMapping("/mentoring/{id}/early-end")
    ModelAndView endEarly(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, form, "ended", (at, m, typed) -> {
            var reason = typed.one("reason", EndReason.class).orElse(EndReason.OTHER_HELP);
            var words = typed.within("words", LONGEST);
            return m.stage().meets()
                    ? new MatchCommand.EndEarly(reason, words, at.today(), at.by())
                    : new MatchCommand.Decline(reason, words, at.today(), at.by());
        });
    }

    @PostMapping("/mentoring/{id}/counselor")
    ModelAndView handOver(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, form, "/mentoring", "given", (at, m, typed) -> {
            var to = door.counselors(at.school()).stream().map(c -> c.person())
                    .filter(p -> p.toString().equals(typed.text("counselor"))).findFirst();
            if (to.isEmpty()) typed.wrong("counselor", "mentoring.wrong.counselor");
            return new MatchCommand.HandOver(to.orElse(m.counselor()), at.by());
        });
    }

    private ModelAndView act(Page page, Actor actor, HttpServletResponse response, UUID id, Map<String, String> form,
            String name, Reading reading) {
        return act(page, actor, response, id, form, "/mentoring/" + id, name, reading);
    }

    private ModelAndView act(Page page, Actor actor, HttpServletResponse response, UUID id, Map<String, String> form,
            String next, String name, Reading reading) {
        return Act.typed(page, response, next, "mentoring.said." + name, name, form,
                again -> pages.one(again, actor, id, ""), () -> door.with(actor, id, (at, m) -> {
                    var typed = new TypedForm("mentoring", form);
                    int version = typed.mustNumber("version", 0, MOST_VERSIONS);
                    var command = reading.of(at, m, typed);
                    typed.check();
                    commands.act(id, version, now -> command);
                    return id;
                }));
    }
}
