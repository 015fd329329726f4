package org.daywatch.emergencies.devices.attempts;

import static org.daywatch_db.emergencies.Tables.REFUSED_ATTEMPT;

import java.util.List;
import java.util.UUID;
import org.daywatch_db.emergencies.tables.records.RefusedAttemptRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Refused presses as rows. */
@Repository
@Transactional
public class RefusedAttempts {

    private static final int KEPT = 200;

    private final DSLContext db;

    RefusedAttempts(DSLContext db) {
        this.db = db;
    }

    /** Of the agency that is bound; its last two hundred stay. */
    public void write(UUID agency, List<RefusedAttempt> attempts) {
        var t = REFUSED_ATTEMPT;
        for (var a : attempts) {
            db.insertInto(t).set(t.AGENCY_ID, a.agency()).set(t.ID, a.id()).set(t.DISTRICT_ID, a.district())
                    .set(t.SCHOOL_ID, a.school()).set(t.DEVICE_ID, a.device())
                    .set(t.LABEL, a.label()).set(t.REASON, a.reason().name()).set(t.AT, a.at()).onConflictDoNothing()
                    .execute();
        }
        db.deleteFrom(t).where(t.AGENCY_ID.eq(agency)).and(t.ID.notIn(
                db.select(t.ID).from(t).where(t.AGENCY_ID.eq(agency)).orderBy(t.AT.desc(), t.ID.desc()).limit(KEPT)))
                .execute();
    }

    /** Of the organization that is bound, newest first. */
    @Transactional(readOnly = true)
    public List<RefusedAttempt> list() {
        return db.selectFrom(REFUSED_ATTEMPT).orderBy(REFUSED_ATTEMPT.AT.desc(), REFUSED_ATTEMPT.ID.desc()).limit(KEPT)
                .fetch(RefusedAttempts::attempt);
    }

    private static RefusedAttempt attempt(RefusedAttemptRecord r) {
        return new RefusedAttempt(r.getAgencyId(), r.getId(), r.getDistrictId(), r.getSchoolId(), r.getDeviceId(),
                r.getLabel(), RefusedAttempt.Reason.valueOf(r.getReason()), r.getAt());
    }
}
