package org.daywatch.training.courses.library;

import static org.daywatch_db.training.Tables.OWN_COURSE;

import java.time.Instant;
import org.daywatch.platform.retention.RecordKeeper;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Own courses are forgotten long after they were retired; one that is in use never is. */
@Component
class OwnCourseKeeper implements RecordKeeper {

    private final DSLContext db;

    OwnCourseKeeper(DSLContext db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return "OWN_COURSE";
    }

    @Override
    public int forget(Instant before) {
        return db.deleteFrom(OWN_COURSE).where(OWN_COURSE.AGENCY_ID.eq(Tenancy.tenant()))
                .and(OWN_COURSE.RETIRED_AT.lt(before)).execute();
    }
}
