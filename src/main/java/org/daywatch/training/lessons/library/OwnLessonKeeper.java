package org.daywatch.training.lessons.library;

import static org.daywatch_db.training.Tables.OWN_LESSON;

import java.time.Instant;
import org.daywatch.platform.retention.RecordKeeper;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Own lessons are forgotten long after they were retired; one that is in use never is. */
@Component
class OwnLessonKeeper implements RecordKeeper {

    private final DSLContext db;

    OwnLessonKeeper(DSLContext db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return "OWN_LESSON";
    }

    @Override
    public int forget(Instant before) {
        return db.deleteFrom(OWN_LESSON).where(OWN_LESSON.AGENCY_ID.eq(Tenancy.tenant()))
                .and(OWN_LESSON.RETIRED_AT.lt(before)).execute();
    }
}
