package org.daywatch.relationships.triage.queue;

import static org.daywatch_db.relationships.Tables.QUEUED_TIP;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.daywatch.platform.tenancy.OnBehalf;
import org.daywatch.relationships.OpenLifeTips;
import org.daywatch.relationships.triage.TipClass;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** From the queue as it stands: nothing of it is kept elsewhere, so it ends when the last one is closed. */
@Component
@Transactional(readOnly = true)
class LifeTipsUnderWay implements OpenLifeTips {

    private final DSLContext db;
    private final OnBehalf onBehalf;

    LifeTipsUnderWay(DSLContext db, OnBehalf onBehalf) {
        this.db = db;
        this.onBehalf = onBehalf;
    }

    @Override
    public boolean at(UUID district, UUID school) {
        var found = new AtomicBoolean();
        onBehalf.run(district, () -> found.set(db.fetchExists(QUEUED_TIP,
                QUEUED_TIP.SCHOOL_ID.eq(school).and(QUEUED_TIP.TIP_CLASS.eq(TipClass.LIFE_SAFETY.name()))
                        .and(QUEUED_TIP.STATE.ne("CLOSED")))));
        return found.get();
    }
}
