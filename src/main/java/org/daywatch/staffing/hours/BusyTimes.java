package org.daywatch.staffing.hours;

import static org.daywatch_db.staffing.Tables.OFFICER_BUSY;

import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.UUID;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.StaffingRefusal;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * One person, one place, at whatever organisation: whoever books a person's time takes it here, in the transaction of
 * the booking. The database itself refuses the second taker, across tenants; he learns that the person is not available
 * then, and nothing else.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class BusyTimes {

    private static final String EXCLUSION_VIOLATION = "23P01";

    private final DSLContext db;

    BusyTimes(DSLContext db) {
        this.db = db;
    }

    /**
     * @param sourceId of the shift or hour entry that takes the time; the key to {@link #release}
     * @throws Refused with {@link StaffingRefusal#NOT_AVAILABLE_THEN}, which ends the transaction
     */
    public void reserve(UUID person, Window window, UUID sourceId) {
        // Two bookings of one person queue up here; without it they could wait for each other inside the constraint.
        db.fetch("select pg_advisory_xact_lock(hashtextextended({0}::text, 0))", DSL.val(person));
        try {
            db.insertInto(OFFICER_BUSY).set(OFFICER_BUSY.OWNER_ID, Tenancy.tenant()).set(OFFICER_BUSY.ID, sourceId)
                    .set(OFFICER_BUSY.PERSON_ID, person)
                    .set(OFFICER_BUSY.DURING, DSL.field("tstzrange({0}, {1}, '[)')", OFFICER_BUSY.DURING.getDataType(),
                            DSL.val(window.start().atOffset(ZoneOffset.UTC)), DSL.val(window.end().atOffset(ZoneOffset.UTC))))
                    .execute();
        } catch (RuntimeException e) {
            if (isExclusion(e)) throw new Refused(StaffingRefusal.NOT_AVAILABLE_THEN);
            throw e;
        }
    }

    /** Nothing happens when nothing was taken: releasing twice is as good as once. */
    public void release(UUID sourceId) {
        db.deleteFrom(OFFICER_BUSY).where(OFFICER_BUSY.OWNER_ID.eq(Tenancy.tenant())).and(OFFICER_BUSY.ID.eq(sourceId)).execute();
    }

    private static boolean isExclusion(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && EXCLUSION_VIOLATION.equals(sql.getSQLState())) return true;
        }
        return false;
    }
}
