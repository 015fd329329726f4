package org.daywatch.staffing.ledger;

import static org.daywatch_db.staffing.Tables.COVERAGE_DAY;
import static org.daywatch_db.staffing.Tables.POST;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.staffing.CoverageDays;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closed days, and who stood at the schools, for other rooms. */
@Component
@Transactional(readOnly = true)
class CoverageDayQueries implements CoverageDays {

    private final DSLContext db;

    CoverageDayQueries(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<Day> closed(Collection<UUID> schools, LocalDate from, LocalDate to) {
        var d = COVERAGE_DAY;
        return db
                .select(d.SCHOOL_ID, d.DAY, d.POSTS, d.FILLED, d.REQUIRED_MINUTES, d.COVERED_MINUTES,
                        d.UNCOVERED_MINUTES)
                .from(d)
                .where(d.SCHOOL_ID.eq(DSL.any(schools.toArray(UUID[]::new)))).and(d.DAY.between(from, to))
                .orderBy(d.SCHOOL_ID, d.DAY)
                .fetch(r -> new Day(r.get(d.SCHOOL_ID), r.get(d.DAY), r.get(d.POSTS), r.get(d.FILLED),
                        r.get(d.REQUIRED_MINUTES), r.get(d.COVERED_MINUTES), r.get(d.UNCOVERED_MINUTES)));
    }

    @Override
    public Map<UUID, List<String>> officers(Collection<UUID> schools, LocalDate from, LocalDate to) {
        return db.selectDistinct(SHIFT.SCHOOL_ID, SHIFT.OFFICER_NAME).from(SHIFT).join(POST)
                .on(POST.AGENCY_ID.eq(SHIFT.AGENCY_ID)).and(POST.ID.eq(SHIFT.POST_ID))
                .where(SHIFT.SCHOOL_ID.eq(DSL.any(schools.toArray(UUID[]::new)))).and(POST.DAY.between(from, to))
                .and(SHIFT.CHECKED_IN_AT.isNotNull())
                .orderBy(SHIFT.SCHOOL_ID, SHIFT.OFFICER_NAME).fetchGroups(SHIFT.SCHOOL_ID, SHIFT.OFFICER_NAME);
    }
}
