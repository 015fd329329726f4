package org.daywatch.platform.identity.recovery;

import static org.daywatch_db.platform.Tables.RECOVERY;

import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.recovery.Recovery.State;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch_db.platform.tables.records.RecoveryRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(propagation = Propagation.MANDATORY)
class RecoveryStore {

    private final DSLContext db;

    RecoveryStore(DSLContext db) {
        this.db = db;
    }

    /** Held until the transaction ends, so that two administrators decide one after the other. */
    Recovery get(UUID id) {
        return db.selectFrom(RECOVERY).where(RECOVERY.ORG_ID.eq(Tenancy.tenant())).and(RECOVERY.ID.eq(id)).forUpdate()
                .fetchOptional(RecoveryStore::recovery).orElseThrow(() -> new NotFound("recovery " + id));
    }

    Optional<Recovery> findOpen(UUID person) {
        return db.selectFrom(RECOVERY).where(RECOVERY.ORG_ID.eq(Tenancy.tenant())).and(RECOVERY.PERSON_ID.eq(person))
                .and(RECOVERY.HANDED_OUT_AT.isNull()).and(RECOVERY.STOPPED_AT.isNull()).forUpdate()
                .fetchOptional(RecoveryStore::recovery);
    }

    /** Overwrites the state it was read in; the row is locked from reading to saving. */
    void save(Recovery recovery) {
        var row = new RecoveryRecord();
        row.setOrgId(recovery.org());
        row.setId(recovery.id());
        row.setPersonId(recovery.person());
        row.setReason(recovery.reason());
        row.setRequestedBy(recovery.requestedBy());
        row.setRequestedAt(recovery.requestedAt());
        switch (recovery.state()) {
            case State.Requested() -> {}
            case State.Approved(var by, var at, var ready) -> {
                row.setApprovedBy(by);
                row.setApprovedAt(at);
                row.setReadyAt(ready);
            }
            case State.HandedOut(var by, var at, var ready, var handedOut) -> {
                row.setApprovedBy(by);
                row.setApprovedAt(at);
                row.setReadyAt(ready);
                row.setHandedOutAt(handedOut);
            }
            case State.Stopped(var by, var at) -> {
                row.setStoppedBy(by);
                row.setStoppedAt(at);
            }
        }
        db.insertInto(RECOVERY).set(row).onConflict(RECOVERY.ORG_ID, RECOVERY.ID).doUpdate().set(row).execute();
    }

    static Recovery recovery(RecoveryRecord r) {
        State state = r.getStoppedAt() != null
                ? new State.Stopped(r.getStoppedBy(), r.getStoppedAt())
                : r.getHandedOutAt() != null
                        ? new State.HandedOut(r.getApprovedBy(), r.getApprovedAt(), r.getReadyAt(), r.getHandedOutAt())
                        : r.getApprovedAt() != null
                                ? new State.Approved(r.getApprovedBy(), r.getApprovedAt(), r.getReadyAt())
                                : new State.Requested();
        return new Recovery(r.getOrgId(), r.getId(), r.getPersonId(), r.getReason(), r.getRequestedBy(),
                r.getRequestedAt(), state);
    }
}
