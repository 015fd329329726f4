package org.daywatch.staffing.duty;

import static org.daywatch_db.staffing.Tables.SHIFT;

import java.util.List;
import java.util.UUID;
import org.daywatch.staffing.OnDuty;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class OnDutyQueries implements OnDuty {

    private final DSLContext db;

    OnDutyQueries(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<OnPost> at(UUID school) {
        return db.select(SHIFT.PERSON_ID, SHIFT.OFFICER_NAME, SHIFT.OFFICER_ID).from(SHIFT)
                .where(SHIFT.SCHOOL_ID.eq(school)).and(SHIFT.STATE.eq("ON_POST")).orderBy(SHIFT.OFFICER_NAME)
                .fetch(r -> new OnPost(r.get(SHIFT.PERSON_ID), r.get(SHIFT.OFFICER_NAME), r.get(SHIFT.OFFICER_ID)));
    }
}
