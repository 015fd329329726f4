package org.daywatch.relationships.threats.counts;

import static org.daywatch_db.relationships.Tables.THREAT_COUNT;

import java.util.Optional;
import java.util.UUID;
import org.daywatch.relationships.sums.SealedSums;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The sums as stored: one sealed row for each district. The district is bound. */
@Repository
@Transactional
class CaseCountStore {

    private final DSLContext db;
    private final SealedSums sealed;

    CaseCountStore(DSLContext db, SealedSums sealed) {
        this.db = db;
        this.sealed = sealed;
    }

    /** Empty too where the key is gone: then nothing of it is known any more. */
    @Transactional(readOnly = true)
    Optional<CaseYears> find(UUID district) {
        return db.selectFrom(THREAT_COUNT).where(THREAT_COUNT.DISTRICT_ID.eq(district)).fetchOptional()
                .flatMap(r -> sealed.open(district, place(district), r.getBody(), CaseYears.class));
    }

    /** Of two nodes one counts. */
    CaseYears lock(UUID district, CaseYears beginning) {
        db.insertInto(THREAT_COUNT).set(THREAT_COUNT.DISTRICT_ID, district)
                .set(THREAT_COUNT.RUNNING_FROM, beginning.running()).set(THREAT_COUNT.COUNTED_UNTIL, beginning.until())
                .onConflictDoNothing().execute();
        var row = db.selectFrom(THREAT_COUNT).where(THREAT_COUNT.DISTRICT_ID.eq(district)).forNoKeyUpdate()
                .fetchSingle();
        return sealed.open(district, place(district), row.getBody(), CaseYears.class).orElse(beginning);
    }

    void save(UUID district, CaseYears years) {
        db.update(THREAT_COUNT).set(THREAT_COUNT.RUNNING_FROM, years.running())
                .set(THREAT_COUNT.COUNTED_UNTIL, years.until())
                .set(THREAT_COUNT.BODY, sealed.seal(district, place(district), years))
                .where(THREAT_COUNT.DISTRICT_ID.eq(district)).execute();
    }

    private static String place(UUID district) {
        return "threat counts " + district;
    }
}
