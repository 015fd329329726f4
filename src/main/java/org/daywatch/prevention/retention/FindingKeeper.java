package org.daywatch.prevention.retention;

import static org.daywatch_db.prevention.Tables.FINDING;

import java.time.Instant;
import org.daywatch.platform.retention.RecordKeeper;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Closed findings are forgotten with their photos and their history; what is not closed is kept whatever its age. */
@Component
record FindingKeeper(DSLContext db) implements RecordKeeper {

    @Override
    public String kind() {
        return "FINDING";
    }

    @Override
    public int forget(Instant before) {
        return db.deleteFrom(FINDING).where(FINDING.AGENCY_ID.eq(Tenancy.tenant())).and(FINDING.STATE.eq("CLOSED"))
                .and(FINDING.ENDED_AT.lt(before)).execute();
    }
}
