package org.daywatch.emergencies.personal;

import static org.daywatch_db.emergencies.Tables.PICKUP;
import static org.daywatch_db.emergencies.Tables.PICKUP_STEP;
import static org.daywatch_db.emergencies.Tables.RELEASE_APPROVER;
import static org.daywatch_db.emergencies.Tables.REUNIFICATION;
import static org.daywatch_db.emergencies.Tables.REUNION_DUTY;
import static org.daywatch_db.emergencies.Tables.REUNION_STUDENT;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.personal.PersonalData;
import org.daywatch.platform.retention.RecordKeeper;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** To whom a student was given is forgotten when its time is over; what a member of staff did there, for themselves. */
@Component
class ReunionKeepers implements RecordKeeper, PersonalData {

    private final DSLContext db;
    private final OnlyRetention retention;

    ReunionKeepers(DSLContext db, OnlyRetention retention) {
        this.db = db;
        this.retention = retention;
    }

    @Override
    public String kind() {
        return "REUNIFICATION";
    }

    @Override
    public int forget(Instant before) {
        var old = DSL.select(REUNIFICATION.ID).from(REUNIFICATION).where(REUNIFICATION.DISTRICT_ID.eq(Tenancy.tenant()))
                .and(REUNIFICATION.CLOSED_AT.lt(before));
        retention
                .deletes(() -> db.deleteFrom(PICKUP_STEP)
                        .where(PICKUP_STEP.PICKUP_ID
                                .in(DSL.select(PICKUP.ID).from(PICKUP).where(PICKUP.REUNIFICATION_ID.in(old))))
                        .execute());
        db.deleteFrom(PICKUP).where(PICKUP.REUNIFICATION_ID.in(old)).execute();
        db.deleteFrom(REUNION_STUDENT).where(REUNION_STUDENT.REUNIFICATION_ID.in(old)).execute();
        db.deleteFrom(REUNION_DUTY).where(REUNION_DUTY.REUNIFICATION_ID.in(old)).execute();
        db.deleteFrom(RELEASE_APPROVER).where(RELEASE_APPROVER.DISTRICT_ID.eq(Tenancy.tenant()))
                .and(RELEASE_APPROVER.ENDED_AT.lt(before)).execute();
        return db.deleteFrom(REUNIFICATION).where(REUNIFICATION.DISTRICT_ID.eq(Tenancy.tenant()))
                .and(REUNIFICATION.CLOSED_AT.lt(before)).execute();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, List<Map<String, Object>>> about(UUID person) {
        return Map.of("releaseApprover",
                db.select(RELEASE_APPROVER.SCHOOL_ID, RELEASE_APPROVER.NAMED_AT, RELEASE_APPROVER.ENDED_AT)
                        .from(RELEASE_APPROVER).where(RELEASE_APPROVER.PERSON_ID.eq(person))
                        .orderBy(RELEASE_APPROVER.NAMED_AT).fetchMaps(),
                "reunionDuties",
                db.selectFrom(REUNION_DUTY).where(REUNION_DUTY.PERSON_ID.eq(person)).orderBy(REUNION_DUTY.SINCE)
                        .fetchMaps(),
                "pickupSteps", db.select(PICKUP_STEP.AT, PICKUP_STEP.STEP, PICKUP_STEP.STATE).from(PICKUP_STEP)
                        .where(PICKUP_STEP.BY_PERSON.eq(person)).orderBy(PICKUP_STEP.AT).fetchMaps());
    }
}
