package org.daywatch.staffing.shifts;

import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daywatch.staffing.days.OfficerDays;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Officers' days, from shifts that were neither cancelled nor missed. */
@Component
@Transactional(readOnly = true)
class DaysOfOfficers implements OfficerDays {

    private static final String[] STANDING = {"SCHEDULED", "ON_POST", "ENDED"};

    private final DSLContext db;

    DaysOfOfficers(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<OfficerDay> at(UUID school, Instant from, Instant to) {
        return db.select(SHIFT.PERSON_ID, SHIFT.STARTS_AT, SHIFT.ENDS_AT).from(SHIFT).where(SHIFT.SCHOOL_ID.eq(school))
                .and(SHIFT.STARTS_AT.ge(from)).and(SHIFT.STARTS_AT.lt(to)).and(SHIFT.STATE.in(STANDING))
                .orderBy(SHIFT.STARTS_AT, SHIFT.PERSON_ID)
                .fetch(r -> new OfficerDay(r.get(SHIFT.PERSON_ID), r.get(SHIFT.STARTS_AT), r.get(SHIFT.ENDS_AT)));
    }

    @Override
    public List<OfDistrict> officers(Instant since) {
        var name = DSL.max(SHIFT.OFFICER_NAME);
        return db.select(SHIFT.DISTRICT_ID, SHIFT.OFFICER_ID, SHIFT.PERSON_ID, name).from(SHIFT)
                .where(SHIFT.STARTS_AT.ge(since)).and(SHIFT.STATE.in(STANDING))
                .groupBy(SHIFT.DISTRICT_ID, SHIFT.OFFICER_ID, SHIFT.PERSON_ID).orderBy(name, SHIFT.OFFICER_ID)
                .fetch(r -> new OfDistrict(r.get(SHIFT.DISTRICT_ID), r.get(SHIFT.OFFICER_ID), r.get(SHIFT.PERSON_ID),
                        r.get(name)));
    }
}
