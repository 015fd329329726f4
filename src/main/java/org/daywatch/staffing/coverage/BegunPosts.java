package org.daywatch.staffing.coverage;

import static org.daywatch_db.staffing.Tables.POST;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.daywatch.directory.BegunDays;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A day is at work from the start of its first post. */
@Component
@Transactional(readOnly = true)
class BegunPosts implements BegunDays {

    private final DSLContext db;
    private final Clock clock;

    BegunPosts(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public boolean begun(UUID districtId, LocalDate day) {
        return db.fetchExists(POST,
                POST.DISTRICT_ID.eq(districtId).and(POST.DAY.eq(day)).and(POST.STATE.ne("CANCELLED"))
                        .and(POST.STARTS_AT.le(clock.instant())));
    }
}
