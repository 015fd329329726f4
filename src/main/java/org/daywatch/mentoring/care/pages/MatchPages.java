package org.daywatch.mentoring.care.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.mentoring.care.MatchDoor;
import org.daywatch.mentoring.care.MatchDoor.Entrance;
import org.daywatch.mentoring.care.MatchDoor.Seen;
import org.daywatch.mentoring.care.MatchRules;
import org.daywatch.mentoring.care.MatchSessions;
import org.daywatch.mentoring.care.MentorMatching;
import org.daywatch.mentoring.matches.Match;
import org.daywatch.mentoring.matches.MatchDue;
import org.daywatch.mentoring.matches.MatchStage;
import org.daywatch.mentoring.mentors.MentorStore;
import org.daywatch.mentoring.times.LostMeeting;
import org.daywatch.mentoring.times.MeetingTimes;
import org.daywatch.platform.access.CaseReader.Purpose;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The matches somebody may read, what is due first; and one of them. */
@Controller
@Needs(Permission.MATCHES_READ)
class MatchPages {

    private final MatchDoor door;
    private final MatchRules rules;
    private final MentorMatching matching;
    private final MatchSessions sessions;
    private final MeetingTimes times;
    private final MentorStore mentors;

    MatchPages(MatchDoor door, MatchRules rules, MentorMatching matching, MatchSessions sessions,
            MeetingTimes times, MentorStore mentors) {
        this.door = door;
        this.rules = rules;
        this.matching = matching;
        this.sessions = sessions;
        this.times = times;
        this.mentors = mentors;
    }

    @Configuration(proxyBeanMethods = false)
    static class Nav {
        @Bean
        NavEntry mentoringEntry() {
            return NavEntry.of(NavPart.SAFETY, 73, "mentoring.nav", "/mentoring", "support_agent",
                    Permission.MATCHES_READ);
        }
    }

    @GetMapping("/mentoring")
    ModelAndView list(Page page, Actor actor) {
        var rows = door.list(actor).stream().map(seen -> row(seen, actor)).sorted(MatchRow.ORDER).toList();
        return new ModelAndView("mentoring/care/pages/matches", Map.of("page", page.titled("mentoring.title"), "rows",
                rows.stream().filter(r -> !r.isOver()).toList(), "over",
                rows.stream().filter(MatchRow::isOver).toList(), "role", actor.role(), "refers",
                actor.may(Permission.MATCHES_REFER)));
    }

    private MatchRow row(Seen seen, Actor actor) {
        var m = seen.match();
        var at = seen.at();
        return Tenancy.as(new Scope(m.district(), actor.person()), () -> {
            var due = MatchDue.of(m, rules.rhythm(at.school(), at.today()));
            var next = m.stage().meets() ? matching.next(at.school(), m, at.today()).orElse(null) : null;
            var lost = m.stage().meets()
                    ? times.lost(m, at.today()).stream().filter(LostMeeting::isStill).findFirst().orElse(null)
                    : null;
            return new MatchRow(seen, due, due.isLate(at.today()), m.counselor().equals(actor.person()), next, lost);
        });
    }

    /** @param purpose why a principal reads what is written; a counselor and a mentor read to help */
    @GetMapping("/mentoring/{id}")
    ModelAndView one(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String purpose) {
        return door.with(actor, id, (at, m) -> shown(page, at, m, purpose(at, purpose)));
    }

    private static Purpose purpose(Entrance at, String asked) {
        if (at.actor().role() != Role.PRINCIPAL) return MatchDoor.help(at);
        return List.of(Purpose.HELP, Purpose.SAFETY).stream().filter(p -> p.name().equals(asked)).findFirst()
                .orElse(Purpose.NONE);
    }

    private ModelAndView shown(Page page, Entrance at, Match m, Purpose purpose) {
        boolean text = door.readsText(at, m, purpose);
        boolean leads = at.actor().role() == Role.COUNSELOR && m.counselor().equals(at.actor().person());
        var model = new HashMap<String, Object>(Map.of("page", page.titled("mentoring.one"), "at", at, "match", m,
                "due", MatchDue.of(m, rules.rhythm(at.school(), at.today())), "text", text, "leads", leads, "cause",
                door.cause(at, m, purpose).orElse(""), "sessions", text ? sessions.of(m) : List.of(), "counselors",
                door.counselors(at.school()), "earliest", rules.earliestEnd(at.school(), at.today())));
        model.put("proposed", leads && m.stage() == MatchStage.CONSENTED
                ? matching.of(at.school(), m, at.today()).orElse(null)
                : null);
        model.put("next", m.stage().meets() ? matching.next(at.school(), m, at.today()).orElse(null) : null);
        model.put("unsaid", m.stage() != MatchStage.REFERRED && !m.stage().isOver() && !door.isConsented(m));
        model.put("time", m.stage().meets() ? times.of(m).orElse(null) : null);
        model.put("lost", m.stage().meets() ? times.lost(m, at.today()) : List.of());
        model.put("unscreened", m.mentor() != null && !m.stage().isOver() && !mentors.find(m.district(), m.mentor())
                .filter(one -> one.isScreened(at.today())).isPresent());
        model.put("service", MatchDue.daysToService(m));
        return new ModelAndView("mentoring/care/pages/match", model);
    }
}
