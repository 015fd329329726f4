package org.daywatch.transparency.programs.campus;

import static org.daywatch_db.transparency.Tables.ACTIVITY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.daywatch.transparency.programs.campus.CampusHours.Presence;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * When officers were on campus, as the clock's lines of the log say it: corrections are in them, absences are cut out.
 */
@Repository
@Transactional(readOnly = true)
class CampusPresence {

    private final DSLContext db;

    CampusPresence(DSLContext db) {
        this.db = db;
    }

    /** @param now until then whoever has not left yet is there */
    List<Presence> of(Collection<UUID> schools, LocalDate from, LocalDate to, Instant now) {
        return db.select(ACTIVITY.SCHOOL_ID, ACTIVITY.OFFICER_ID, ACTIVITY.STARTS_AT, ACTIVITY.ENDS_AT).from(ACTIVITY)
                .where(ACTIVITY.SCHOOL_ID.eq(DSL.any(schools.toArray(UUID[]::new)))).and(ACTIVITY.DAY.between(from, to))
                .and(ACTIVITY.KIND.eq(DSL.inline("ON_POST")))
                .and(ACTIVITY.WITHDRAWN_AT.isNull()).and(ACTIVITY.OFFICER_ID.isNotNull())
                .and(ACTIVITY.STARTS_AT.isNotNull())
                .fetch(r -> new Presence(r.get(ACTIVITY.SCHOOL_ID), r.get(ACTIVITY.OFFICER_ID),
                        r.get(ACTIVITY.STARTS_AT), r.get(ACTIVITY.ENDS_AT) == null ? now : r.get(ACTIVITY.ENDS_AT)));
    }
}
