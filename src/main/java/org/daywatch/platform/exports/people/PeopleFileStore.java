package org.daywatch.platform.exports.people;

import static org.daywatch_db.platform.Tables.PEOPLE_FILE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch_db.platform.tables.records.PeopleFileRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Files about people as stored; what was asked, answered and taken is never changed. */
@Repository
@Transactional
class PeopleFileStore {

    private final DSLContext db;

    PeopleFileStore(DSLContext db) {
        this.db = db;
    }

    void insert(PeopleFile file) {
        var f = PEOPLE_FILE;
        db.insertInto(f).set(f.TENANT_ID, Tenancy.tenant()).set(f.ID, file.id()).set(f.PERSON_ID, file.person())
                .set(f.PERSON_NAME, file.name()).set(f.SCHOOL_ID, file.school()).set(f.ABOUT, file.about())
                .set(f.ROW_COUNT, file.rows()).set(f.REASON, file.reason()).set(f.SECOND_NEEDED, file.second())
                .set(f.ASKED_AT, file.askedAt()).execute();
    }

    /** Nobody else answers or takes it until this transaction ends. */
    Optional<PeopleFile> findForChange(UUID id) {
        return db.selectFrom(PEOPLE_FILE).where(of(id)).forUpdate().fetchOptional(PeopleFileStore::file);
    }

    @Transactional(readOnly = true)
    Optional<PeopleFile> find(UUID id) {
        return db.selectFrom(PEOPLE_FILE).where(of(id)).fetchOptional(PeopleFileStore::file);
    }

    @Transactional(readOnly = true)
    List<PeopleFile> listSince(Instant since) {
        return db.selectFrom(PEOPLE_FILE).where(PEOPLE_FILE.TENANT_ID.eq(Tenancy.tenant()))
                .and(PEOPLE_FILE.ASKED_AT.ge(since)).orderBy(PEOPLE_FILE.ASKED_AT.desc(), PEOPLE_FILE.ID)
                .fetch(PeopleFileStore::file);
    }

    @Transactional(readOnly = true)
    int taken(UUID person, Instant since) {
        return db.select(DSL.coalesce(DSL.sum(PEOPLE_FILE.ROW_COUNT), java.math.BigDecimal.ZERO)).from(PEOPLE_FILE)
                .where(PEOPLE_FILE.TENANT_ID.eq(Tenancy.tenant())).and(PEOPLE_FILE.PERSON_ID.eq(person))
                .and(PEOPLE_FILE.TAKEN_AT.ge(since)).fetchSingle().value1().intValueExact();
    }

    /** @return false where somebody else was faster */
    boolean answer(UUID id, boolean yes, Actor by, Instant now) {
        return db.update(PEOPLE_FILE).set(PEOPLE_FILE.ANSWER, yes ? "YES" : "NO")
                .set(PEOPLE_FILE.ANSWERED_BY, by.person()).set(PEOPLE_FILE.ANSWERED_NAME, by.name())
                .set(PEOPLE_FILE.ANSWERED_AT, now).where(of(id)).and(PEOPLE_FILE.ANSWER.isNull()).execute() == 1;
    }

    /** @return false where it was taken already */
    boolean take(UUID id, Instant now) {
        return db.update(PEOPLE_FILE).set(PEOPLE_FILE.TAKEN_AT, now).where(of(id)).and(PEOPLE_FILE.TAKEN_AT.isNull())
                .execute() == 1;
    }

    private static Condition of(UUID id) {
        return PEOPLE_FILE.TENANT_ID.eq(Tenancy.tenant()).and(PEOPLE_FILE.ID.eq(id));
    }

    private static PeopleFile file(PeopleFileRecord r) {
        var answer = r.getAnswer() == null
                ? null
                : new PeopleFile.Answer(r.getAnswer().equals("YES"), r.getAnsweredBy(), r.getAnsweredName(),
                        r.getAnsweredAt());
        return new PeopleFile(r.getId(), r.getPersonId(), r.getPersonName(), r.getSchoolId(), r.getAbout(),
                r.getRowCount(), r.getReason(), r.getSecondNeeded(), r.getAskedAt(), answer, r.getTakenAt());
    }
}
