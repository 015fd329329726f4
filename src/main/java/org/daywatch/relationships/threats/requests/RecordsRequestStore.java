package org.daywatch.relationships.threats.requests;

import static org.daywatch_db.relationships.Tables.RECORDS_REQUEST;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.casekeys.CaseKeys;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Stale;
import org.daywatch.relationships.threats.requests.RecordsRequest.Kind;
import org.daywatch.relationships.threats.requests.RecordsRequest.State;
import org.daywatch.relationships.threats.requests.RecordsRequest.Told;
import org.daywatch_db.relationships.tables.records.RecordsRequestRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests as stored: what is written sealed by the case's key, so that it goes with the case; where there is none, by
 * one of the request's own. The district is bound.
 */
@Repository
@Transactional
class RecordsRequestStore {

    private final DSLContext db;
    private final CaseKeys keys;
    private final JsonMapper json;

    RecordsRequestStore(DSLContext db, CaseKeys keys, JsonMapper json) {
        this.db = db;
        this.keys = keys;
        this.json = json;
    }

    /** What is due first, then what is over, the latest first. */
    @Transactional(readOnly = true)
    List<RecordsRequest> all() {
        return list(DSL.trueCondition());
    }

    @Transactional(readOnly = true)
    List<RecordsRequest> of(UUID caseId) {
        return list(RECORDS_REQUEST.CASE_ID.eq(caseId));
    }

    /** Those that have no end. */
    @Transactional(readOnly = true)
    List<RecordsRequest> open() {
        return list(RECORDS_REQUEST.ENDED_ON.isNull());
    }

    @Transactional(readOnly = true)
    Optional<RecordsRequest> find(UUID id) {
        return list(RECORDS_REQUEST.ID.eq(id)).stream().findFirst();
    }

    RecordsRequest lock(UUID id) {
        return db.selectFrom(RECORDS_REQUEST).where(RECORDS_REQUEST.ID.eq(id)).forNoKeyUpdate().fetchOptional()
                .map(this::read).orElseThrow(() -> new NotFound("records request " + id));
    }

    void insert(RecordsRequest q) {
        db.executeInsert(row(q));
    }

    /** @throws Stale when another version was saved meanwhile */
    void save(RecordsRequest q) {
        var r = RECORDS_REQUEST;
        if (db.update(r).set(r.STATE, q.state().name()).set(r.ENDED_ON, q.endedOn()).set(r.BODY, sealed(q))
                .set(r.VERSION, q.version()).where(r.DISTRICT_ID.eq(q.district())).and(r.ID.eq(q.id()))
                .and(r.VERSION.eq(q.version() - 1)).execute() == 0)
            throw new Stale("records request " + q.id());
    }

    /** @return false where somebody was told meanwhile */
    boolean told(RecordsRequest q, Told before, Told now) {
        var r = RECORDS_REQUEST;
        return db.update(r).set(r.TOLD, now.name()).where(r.DISTRICT_ID.eq(q.district())).and(r.ID.eq(q.id()))
                .and(r.TOLD.eq(before.name())).execute() > 0;
    }

    /** Of those about nobody: answered before a day. */
    @Transactional(readOnly = true)
    List<UUID> ofNobody(LocalDate before) {
        return db.select(RECORDS_REQUEST.ID).from(RECORDS_REQUEST).where(RECORDS_REQUEST.CASE_ID.isNull())
                .and(RECORDS_REQUEST.ENDED_ON.lt(before)).fetch(RECORDS_REQUEST.ID);
    }

    void delete(Collection<UUID> ids) {
        db.deleteFrom(RECORDS_REQUEST).where(RECORDS_REQUEST.ID.in(ids)).execute();
    }

    private List<RecordsRequest> list(Condition which) {
        var r = RECORDS_REQUEST;
        return db.selectFrom(r).where(which)
                .orderBy(r.ENDED_ON.desc().nullsFirst(), r.DUE_ON, r.RECEIVED_ON, r.ID)
                .fetch().map(this::read).stream().filter(Objects::nonNull).toList();
    }

    private RecordsRequestRecord row(RecordsRequest q) {
        var r = new RecordsRequestRecord();
        r.setDistrictId(q.district());
        r.setId(q.id());
        r.setSchoolId(q.school());
        r.setCaseId(q.caseId());
        r.setKind(q.kind().name());
        r.setState(q.state().name());
        r.setReceivedOn(q.receivedOn());
        r.setDueOn(q.dueOn());
        r.setEndedOn(q.endedOn());
        r.setTold(q.told().name());
        r.setEnteredBy(q.enteredBy());
        r.setBody(sealed(q));
        r.setVersion(q.version());
        return r;
    }

    private byte[] sealed(RecordsRequest q) {
        return keys.seal(q.district(), key(q.caseId(), q.id()), json.writeValueAsBytes(q.file()), place(q.id()));
    }

    /** Null where its key is gone. */
    private @Nullable RecordsRequest read(RecordsRequestRecord r) {
        return keys.open(r.getDistrictId(), key(r.getCaseId(), r.getId()), r.getBody(), place(r.getId()))
                .map(body -> new RecordsRequest(r.getDistrictId(), r.getId(), r.getSchoolId(), r.getCaseId(),
                        Kind.valueOf(r.getKind()), State.valueOf(r.getState()), r.getReceivedOn(), r.getDueOn(),
                        r.getEndedOn(), Told.valueOf(r.getTold()), r.getEnteredBy(),
                        json.readValue(body, RecordsRequestFile.class), r.getVersion()))
                .orElse(null);
    }

    private static UUID key(@Nullable UUID caseId, UUID id) {
        return caseId == null ? id : caseId;
    }

    private static String place(UUID id) {
        return "records request " + id;
    }
}
