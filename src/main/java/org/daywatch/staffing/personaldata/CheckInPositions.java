package org.daywatch.staffing.personaldata;

import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.Instant;
import org.daywatch.platform.retention.RecordKeeper;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Where an officer's phone stood at the punch is forgotten; that the punch was proved stays. */
@Component
class CheckInPositions implements RecordKeeper {

    private final DSLContext db;

    CheckInPositions(DSLContext db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return "CHECK_IN_POSITION";
    }

    @Override
    public int forget(Instant before) {
        return db.update(SHIFT).setNull(SHIFT.CHECK_IN_LAT).setNull(SHIFT.CHECK_IN_LON)
                .setNull(SHIFT.CHECK_IN_ACCURACY_M)
                .where(SHIFT.AGENCY_ID.eq(Tenancy.tenant())).and(SHIFT.CHECKED_IN_AT.lt(before))
                .and(SHIFT.CHECK_IN_LAT.isNotNull()).execute();
    }
}
