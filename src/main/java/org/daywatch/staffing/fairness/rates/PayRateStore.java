package org.daywatch.staffing.fairness.rates;

import static org.daywatch_db.staffing.Tables.PAY_RATE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch_db.staffing.tables.records.PayRateRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Rates as rows. */
@Repository
@Transactional
class PayRateStore {

    private final DSLContext db;

    PayRateStore(DSLContext db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    List<PayRate> list() {
        return db.selectFrom(PAY_RATE).orderBy(PAY_RATE.VALID_FROM.desc(), PAY_RATE.SCOPE, PAY_RATE.ID)
                .fetch(PayRateStore::rate);
    }

    @Transactional(readOnly = true)
    Optional<PayRate> find(UUID id) {
        return db.selectFrom(PAY_RATE).where(PAY_RATE.ID.eq(id)).fetchOptional(PayRateStore::rate);
    }

    /** @return false where that scope already has a rate that begins on that day */
    boolean insert(PayRate r, @Nullable UUID person) {
        return db.insertInto(PAY_RATE).set(PAY_RATE.AGENCY_ID, Tenancy.tenant()).set(PAY_RATE.ID, r.id())
                .set(PAY_RATE.SCOPE, r.scope()).set(PAY_RATE.CENTS_PER_HOUR, r.centsPerHour())
                .set(PAY_RATE.VALID_FROM, r.from()).set(PAY_RATE.VALID_TO, r.to()).set(PAY_RATE.SOURCE, r.source())
                .set(PAY_RATE.SET_BY, person)
                .set(PAY_RATE.SET_AT, r.setAt()).onConflictDoNothing().execute() == 1;
    }

    /** @return false where it was withdrawn before */
    boolean withdraw(UUID id, String reason, @Nullable UUID person, Instant now) {
        return db.update(PAY_RATE).set(PAY_RATE.WITHDRAWN_AT, now).set(PAY_RATE.WITHDRAWN_BY, person)
                .set(PAY_RATE.WITHDRAWN_REASON, reason)
                .where(PAY_RATE.ID.eq(id)).and(PAY_RATE.WITHDRAWN_AT.isNull()).execute() == 1;
    }

    private static PayRate rate(PayRateRecord r) {
        return new PayRate(r.getId(), r.getScope(), r.getCentsPerHour(), r.getValidFrom(), r.getValidTo(),
                r.getSource(), r.getSetAt(), r.getWithdrawnAt(), r.getWithdrawnReason());
    }
}
