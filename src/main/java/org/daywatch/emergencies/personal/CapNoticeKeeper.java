package org.daywatch.emergencies.personal;

import static org.daywatch_db.emergencies.Tables.CAP_NOTICE;

import java.time.Instant;
import org.daywatch.platform.retention.RecordKeeper;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Notices of other agencies that have ended; one that still stands is kept. */
@Component
class CapNoticeKeeper implements RecordKeeper {

    private final DSLContext db;
    private final OnlyRetention retention;

    CapNoticeKeeper(DSLContext db, OnlyRetention retention) {
        this.db = db;
        this.retention = retention;
    }

    @Override
    public String kind() {
        return "CAP_NOTICE";
    }

    @Override
    public int forget(Instant before) {
        return retention.deletes(() -> db.deleteFrom(CAP_NOTICE).where(CAP_NOTICE.DISTRICT_ID.eq(Tenancy.tenant()))
                .and(CAP_NOTICE.RECEIVED_AT.lt(before)).and(CAP_NOTICE.EXPIRES_AT.lt(before)).execute());
    }
}
