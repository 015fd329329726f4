package org.daywatch.staffing.shifts;

import static org.daywatch_db.staffing.Tables.HOUR_ENTRY;

import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.hours.BusyTimes;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a shift takes of a person: the time nobody else may have, and the hours that count against their caps. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Reservations {

    private final DSLContext db;
    private final BusyTimes busy;

    Reservations(DSLContext db, BusyTimes busy) {
        this.db = db;
        this.busy = busy;
    }

    /** @throws Refused when the person is taken then, by whomever: nothing more is said */
    public void reserve(Shift shift) {
        busy.reserve(shift.personId(), shift.window(), shift.id());
        db.insertInto(HOUR_ENTRY).set(HOUR_ENTRY.AGENCY_ID, shift.agencyId()).set(HOUR_ENTRY.ID, shift.id())
                .set(HOUR_ENTRY.DEPARTMENT_ID, shift.departmentId()).set(HOUR_ENTRY.OFFICER_ID, shift.officerId())
                .set(HOUR_ENTRY.PERSON_ID, shift.personId()).set(HOUR_ENTRY.KIND, "OFF_DUTY_HERE")
                .set(HOUR_ENTRY.STARTS_AT, shift.window().start())
                .set(HOUR_ENTRY.ENDS_AT, shift.window().end()).set(HOUR_ENTRY.PLANNED, true)
                .set(HOUR_ENTRY.SOURCE, "shift")
                .set(HOUR_ENTRY.SOURCE_ID, shift.id()).execute();
    }

    public void release(Shift shift) {
        busy.release(shift.id());
        db.deleteFrom(HOUR_ENTRY).where(HOUR_ENTRY.SOURCE_ID.eq(shift.id())).execute();
    }

    /** The hours as they were worked. A shift corrected after a no-show had given its hours back: they return. */
    void worked(Shift shift, Window worked) {
        int hit = db.update(HOUR_ENTRY).set(HOUR_ENTRY.STARTS_AT, worked.start()).set(HOUR_ENTRY.ENDS_AT, worked.end())
                .set(HOUR_ENTRY.PLANNED, false).where(HOUR_ENTRY.SOURCE_ID.eq(shift.id())).execute();
        if (hit > 0) return;
        reserve(shift);
        worked(shift, worked);
    }

    /** A coordinator says when they worked: nobody worked then at another place too. @throws Refused when they did */
    void moved(Shift shift, Window worked) {
        busy.release(shift.id());
        busy.reserve(shift.personId(), worked, shift.id());
    }

    /** The hours as they are planned again, after a check-in or check-out was taken back. */
    void planned(Shift shift) {
        moved(shift, shift.window());
        db.update(HOUR_ENTRY).set(HOUR_ENTRY.STARTS_AT, shift.window().start())
                .set(HOUR_ENTRY.ENDS_AT, shift.window().end())
                .set(HOUR_ENTRY.PLANNED, true).where(HOUR_ENTRY.SOURCE_ID.eq(shift.id())).execute();
    }
}
