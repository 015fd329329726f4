package org.daywatch.mentoring.care;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.ownaccounts.OwnAccountPart;
import org.daywatch.mentoring.matches.Match;
import org.daywatch.mentoring.matches.MentorSession;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What student and parents read of a match: why it began, with whom, each meeting, how it ended. */
@Component
@Transactional(readOnly = true)
class MatchAccount implements OwnAccountPart {

    private final MatchStore matches;
    private final MentorSessionStore sessions;
    private final Campuses campuses;

    MatchAccount(MatchStore matches, MentorSessionStore sessions, Campuses campuses) {
        this.matches = matches;
        this.sessions = sessions;
        this.campuses = campuses;
    }

    @Override
    public List<Entry> of(UUID student) {
        return matches.ofStudent(student).stream().flatMap(m -> of(m).stream()).toList();
    }

    @Override
    public List<String> subjects(UUID student) {
        return matches.ofStudent(student).stream().map(m -> "match " + m.id()).toList();
    }

    private List<Entry> of(Match m) {
        var entries = new ArrayList<Entry>();
        entries.add(new Entry(m.days().referred(), "mentoring.account.referred",
                List.of(matches.cause(m.district(), m.id()).orElse(""))));
        if (m.days().matched() != null)
            entries.add(new Entry(m.days().matched(), "mentoring.account.matched", List.of(m.mentorName())));
        var zone = campuses.find(m.school()).orElseThrow().zone();
        for (var session : sessions.of(m))
            entries.add(met(LocalDate.ofInstant(session.beginsAt(), zone), session));
        if (m.days().closed() != null && m.ended() != null)
            entries.add(new Entry(m.days().closed(), "mentoring.account.ended",
                    List.of(new Named("mentoring.ended." + m.ended()))));
        return entries;
    }

    private static Entry met(LocalDate on, MentorSession session) {
        return session.isHeld()
                ? new Entry(on, "mentoring.account.met", List.of(session.minutes(), session.place(), session.goal()))
                : new Entry(on, "mentoring.account.absent",
                        List.of(new Named("mentoring.attendance." + session.attendance())));
    }
}
