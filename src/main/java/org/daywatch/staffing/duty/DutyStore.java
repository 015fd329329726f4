package org.daywatch.staffing.duty;

import static org.daywatch_db.staffing.Tables.ABSENCE;
import static org.daywatch_db.staffing.Tables.CAPACITY_CHANGE;

import java.time.Instant;
import java.util.UUID;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.staffing.shifts.Shift;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Absences from campus and capacities of a shift, as stored. */
@Repository
@Transactional
class DutyStore {

    private final DSLContext db;

    DutyStore(DSLContext db) {
        this.db = db;
    }

    /** The capacity in which the officer on this shift acts now. */
    @Transactional(readOnly = true)
    public Capacity capacityOf(UUID shiftId) {
        return db.select(CAPACITY_CHANGE.CAPACITY).from(CAPACITY_CHANGE).where(CAPACITY_CHANGE.SHIFT_ID.eq(shiftId))
                .orderBy(CAPACITY_CHANGE.AT.desc(), CAPACITY_CHANGE.ID.desc()).limit(1)
                .fetchOptional(CAPACITY_CHANGE.CAPACITY)
                .map(Capacity::valueOf).orElse(Capacity.NONE);
    }

    /** @return false where they were off campus already */
    boolean leaves(Shift shift, String why, Instant now) {
        return db.insertInto(ABSENCE).set(ABSENCE.AGENCY_ID, shift.agencyId()).set(ABSENCE.ID, Ids.next())
                .set(ABSENCE.DISTRICT_ID, shift.districtId())
                .set(ABSENCE.SCHOOL_ID, shift.schoolId()).set(ABSENCE.SHIFT_ID, shift.id()).set(ABSENCE.LEFT_AT, now)
                .set(ABSENCE.REASON, why).onConflictDoNothing().execute() > 0;
    }

    /** @return false where they were on campus */
    boolean back(UUID shift, Instant now) {
        return db.update(ABSENCE).set(ABSENCE.BACK_AT, now).where(ABSENCE.SHIFT_ID.eq(shift))
                .and(ABSENCE.BACK_AT.isNull()).execute() > 0;
    }

    void insert(Shift shift, Capacity capacity, Instant now, String reason) {
        db.insertInto(CAPACITY_CHANGE).set(CAPACITY_CHANGE.AGENCY_ID, shift.agencyId())
                .set(CAPACITY_CHANGE.ID, Ids.next())
                .set(CAPACITY_CHANGE.DISTRICT_ID, shift.districtId()).set(CAPACITY_CHANGE.SCHOOL_ID, shift.schoolId())
                .set(CAPACITY_CHANGE.SHIFT_ID, shift.id()).set(CAPACITY_CHANGE.OFFICER_ID, shift.officerId())
                .set(CAPACITY_CHANGE.CAPACITY, capacity.name()).set(CAPACITY_CHANGE.AT, now)
                .set(CAPACITY_CHANGE.REASON, reason).execute();
    }
}
