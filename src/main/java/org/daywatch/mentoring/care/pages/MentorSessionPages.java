package org.daywatch.mentoring.care.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.rosters.ClassPeriod;
import org.daywatch.mentoring.care.MatchCommands;
import org.daywatch.mentoring.care.MatchDoor;
import org.daywatch.mentoring.care.MatchDoor.Entrance;
import org.daywatch.mentoring.care.MatchRules;
import org.daywatch.mentoring.care.MatchSessions;
import org.daywatch.mentoring.matches.Casel;
import org.daywatch.mentoring.matches.MentorSession;
import org.daywatch.mentoring.matches.MentorSession.Attendance;
import org.daywatch.mentoring.matches.MentorSession.Feeling;
import org.daywatch.mentoring.times.MeetingTime;
import org.daywatch.mentoring.times.MeetingTimes;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.TypedForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The mentor logs a meeting on their phone; at its end the student taps for themselves. */
@Controller
@Needs(Permission.MATCHES_MEET)
class MentorSessionPages {

    private static final int MOST_VERSIONS = 99_999;
    private static final int MOST_MINUTES = 240;

    private final MatchDoor door;
    private final MatchCommands commands;
    private final MatchSessions sessions;
    private final MatchRules rules;
    private final MeetingTimes times;

    MentorSessionPages(MatchDoor door, MatchCommands commands, MatchSessions sessions, MatchRules rules,
            MeetingTimes times) {
        this.door = door;
        this.commands = commands;
        this.sessions = sessions;
        this.rules = rules;
        this.times = times;
    }

    /** Whether it helped, by the student. */
    enum Helped {
        YES, NO
    }

    @GetMapping("/mentoring/{id}/session")
    ModelAndView form(Page page, Actor actor, @PathVariable UUID id) {
        return door.with(actor, id, (at, m) -> {
            if (!m.stage().meets() || !door.readsText(at, m, MatchDoor.help(at)))
                throw new NotFound("match " + id);
            var last = sessions.of(m).stream().findFirst();
            var model = new HashMap<String, Object>(
                    Map.of("page", page.titled("mentoring.session"), "at", at, "match", m,
                            "longest", rules.longestSession(at.school(), at.today()), "adult",
                            last.map(MentorSession::adult).orElse("")));
            model.put("place", times.of(m).map(MeetingTime::place)
                    .orElse(last.map(MentorSession::place).orElse("")));
            model.put("begins", times.of(m).map(t -> t.hours().begins()).orElse(null));
            return new ModelAndView("mentoring/care/pages/session", model);
        });
    }

    @PostMapping("/mentoring/{id}/sessions")
    ModelAndView log(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return Act.told(page, form, again -> form(again, actor, id), () -> door.with(actor, id, (at, m) -> {
            var typed = new TypedForm("mentoring", form);
            int version = typed.mustNumber("version", 0, MOST_VERSIONS);
            var session = session(at, typed);
            typed.check();
            commands.meet(at, id, version, session);
            Flashes.say(response, "success", page.t("mentoring.said.session"));
            return new ModelAndView("redirect:/mentoring");
        }));
    }

    private MentorSession session(Entrance at, TypedForm typed) {
        var attendance = typed.one("attendance", Attendance.class).orElse(Attendance.MET);
        var day = typed.day("day");
        var begins = typed.time("begins");
        boolean met = attendance == Attendance.MET;
        int minutes = met ? typed.mustNumber("minutes", 1, MOST_MINUTES) : 0;
        if (day.isAfter(at.today())) typed.wrong("day", "mentoring.wrong.future");
        var goal = typed.must("goal", 300);
        var place = typed.must("place", 200);
        var adult = typed.must("adult", 200);
        for (var field : new String[] {"goal", "place"})
            if (sessions.namesStudent(at.school(), typed.text(field)))
                typed.wrong(field, "mentoring.wrong.names");
        var casel = typed.one("casel", Casel.class).orElse(Casel.SELF_AWARENESS);
        return new MentorSession(Ids.next(), at(day, begins, at), minutes, period(at, begins), place, adult, casel,
                goal, attendance, met ? said(typed, "feeling", Feeling.class) : null,
                met ? helped(said(typed, "helped", Helped.class)) : null);
    }

    private static java.time.Instant at(LocalDate day, LocalTime begins, Entrance at) {
        return day.atTime(begins).atZone(at.school().zone()).toInstant();
    }

    /** Two taps that nobody has to make. */
    private static <E extends Enum<E>> @Nullable E said(TypedForm typed, String field, Class<E> all) {
        return typed.text(field).isEmpty() ? null : typed.one(field, all).orElse(null);
    }

    private static @Nullable Boolean helped(@Nullable Helped said) {
        return said == null ? null : said == Helped.YES;
    }

    private String period(Entrance at, LocalTime begins) {
        return sessions.periods(at.school()).stream().filter(p -> p.at(begins)).map(ClassPeriod::name)
                .findFirst().orElse("");
    }
}
