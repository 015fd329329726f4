package org.daywatch.mentoring.times;

import static org.daywatch_db.mentoring.Tables.LOST_MEETING;
import static org.daywatch_db.mentoring.Tables.MATCH;
import static org.daywatch_db.mentoring.Tables.MEETING_TIME;
import static org.daywatch_db.mentoring.Tables.MENTOR;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.daywatch.mentoring.matches.Match;
import org.daywatch.mentoring.matches.MatchRefusal;
import org.daywatch.mentoring.matches.MatchStage;
import org.daywatch.mentoring.proposals.Hours;
import org.daywatch.platform.errors.Refused;
import org.daywatch_db.mentoring.tables.records.LostMeetingRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Meeting times and lost meetings as rows. The district is bound. */
@Repository
@Transactional
class MeetingTimeStore {

    private final DSLContext db;

    MeetingTimeStore(DSLContext db) {
        this.db = db;
    }

    /** A time with what is needed to see whether it holds. */
    record Standing(MeetingTime time, UUID district, UUID school, UUID mentor, UUID counselor) {}

    @Transactional(readOnly = true)
    Optional<MeetingTime> find(UUID match) {
        return db.selectFrom(MEETING_TIME).where(MEETING_TIME.MATCH_ID.eq(match)).fetchOptional().map(this::time);
    }

    @Transactional(readOnly = true)
    List<MeetingTime> ofSchool(UUID school) {
        return standing(MATCH.SCHOOL_ID.eq(school)).stream().map(Standing::time).toList();
    }

    @Transactional(readOnly = true)
    List<Standing> all() {
        return standing(org.jooq.impl.DSL.noCondition());
    }

    /** Of an officer at a school, by their file in staffing. */
    @Transactional(readOnly = true)
    List<Standing> of(UUID school, UUID officer) {
        return standing(MATCH.SCHOOL_ID.eq(school).and(MEETING_TIME.MENTOR_PERSON.in(
                db.select(MENTOR.PERSON_ID).from(MENTOR).where(MENTOR.OFFICER_ID.eq(officer)))));
    }

    /** A match that goes on, for whoever leads it. */
    record Led(UUID match, UUID school, UUID counselor) {}

    @Transactional(readOnly = true)
    List<Led> ofMentor(UUID person) {
        return db.select(MATCH.ID, MATCH.SCHOOL_ID, MATCH.COUNSELOR_PERSON).from(MATCH)
                .where(MATCH.MENTOR_PERSON.eq(person))
                .and(MATCH.STAGE.in(Stream.of(MatchStage.values()).filter(s -> s.meets() || s == MatchStage.SCREENED)
                        .map(Enum::name).toList()))
                .orderBy(MATCH.ID)
                .fetch(r -> new Led(r.get(MATCH.ID), r.get(MATCH.SCHOOL_ID), r.get(MATCH.COUNSELOR_PERSON)));
    }

    private List<Standing> standing(Condition which) {
        var t = MEETING_TIME;
        return db.select(t.asterisk(), MATCH.SCHOOL_ID, MATCH.COUNSELOR_PERSON).from(t).join(MATCH)
                .on(MATCH.DISTRICT_ID.eq(t.DISTRICT_ID).and(MATCH.ID.eq(t.MATCH_ID))).where(which)
                .orderBy(t.WEEKDAY, t.BEGINS, t.MATCH_ID)
                .fetch(r -> new Standing(time(r), r.get(t.DISTRICT_ID), r.get(MATCH.SCHOOL_ID),
                        r.get(t.MENTOR_PERSON), r.get(MATCH.COUNSELOR_PERSON)));
    }

    /** @throws Refused where the mentor meets somebody else at that time */
    void save(Match m, MeetingTime time, LocalDate today) {
        var t = MEETING_TIME;
        boolean busy = db.fetchExists(t, t.MENTOR_PERSON.eq(m.mentor()).and(t.MATCH_ID.ne(m.id()))
                .and(t.WEEKDAY.eq(time.weekday().getValue())).and(t.BEGINS.lt(time.hours().ends()))
                .and(t.ENDS.gt(time.hours().begins())));
        if (busy) throw new Refused(MatchRefusal.MATCH_TIME_TAKEN);
        db.insertInto(t).set(t.DISTRICT_ID, m.district()).set(t.MATCH_ID, m.id()).set(t.STUDENT_ID, m.student())
                .set(t.MENTOR_PERSON, m.mentor()).set(t.WEEKDAY, time.weekday().getValue())
                .set(t.BEGINS, time.hours().begins()).set(t.ENDS, time.hours().ends()).set(t.PLACE, time.place())
                .set(t.SET_ON, today).onConflict(t.DISTRICT_ID, t.MATCH_ID).doUpdate()
                .set(t.WEEKDAY, time.weekday().getValue()).set(t.BEGINS, time.hours().begins())
                .set(t.ENDS, time.hours().ends()).set(t.PLACE, time.place()).set(t.SET_ON, today).execute();
    }

    /** From a day on, by day. */
    @Transactional(readOnly = true)
    List<LostMeeting> lost(UUID match, LocalDate from) {
        return db.selectFrom(LOST_MEETING).where(LOST_MEETING.MATCH_ID.eq(match)).and(LOST_MEETING.DAY.ge(from))
                .orderBy(LOST_MEETING.DAY).fetch(MeetingTimeStore::meeting);
    }

    /** @return whether nobody knew it before */
    boolean lose(Standing of, LocalDate day, Instant now) {
        var l = LOST_MEETING;
        return db.insertInto(l).set(l.DISTRICT_ID, of.district()).set(l.MATCH_ID, of.time().match()).set(l.DAY, day)
                .set(l.BEGINS, of.time().hours().begins()).set(l.LOST_AT, now)
                .onConflict(l.DISTRICT_ID, l.MATCH_ID, l.DAY).doUpdate().set(l.LOST_AT, now).setNull(l.BACK_AT)
                .setNull(l.STUDENT_KNOWS_AT).setNull(l.TOLD_BY).where(l.BACK_AT.isNotNull()).execute() > 0;
    }

    /** @return whether it was lost until now */
    boolean back(Standing of, LocalDate day, Instant now) {
        var l = LOST_MEETING;
        return db.update(l).set(l.BACK_AT, now).where(l.DISTRICT_ID.eq(of.district()))
                .and(l.MATCH_ID.eq(of.time().match())).and(l.DAY.eq(day)).and(l.BACK_AT.isNull()).execute() > 0;
    }

    /** @return whether somebody had to tell them. Said twice, the first stands */
    boolean studentKnows(Match m, LocalDate day, UUID by, Instant now) {
        var l = LOST_MEETING;
        return db.update(l).set(l.STUDENT_KNOWS_AT, now).set(l.TOLD_BY, by).where(l.DISTRICT_ID.eq(m.district()))
                .and(l.MATCH_ID.eq(m.id())).and(l.DAY.eq(day)).and(l.STUDENT_KNOWS_AT.isNull()).execute() > 0;
    }

    private MeetingTime time(Record r) {
        var t = MEETING_TIME;
        return new MeetingTime(r.get(t.MATCH_ID), DayOfWeek.of(r.get(t.WEEKDAY)),
                new Hours(r.get(t.BEGINS), r.get(t.ENDS)), r.get(t.PLACE));
    }

    private static LostMeeting meeting(LostMeetingRecord r) {
        LocalTime begins = r.getBegins();
        return new LostMeeting(r.getMatchId(), r.getDay(), begins, r.getBackAt(), r.getStudentKnowsAt());
    }
}
