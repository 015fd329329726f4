package org.daywatch.mentoring.times;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.calendars.SessionDays;
import org.daywatch.mentoring.care.MatchDoor.Entrance;
import org.daywatch.mentoring.care.MatchRules;
import org.daywatch.mentoring.matches.Match;
import org.daywatch.mentoring.matches.MatchEvent.MatchWritten;
import org.daywatch.mentoring.matches.MatchRefusal;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The weekly times of matches, as the counselor sets them. The district is bound. */
@Component
@Transactional
public class MeetingTimes {

    private final MeetingTimeStore store;
    private final SessionDays sessions;
    private final MatchRules rules;
    private final Facts facts;
    private final Clock clock;

    MeetingTimes(MeetingTimeStore store, SessionDays sessions, MatchRules rules, Facts facts, Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.rules = rules;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<MeetingTime> of(Match m) {
        return store.find(m.id());
    }

    /** Of all matches of a school, by weekday and hour. */
    @Transactional(readOnly = true)
    public List<MeetingTime> at(Campus school) {
        return store.ofSchool(school.id());
    }

    /** Of today and later. */
    @Transactional(readOnly = true)
    public List<LostMeeting> lost(Match m, LocalDate today) {
        return store.lost(m.id(), today);
    }

    /** Days of school from one day to another, both included. */
    @Transactional(readOnly = true)
    public List<LocalDate> school(Campus school, LocalDate from, LocalDate to) {
        return schoolDays(sessions, school, from, to);
    }

    static List<LocalDate> schoolDays(SessionDays sessions, Campus school, LocalDate from, LocalDate to) {
        var timetable = sessions.timetable(List.of(school));
        var days = new ArrayList<LocalDate>();
        for (var day = from; !day.isAfter(to); day = day.plusDays(1))
            if (timetable.dayKind(school, day).filter(DayKind::isSchoolDay).isPresent()) days.add(day);
        return days;
    }

    /** @throws Refused where they do not meet, or not so long, or the mentor is with somebody else then */
    public void set(Entrance at, Match m, MeetingTime time) {
        if (!m.stage().meets()) throw new Refused(MatchRefusal.MATCH_NOT_NOW);
        int longest = rules.longestSession(at.school(), at.today());
        if (Duration.between(time.hours().begins(), time.hours().ends()).toMinutes() > longest)
            throw new Refused(MatchRefusal.MATCH_SESSION_LONG, Map.of("most", longest));
        store.save(m, time, at.today());
        written(at, m, "SetMeetingTime");
    }

    /** Somebody of the school told the student that the mentor cannot come. */
    public void studentKnows(Entrance at, Match m, LocalDate day) {
        if (store.studentKnows(m, day, at.actor().person(), clock.instant())) written(at, m, "TellStudent");
    }

    private void written(Entrance at, Match m, String what) {
        facts.tell(new MatchWritten(m.district(), m.id(), clock.instant(), m.school(), what, at.actor().name()));
    }
}
