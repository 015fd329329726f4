package org.daywatch.mentoring.care;

import static org.daywatch_db.mentoring.Tables.MENTOR_SESSION;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daywatch.mentoring.matches.Casel;
import org.daywatch.mentoring.matches.Match;
import org.daywatch.mentoring.matches.MatchRefusal;
import org.daywatch.mentoring.matches.MentorSession;
import org.daywatch.mentoring.matches.MentorSession.Attendance;
import org.daywatch.mentoring.matches.MentorSession.Feeling;
import org.daywatch.platform.casekeys.CaseKeys;
import org.daywatch.platform.errors.Refused;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Meetings as rows; the goal and the student's own taps are sealed by the key of their match. The district is bound.
 */
@Repository
@Transactional
class MentorSessionStore {

    private final DSLContext db;
    private final CaseKeys keys;
    private final JsonMapper json;

    MentorSessionStore(DSLContext db, CaseKeys keys, JsonMapper json) {
        this.db = db;
        this.keys = keys;
        this.json = json;
    }

    /** What is sealed of a meeting. */
    record Body(String goal, @Nullable Feeling feeling, @Nullable Boolean helped) {}

    /** By time, the latest first. */
    @Transactional(readOnly = true)
    List<MentorSession> of(Match m) {
        var s = MENTOR_SESSION;
        return db.selectFrom(s).where(s.DISTRICT_ID.eq(m.district())).and(s.MATCH_ID.eq(m.id()))
                .orderBy(s.BEGINS_AT.desc(), s.ID).fetch(r -> {
                    var body = keys.open(m.district(), m.id(), r.getBody(), place(r.getId()))
                            .map(plain -> json.readValue(plain, Body.class)).orElse(new Body("", null, null));
                    return new MentorSession(r.getId(), r.getBeginsAt(), r.getMinutes(), r.getPeriod(), r.getPlace(),
                            r.getAdult(), Casel.valueOf(r.getCasel()), body.goal(),
                            Attendance.valueOf(r.getAttendance()), body.feeling(), body.helped());
                });
    }

    /** Minutes of the days from one to another, both included. */
    @Transactional(readOnly = true)
    int minutes(Match m, LocalDate from, LocalDate to) {
        var s = MENTOR_SESSION;
        return db.select(DSL.coalesce(DSL.sum(s.MINUTES), DSL.val(java.math.BigDecimal.ZERO))).from(s)
                .where(s.DISTRICT_ID.eq(m.district())).and(s.MATCH_ID.eq(m.id())).and(s.DAY.between(from, to))
                .fetchSingle().value1().intValueExact();
    }

    /** @throws Refused where the student or the mentor was in another meeting at that time */
    void insert(Match m, MentorSession one, LocalDate day, int most, Instant now) {
        var s = MENTOR_SESSION;
        boolean busy = one.isHeld() && db.fetchExists(s, s.DISTRICT_ID.eq(m.district())
                .and(s.MENTOR_PERSON.eq(m.mentor()).or(s.STUDENT_ID.eq(m.student()))).and(s.MINUTES.gt(0))
                .and(s.BEGINS_AT.lt(one.endsAt())).and(s.ENDS_AT.gt(one.beginsAt())));
        if (busy) throw new Refused(MatchRefusal.MATCH_SESSION_OVERLAPS);
        db.insertInto(s).set(s.DISTRICT_ID, m.district()).set(s.ID, one.id()).set(s.MATCH_ID, m.id())
                .set(s.STUDENT_ID, m.student()).set(s.MENTOR_PERSON, m.mentor()).set(s.DAY, day)
                .set(s.BEGINS_AT, one.beginsAt()).set(s.ENDS_AT, one.endsAt()).set(s.MINUTES, one.minutes())
                .set(s.MOST_MINUTES, most).set(s.PERIOD, one.period()).set(s.PLACE, one.place())
                .set(s.ADULT, one.adult()).set(s.CASEL, one.casel().name()).set(s.ATTENDANCE, one.attendance().name())
                .set(s.BODY, keys.seal(m.district(), m.id(),
                        json.writeValueAsBytes(new Body(one.goal(), one.feeling(), one.helped())), place(one.id())))
                .set(s.LOGGED_AT, now).execute();
    }

    private static String place(UUID session) {
        return "session " + session;
    }
}
