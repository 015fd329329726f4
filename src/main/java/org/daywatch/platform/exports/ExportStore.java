package org.daywatch.platform.exports;

import static org.daywatch_db.platform.Tables.AUDIT_LINE;
import static org.daywatch_db.platform.Tables.EXPORT_ASK;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Files taken are lines of the audit, which nobody can take out of it; what is asked for is a row. */
@Repository
@Transactional
class ExportStore {

    static final String TAKEN = "ListTaken";

    private final DSLContext db;

    ExportStore(DSLContext db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    int taken(UUID person, Instant since) {
        return db.fetchCount(AUDIT_LINE, AUDIT_LINE.TENANT_ID.eq(Tenancy.tenant()).and(AUDIT_LINE.AT.ge(since))
                .and(AUDIT_LINE.ACTION.eq(TAKEN)).and(AUDIT_LINE.PERSON_ID.eq(person)));
    }

    @Transactional(readOnly = true)
    int allowed(UUID person, LocalDate day) {
        return db.fetchCount(EXPORT_ASK,
                of(day).and(EXPORT_ASK.PERSON_ID.eq(person)).and(EXPORT_ASK.ALLOWED_AT.isNotNull()));
    }

    @Transactional(readOnly = true)
    List<ExportAsk> list(LocalDate day) {
        return db.selectFrom(EXPORT_ASK).where(of(day)).orderBy(EXPORT_ASK.ASKED_AT)
                .fetch(r -> new ExportAsk(r.getId(), r.getPersonId(), r.getPersonName(), r.getReason(), r.getAskedAt(),
                        r.getAllowedName(), r.getAllowedAt()));
    }

    @Transactional(readOnly = true)
    Optional<ExportAsk> find(UUID id, LocalDate day) {
        return list(day).stream().filter(ask -> ask.id().equals(id)).findFirst();
    }

    /** @return false where they have asked already and nobody has answered */
    boolean insert(Actor actor, String reason, LocalDate day, Instant now) {
        return db.insertInto(EXPORT_ASK).set(EXPORT_ASK.TENANT_ID, Tenancy.tenant()).set(EXPORT_ASK.ID, Ids.next())
                .set(EXPORT_ASK.PERSON_ID, actor.person()).set(EXPORT_ASK.PERSON_NAME, actor.name())
                .set(EXPORT_ASK.REASON, reason).set(EXPORT_ASK.DAY, day).set(EXPORT_ASK.ASKED_AT, now)
                .onConflictDoNothing().execute() == 1;
    }

    /** @return false where somebody else was faster */
    boolean allow(UUID id, Actor by, Instant now) {
        return db.update(EXPORT_ASK).set(EXPORT_ASK.ALLOWED_BY, by.person()).set(EXPORT_ASK.ALLOWED_NAME, by.name())
                .set(EXPORT_ASK.ALLOWED_AT, now).where(EXPORT_ASK.ID.eq(id)).and(EXPORT_ASK.ALLOWED_AT.isNull())
                .execute() == 1;
    }

    private static Condition of(LocalDate day) {
        return EXPORT_ASK.TENANT_ID.eq(Tenancy.tenant()).and(EXPORT_ASK.DAY.eq(day));
    }
}
