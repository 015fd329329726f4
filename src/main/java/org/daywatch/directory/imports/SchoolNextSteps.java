package org.daywatch.directory.imports;

import static org.daywatch_db.directory.Tables.BELL_SCHEDULE;
import static org.daywatch_db.directory.Tables.CALENDAR;
import static org.daywatch_db.directory.Tables.GUARDIANSHIP;
import static org.daywatch_db.directory.Tables.ROSTER_PERSON;
import static org.daywatch_db.directory.Tables.SCHOOL;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.daywatch.directory.intake.ImportKind;
import org.daywatch.directory.intake.NextSteps;
import org.daywatch.platform.time.HomeTime;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What schools lack after they, or their students, were imported: a school year, bells, and who may pick a student up.
 */
@Component
@Transactional(readOnly = true)
class SchoolNextSteps implements NextSteps {
    private static final Condition OPEN = SCHOOL.ARCHIVED_AT.isNull().and(SCHOOL.IN_OPERATION);
    private final HomeTime home;
    private final DSLContext db;

    SchoolNextSteps(DSLContext db, HomeTime home) {
        this.home = home;
        this.db = db;
    }

    @Override
    public List<Step> after(ImportKind kind) {
        if (kind == ImportKind.GUARDIANS) return pickups();
        if (kind != ImportKind.NCES && kind != ImportKind.SCHOOLS && kind != ImportKind.ONEROSTER
                && kind != ImportKind.CALENDAR)
            return List.of();
        var steps = new ArrayList<Step>();
        var today = today();
        int schools = db.fetchCount(SCHOOL, OPEN);
        var dated = DSL.exists(DSL.selectOne().from(CALENDAR).where(CALENDAR.DISTRICT_ID.eq(SCHOOL.DISTRICT_ID))
                .and(CALENDAR.LAST_DAY.ge(today)));
        int undated = db.fetchCount(SCHOOL, OPEN.andNot(dated));
        if (undated > 0) steps.add(Step.of("imports.next.calendars", "/calendars", undated, schools));
        var rung = DSL.exists(DSL.selectOne().from(BELL_SCHEDULE).where(BELL_SCHEDULE.SCHOOL_ID.eq(SCHOOL.ID))
                .and(BELL_SCHEDULE.VALID_TO.isNull().or(BELL_SCHEDULE.VALID_TO.ge(today))));
        int unrung = db.fetchCount(SCHOOL, OPEN.andNot(rung));
        if (unrung > 0) steps.add(Step.of("imports.next.bells", "/bells/templates", unrung, schools));
        if (kind == ImportKind.ONEROSTER) steps.addAll(pickups());
        if (kind == ImportKind.CALENDAR) steps.add(Step.of("imports.next.year", "/calendars"));
        return steps;
    }

    private List<Step> pickups() {
        var p = ROSTER_PERSON;
        var g = GUARDIANSHIP;
        var students = DSL.lower(p.ROLE).eq("student").and(p.SCHOOL_ID.isNotNull()).and(p.LEFT_ON.isNull());
        int without = db.fetchCount(p,
                students.andNotExists(DSL.selectOne().from(g).where(g.STUDENT_ID.eq(p.ID)).and(g.MAY_COLLECT.eq("YES"))
                        .and(g.LAST_DAY.isNull().or(g.LAST_DAY.ge(today())))));
        return without == 0
                ? List.of()
                : List.of(Step.of("imports.next.pickups", "/imports", without, db.fetchCount(p, students)));
    }

    private LocalDate today() {
        return home.today();
    }
}
