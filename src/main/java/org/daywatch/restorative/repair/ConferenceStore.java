package org.daywatch.restorative.repair;

import static org.daywatch_db.restorative.Tables.CONFERENCE;
import static org.daywatch_db.restorative.Tables.CONFERENCE_STUDENT;
import static org.daywatch_db.restorative.Tables.GATE_ANSWER;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.casekeys.CaseKeys;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Stale;
import org.daywatch.restorative.agreements.Promise;
import org.daywatch.restorative.conferences.Conference;
import org.daywatch.restorative.conferences.Conference.Days;
import org.daywatch.restorative.conferences.Conference.Invited;
import org.daywatch.restorative.conferences.ConferenceEnd;
import org.daywatch.restorative.conferences.ConferenceFile;
import org.daywatch.restorative.conferences.ConferenceKind;
import org.daywatch.restorative.conferences.ConferenceStage;
import org.daywatch_db.restorative.tables.records.ConferenceRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Conferences as stored: where they stand in a row, what is written sealed. The district is bound. */
@Repository
@Transactional
class ConferenceStore {

    private final DSLContext db;
    private final CaseKeys keys;
    private final JsonMapper json;

    ConferenceStore(DSLContext db, CaseKeys keys, JsonMapper json) {
        this.db = db;
        this.keys = keys;
        this.json = json;
    }

    @Transactional(readOnly = true)
    List<Conference> ofSchool(UUID school) {
        return list(CONFERENCE.SCHOOL_ID.eq(school));
    }

    @Transactional(readOnly = true)
    List<Conference> ofStudent(UUID student) {
        return list(CONFERENCE.ID.in(db.select(CONFERENCE_STUDENT.CONFERENCE_ID).from(CONFERENCE_STUDENT)
                .where(CONFERENCE_STUDENT.STUDENT_ID.eq(student))));
    }

    @Transactional(readOnly = true)
    List<Conference> underWay() {
        return list(CONFERENCE.STAGE.ne(ConferenceStage.CLOSED.name()));
    }

    @Transactional(readOnly = true)
    Optional<Conference> find(UUID id) {
        return list(CONFERENCE.ID.eq(id)).stream().findFirst();
    }

    /** By the student's part in it, about which consent is asked. */
    @Transactional(readOnly = true)
    Optional<Conference> ofParticipant(UUID participant) {
        return list(CONFERENCE.ID.in(db.select(CONFERENCE_STUDENT.CONFERENCE_ID).from(CONFERENCE_STUDENT)
                .where(CONFERENCE_STUDENT.ID.eq(participant)))).stream().findFirst();
    }

    /** Why it was referred: never read together with the rest. */
    @Transactional(readOnly = true)
    Optional<String> cause(UUID district, UUID id) {
        return db.select(CONFERENCE.CAUSE).from(CONFERENCE).where(CONFERENCE.DISTRICT_ID.eq(district))
                .and(CONFERENCE.ID.eq(id)).fetchOptional(CONFERENCE.CAUSE)
                .flatMap(sealed -> keys.open(district, id, sealed, causePlace(id)))
                .map(plain -> new String(plain, StandardCharsets.UTF_8));
    }

    /** The gate says that it is the school's own business; an answer that has gone said so once. */
    @Transactional(readOnly = true)
    boolean isTheSchools(UUID gate, UUID school) {
        return db.fetchExists(GATE_ANSWER, GATE_ANSWER.ID.eq(gate).and(GATE_ANSWER.SCHOOL_ID.eq(school))
                .and(GATE_ANSWER.STANDS.eq("SCHOOL")));
    }

    Conference lock(UUID id) {
        return db.selectFrom(CONFERENCE).where(CONFERENCE.ID.eq(id)).forNoKeyUpdate().fetchOptional().map(this::read)
                .orElseThrow(() -> new NotFound("conference " + id));
    }

    /** @return false where the same form came before */
    boolean insert(Conference c, UUID referredBy, String cause) {
        var row = row(c);
        row.setReferredBy(referredBy);
        row.setCause(keys.seal(c.district(), c.id(), cause.getBytes(StandardCharsets.UTF_8), causePlace(c.id())));
        if (db.insertInto(CONFERENCE).set(row).onConflictDoNothing().execute() == 0) return false;
        for (var p : c.file().participants())
            db.insertInto(CONFERENCE_STUDENT).set(CONFERENCE_STUDENT.DISTRICT_ID, c.district())
                    .set(CONFERENCE_STUDENT.ID, p.id()).set(CONFERENCE_STUDENT.CONFERENCE_ID, c.id())
                    .set(CONFERENCE_STUDENT.STUDENT_ID, p.student()).execute();
        return true;
    }

    /** @throws Stale when another version was saved meanwhile */
    void save(Conference c) {
        var row = row(c);
        row.changed(CONFERENCE.DISTRICT_ID, false);
        row.changed(CONFERENCE.ID, false);
        if (db.update(CONFERENCE).set(row).where(CONFERENCE.DISTRICT_ID.eq(c.district()))
                .and(CONFERENCE.ID.eq(c.id())).and(CONFERENCE.VERSION.eq(c.version() - 1)).execute() == 0)
            throw new Stale("conference " + c.id());
    }

    /** @return false where whoever leads it was reminded of this day before */
    boolean told(Conference c, LocalDate day) {
        return db.update(CONFERENCE).set(CONFERENCE.TOLD, day).where(CONFERENCE.DISTRICT_ID.eq(c.district()))
                .and(CONFERENCE.ID.eq(c.id())).and(CONFERENCE.TOLD.isDistinctFrom(day)).execute() > 0;
    }

    List<UUID> endedBefore(UUID district, LocalDate day) {
        return db.select(CONFERENCE.ID).from(CONFERENCE).where(CONFERENCE.DISTRICT_ID.eq(district))
                .and(CONFERENCE.CLOSED_ON.lt(day)).fetch(CONFERENCE.ID);
    }

    void forget(UUID district, List<UUID> conferences) {
        db.deleteFrom(CONFERENCE).where(CONFERENCE.DISTRICT_ID.eq(district)).and(CONFERENCE.ID.in(conferences))
                .execute();
    }

    private List<Conference> list(Condition which) {
        return db.selectFrom(CONFERENCE).where(which).orderBy(CONFERENCE.REFERRED_ON, CONFERENCE.ID).fetch()
                .map(this::read).stream().filter(Objects::nonNull).toList();
    }

    private ConferenceRecord row(Conference c) {
        var r = new ConferenceRecord();
        r.setDistrictId(c.district());
        r.setId(c.id());
        r.setSchoolId(c.school());
        r.setGateAnswerId(c.gate());
        r.setStage(c.stage().name());
        r.setKind(c.kind().name());
        r.setLeadPerson(c.lead());
        r.setOfficerPerson(c.officer() == null ? null : c.officer().officer());
        r.setOfficerName(c.officer() == null ? "" : c.officer().name());
        r.setInvitedBy(c.officer() == null ? "" : c.officer().by());
        r.setReferredOn(c.days().referred());
        r.setAcceptedOn(c.days().accepted());
        r.setHeldOn(c.days().held());
        r.setAgreedOn(c.days().agreed());
        r.setClosedOn(c.days().closed());
        r.setEnded(c.ended() == null ? null : c.ended().name());
        r.setBody(keys.seal(c.district(), c.id(), json.writeValueAsBytes(c.file()), place(c.id())));
        r.setPromises(keys.seal(c.district(), c.id(), json.writeValueAsBytes(c.promises()), promisePlace(c.id())));
        r.setVersion(c.version());
        return r;
    }

    /** Null where its key is gone: then there is nothing to read. */
    private @Nullable Conference read(ConferenceRecord r) {
        var promises = keys.open(r.getDistrictId(), r.getId(), r.getPromises(), promisePlace(r.getId()))
                .map(plain -> Arrays.asList(json.readValue(plain, Promise[].class))).orElse(List.of());
        return keys.open(r.getDistrictId(), r.getId(), r.getBody(), place(r.getId()))
                .map(body -> new Conference(r.getDistrictId(), r.getId(), r.getSchoolId(), r.getGateAnswerId(),
                        ConferenceStage.valueOf(r.getStage()), ConferenceKind.valueOf(r.getKind()), r.getLeadPerson(),
                        r.getOfficerPerson() == null
                                ? null
                                : new Invited(r.getOfficerPerson(), r.getOfficerName(), r.getInvitedBy()),
                        new Days(r.getReferredOn(), r.getAcceptedOn(), r.getHeldOn(), r.getAgreedOn(),
                                r.getClosedOn()),
                        r.getEnded() == null ? null : ConferenceEnd.valueOf(r.getEnded()),
                        json.readValue(body, ConferenceFile.class), promises, r.getVersion()))
                .orElse(null);
    }

    private static String place(UUID id) {
        return "conference " + id;
    }

    private static String causePlace(UUID id) {
        return "cause of conference " + id;
    }

    private static String promisePlace(UUID id) {
        return "promises of conference " + id;
    }
}
