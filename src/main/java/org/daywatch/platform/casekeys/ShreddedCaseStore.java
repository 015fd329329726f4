package org.daywatch.platform.casekeys;

import static org.daywatch_db.platform.Tables.SHREDDED_CASE;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Of which cases the key was destroyed. */
@Repository
@Transactional
class ShreddedCaseStore {

    private final DSLContext db;

    ShreddedCaseStore(DSLContext db) {
        this.db = db;
    }

    /** Once; the first day counts. */
    void insert(UUID tenant, UUID caseId, LocalDate on, LocalDate finalOn) {
        var s = SHREDDED_CASE;
        db.insertInto(s).set(s.TENANT_ID, tenant).set(s.CASE_ID, caseId).set(s.SHREDDED_ON, on).set(s.FINAL_ON, finalOn)
                .onConflictDoNothing().execute();
    }

    Optional<LocalDate> finalOn(UUID tenant, UUID caseId) {
        var s = SHREDDED_CASE;
        return db.select(s.FINAL_ON).from(s).where(s.TENANT_ID.eq(tenant)).and(s.CASE_ID.eq(caseId))
                .fetchOptional(s.FINAL_ON);
    }

    List<UUID> list(UUID tenant) {
        var s = SHREDDED_CASE;
        return db.select(s.CASE_ID).from(s).where(s.TENANT_ID.eq(tenant)).fetch(s.CASE_ID);
    }
}
