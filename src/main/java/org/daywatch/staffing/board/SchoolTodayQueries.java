package org.daywatch.staffing.board;

import static org.daywatch_db.platform.Tables.ORGANIZATION;
import static org.daywatch_db.staffing.Tables.CAPACITY_CHANGE;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.platform.web.Page;
import org.daywatch.staffing.punches.Doubt;
import org.daywatch.staffing.replacement.ReplacementQueries;
import org.daywatch.staffing.replacement.ReplacementWords;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who stands at one school, who comes next, and what the last officer left for the next. */
@Component
@Transactional(readOnly = true)
class SchoolTodayQueries {

    private final DSLContext db;
    private final ReplacementQueries replacements;

    SchoolTodayQueries(DSLContext db, ReplacementQueries replacements) {
        this.db = db;
        this.replacements = replacements;
    }

    /** What is done about officers who are missing here now. */
    List<String> searches(Page page, Campus campus) {
        return replacements.atSchool(campus.id()).stream()
                .map(r -> page.when().moment(r.window().start(), campus.zone()) + ": "
                        + ReplacementWords.line(page, r, campus.zone()))
                .toList();
    }

    /**
     * @param since check-in; null while they are only expected. @param capacity in which they act now; null before
     * check-in
     */
    record Presence(UUID shiftId, String officer, String department, Instant from, Instant to, @Nullable Instant since,
            boolean proven, @Nullable String capacity, List<Doubt> doubts) {}

    List<Presence> onPost(UUID school) {
        return presences(school, SHIFT.STATE.eq("ON_POST"), 10);
    }

    List<Presence> next(UUID school, Instant now) {
        return presences(school, SHIFT.STATE.eq("SCHEDULED").and(SHIFT.ENDS_AT.gt(now)), 3);
    }

    Optional<String> lastNote(UUID school) {
        return db.select(SHIFT.CHECKOUT_NOTE).from(SHIFT).where(SHIFT.SCHOOL_ID.eq(school)).and(SHIFT.STATE.eq("ENDED"))
                .and(SHIFT.CHECKOUT_NOTE.ne(""))
                .orderBy(SHIFT.CHECKED_OUT_AT.desc()).limit(1).fetchOptional(SHIFT.CHECKOUT_NOTE);
    }

    private List<Presence> presences(UUID school, org.jooq.Condition which, int most) {
        var capacity = DSL.field(db.select(CAPACITY_CHANGE.CAPACITY).from(CAPACITY_CHANGE)
                .where(CAPACITY_CHANGE.AGENCY_ID.eq(SHIFT.AGENCY_ID))
                .and(CAPACITY_CHANGE.SHIFT_ID.eq(SHIFT.ID))
                .orderBy(CAPACITY_CHANGE.AT.desc(), CAPACITY_CHANGE.ID.desc()).limit(1));
        return db
                .select(SHIFT.ID, SHIFT.OFFICER_NAME, ORGANIZATION.NAME, SHIFT.STARTS_AT, SHIFT.ENDS_AT,
                        SHIFT.CHECKED_IN_AT, SHIFT.CHECK_IN_PROOF, SHIFT.CHECK_IN_DOUBTS, capacity)
                .from(SHIFT).join(ORGANIZATION).on(ORGANIZATION.ID.eq(SHIFT.DEPARTMENT_ID))
                .where(SHIFT.SCHOOL_ID.eq(school))
                .and(which)
                .orderBy(SHIFT.STARTS_AT).limit(most)
                .fetch(r -> new Presence(r.get(SHIFT.ID), r.get(SHIFT.OFFICER_NAME), r.get(ORGANIZATION.NAME),
                        r.get(SHIFT.STARTS_AT), r.get(SHIFT.ENDS_AT), r.get(SHIFT.CHECKED_IN_AT),
                        r.get(SHIFT.CHECK_IN_PROOF) != null && !r.get(SHIFT.CHECK_IN_PROOF).equals("POSITION"),
                        r.get(SHIFT.CHECKED_IN_AT) == null
                                ? null
                                : r.get(capacity) == null ? "SCHOOL_AGENT" : r.get(capacity),
                        Doubt.read(r.get(SHIFT.CHECK_IN_DOUBTS))));
    }
}
