package org.daywatch.transparency.programs.report;

import static org.daywatch_db.transparency.Tables.ACTIVITY;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.ProgramRules;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What schools need an officer for, as far as the log tells: incidents and alerts at which one was there. */
@Component
@Transactional(readOnly = true)
class NeedFigures {

    private final DSLContext db;
    private final ProgramRules rules;

    NeedFigures(DSLContext db, ProgramRules rules) {
        this.db = db;
        this.rules = rules;
    }

    /**
     * By school, each once however many officers were there; a school of which nothing is recorded in that time is not
     * there.
     */
    Map<UUID, Integer> incidents(Collection<UUID> schools, LocalDate from, LocalDate to) {
        var a = ACTIVITY;
        var which = a.SCHOOL_ID.eq(DSL.any(schools.toArray(UUID[]::new))).and(a.DAY.between(from, to))
                .and(a.WITHDRAWN_AT.isNull());
        var counts = new HashMap<UUID, Integer>();
        db.selectDistinct(a.SCHOOL_ID).from(a).where(which).and(a.OFFICER_ID.isNotNull())
                .forEach(r -> counts.put(r.value1(), 0));
        var countDistinctOrigin = DSL.countDistinct(a.ORIGIN);
        db.select(a.SCHOOL_ID, countDistinctOrigin).from(a).where(which).and(a.KIND.in("INCIDENT", "ALERT"))
                .and(a.ORIGIN.ne("")).groupBy(a.SCHOOL_ID)
                .forEach(r -> counts.put(r.get(a.SCHOOL_ID), r.get(countDistinctOrigin)));
        return counts;
    }

    /** Fewer than these are not shown: as for what happens where and when. */
    int small(LocalDate day) {
        return rules.inForce("PATTERN_SMALL", "ALL", day).orElseThrow().number();
    }
}
