package org.daywatch.directory.visitors.barred;

import static org.daywatch_db.directory.Tables.BARRED_PERSON;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch_db.directory.tables.records.BarredPersonRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The list of people who are not let in, as stored. The district is bound. */
@Repository
@Transactional
class BarredPersonStore {

    private final DSLContext db;

    BarredPersonStore(DSLContext db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    List<BarredPerson> list() {
        return db.selectFrom(BARRED_PERSON).orderBy(BARRED_PERSON.NAME, BARRED_PERSON.ID)
                .fetch(BarredPersonStore::person);
    }

    @Transactional(readOnly = true)
    Optional<BarredPerson> find(UUID id) {
        return db.selectFrom(BARRED_PERSON).where(BARRED_PERSON.ID.eq(id)).fetchOptional(BarredPersonStore::person);
    }

    void insert(BarredPerson p, UUID by, Instant now) {
        var b = BARRED_PERSON;
        db.insertInto(b).set(b.DISTRICT_ID, Tenancy.tenant()).set(b.ID, p.id()).set(b.SCHOOL_ID, p.school())
                .set(b.NAME, p.name()).set(b.REASON, p.reason()).set(b.SOURCE, p.source())
                .set(b.VALID_FROM, p.from()).set(b.VALID_TO, p.to()).set(b.SET_BY, by).set(b.SET_AT, now).execute();
    }

    /** @return false where it was withdrawn before */
    boolean withdraw(UUID id, String reason, UUID by, Instant now) {
        var b = BARRED_PERSON;
        return db.update(b).set(b.WITHDRAWN_AT, now).set(b.WITHDRAWN_BY, by).set(b.WITHDRAWN_REASON, reason)
                .where(b.ID.eq(id)).and(b.WITHDRAWN_AT.isNull()).execute() == 1;
    }

    private static BarredPerson person(BarredPersonRecord r) {
        return new BarredPerson(r.getId(), r.getSchoolId(), r.getName(), r.getReason(), r.getSource(),
                r.getValidFrom(), r.getValidTo(), r.getWithdrawnAt(), r.getWithdrawnReason());
    }
}
