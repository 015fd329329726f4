package org.daywatch.mentoring.asking;

import static org.daywatch_db.mentoring.Tables.ASK_POSTER;
import static org.daywatch_db.mentoring.Tables.STUDENT_ASK;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.mentoring.asking.StudentAsk.Body;
import org.daywatch.mentoring.asking.StudentAsk.Outcome;
import org.daywatch.platform.casekeys.CaseKeys;
import org.daywatch_db.mentoring.tables.records.StudentAskRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What students asked for, sealed each by its own key, and the posters that lead here. The district is bound. */
@Repository
@Transactional
class StudentAskStore {

    private final DSLContext db;
    private final CaseKeys keys;
    private final JsonMapper json;

    StudentAskStore(DSLContext db, CaseKeys keys, JsonMapper json) {
        this.db = db;
        this.keys = keys;
        this.json = json;
    }

    /** The poster of before leads nowhere any more. */
    void poster(UUID district, UUID school, UUID id, byte[] link, UUID by, Instant now) {
        db.update(ASK_POSTER).set(ASK_POSTER.ENDED_AT, now).where(ASK_POSTER.SCHOOL_ID.eq(school))
                .and(ASK_POSTER.ENDED_AT.isNull()).execute();
        db.insertInto(ASK_POSTER).set(ASK_POSTER.DISTRICT_ID, district).set(ASK_POSTER.ID, id)
                .set(ASK_POSTER.SCHOOL_ID, school).set(ASK_POSTER.LINK_HASH, link).set(ASK_POSTER.MADE_BY, by)
                .set(ASK_POSTER.MADE_AT, now).execute();
    }

    @Transactional(readOnly = true)
    Optional<Instant> posterSince(UUID school) {
        return db.select(ASK_POSTER.MADE_AT).from(ASK_POSTER).where(ASK_POSTER.SCHOOL_ID.eq(school))
                .and(ASK_POSTER.ENDED_AT.isNull()).fetchOptional(ASK_POSTER.MADE_AT);
    }

    /** @return the school whose poster carries this link */
    @Transactional(readOnly = true)
    Optional<UUID> schoolOf(byte[] link) {
        return db.select(ASK_POSTER.SCHOOL_ID).from(ASK_POSTER).where(ASK_POSTER.LINK_HASH.eq(link))
                .and(ASK_POSTER.ENDED_AT.isNull()).fetchOptional(ASK_POSTER.SCHOOL_ID);
    }

    void insert(UUID district, UUID id, UUID school, Instant at, LocalDate on, Body body) {
        db.insertInto(STUDENT_ASK).set(STUDENT_ASK.DISTRICT_ID, district).set(STUDENT_ASK.ID, id)
                .set(STUDENT_ASK.SCHOOL_ID, school).set(STUDENT_ASK.ASKED_AT, at).set(STUDENT_ASK.ASKED_ON, on)
                .set(STUDENT_ASK.BODY, keys.seal(district, id, json.writeValueAsBytes(body), place(id))).execute();
    }

    /** On which days those asked who still wait, the longest first; what they typed stays sealed. */
    @Transactional(readOnly = true)
    List<LocalDate> waiting(UUID school) {
        return db.select(STUDENT_ASK.ASKED_ON).from(STUDENT_ASK).where(STUDENT_ASK.SCHOOL_ID.eq(school))
                .and(STUDENT_ASK.OUTCOME.isNull()).orderBy(STUDENT_ASK.ASKED_ON).fetch(STUDENT_ASK.ASKED_ON);
    }

    @Transactional(readOnly = true)
    List<StudentAsk> ofSchool(UUID school, int most) {
        return list(STUDENT_ASK.SCHOOL_ID.eq(school), most);
    }

    @Transactional(readOnly = true)
    Optional<StudentAsk> find(UUID id) {
        return list(STUDENT_ASK.ID.eq(id), 1).stream().findFirst();
    }

    /** @return whether nobody had answered before */
    boolean answer(UUID id, Outcome outcome, UUID by, String name, Instant now) {
        return db.update(STUDENT_ASK).set(STUDENT_ASK.OUTCOME, outcome.name()).set(STUDENT_ASK.ANSWERED_BY, by)
                .set(STUDENT_ASK.ANSWERED_NAME, name).set(STUDENT_ASK.ANSWERED_AT, now).where(STUDENT_ASK.ID.eq(id))
                .and(STUDENT_ASK.OUTCOME.isNull()).execute() == 1;
    }

    @Transactional(readOnly = true)
    List<UUID> answeredBefore(UUID district, Instant before) {
        return db.select(STUDENT_ASK.ID).from(STUDENT_ASK).where(STUDENT_ASK.DISTRICT_ID.eq(district))
                .and(STUDENT_ASK.ANSWERED_AT.lt(before)).fetch(STUDENT_ASK.ID);
    }

    void forget(List<UUID> asks) {
        db.deleteFrom(STUDENT_ASK).where(STUDENT_ASK.ID.in(asks)).execute();
    }

    private List<StudentAsk> list(Condition which, int most) {
        return db.selectFrom(STUDENT_ASK).where(which)
                .orderBy(STUDENT_ASK.OUTCOME.isNotNull(), STUDENT_ASK.ASKED_AT, STUDENT_ASK.ID).limit(most)
                .fetch(this::ask);
    }

    private StudentAsk ask(StudentAskRecord r) {
        var body = keys.open(r.getDistrictId(), r.getId(), r.getBody(), place(r.getId()))
                .map(plain -> json.readValue(plain, Body.class)).orElse(null);
        return new StudentAsk(r.getId(), r.getSchoolId(), r.getAskedAt(), r.getAskedOn(), body,
                r.getOutcome() == null ? null : Outcome.valueOf(r.getOutcome()), r.getAnsweredAt(),
                r.getAnsweredName());
    }

    private static String place(UUID id) {
        return "mentoring.student_ask.body " + id;
    }
}
