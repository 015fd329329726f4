package org.daywatch.staffing.departments;

import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.departments.WorkPermissions.Accepted;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Shifts that officers have accepted and not begun, as their agency stores them. */
@Repository
@Transactional
class AcceptedShifts {

    private final DSLContext db;

    AcceptedShifts(DSLContext db) {
        this.db = db;
    }

    List<Accepted> of(List<UUID> officers, Instant now) {
        return db.select(SHIFT.OFFICER_ID, SHIFT.SCHOOL_NAME, SHIFT.STARTS_AT, SHIFT.ENDS_AT).from(SHIFT)
                .where(SHIFT.OFFICER_ID.in(officers))
                .and(SHIFT.STATE.eq("SCHEDULED")).and(SHIFT.STARTS_AT.gt(now)).orderBy(SHIFT.STARTS_AT)
                .fetch(r -> new Accepted(r.get(SHIFT.OFFICER_ID), r.get(SHIFT.SCHOOL_NAME),
                        new Window(r.get(SHIFT.STARTS_AT), r.get(SHIFT.ENDS_AT))));
    }
}
