package org.daywatch.emergencies.reach;

import static org.daywatch_db.emergencies.Tables.REACH;
import static org.daywatch_db.emergencies.Tables.RECEIPT;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * When so many of those who belong to the school had seen an alert, by the moments at which their receipts were
 * accepted.
 */
@Component
@Transactional(readOnly = true)
class ReachTimes implements org.daywatch.emergencies.ReachRecord {

    private final DSLContext db;

    ReachTimes(DSLContext db) {
        this.db = db;
    }

    @Override
    public Optional<Instant> reached(UUID alert, int percent) {
        int people = db.fetchCount(REACH, REACH.ALERT_ID.eq(alert).and(REACH.EXPECTED));
        var seen = DSL.min(RECEIPT.AT);
        var first = db.select(seen).from(RECEIPT).join(REACH)
                .on(REACH.AGENCY_ID.eq(RECEIPT.AGENCY_ID), REACH.ALERT_ID.eq(RECEIPT.ALERT_ID),
                        REACH.PERSON_ID.eq(RECEIPT.PERSON_ID))
                .where(RECEIPT.ALERT_ID.eq(alert)).and(REACH.EXPECTED).and(RECEIPT.KIND.ne("DELIVERED"))
                .groupBy(RECEIPT.PERSON_ID).orderBy(seen).fetch(seen);
        int needed = Math.ceilDiv(people * percent, 100);
        return people == 0 || first.size() < needed ? Optional.empty() : Optional.of(first.get(needed - 1));
    }
}
