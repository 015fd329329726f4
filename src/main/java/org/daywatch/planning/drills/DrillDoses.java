package org.daywatch.planning.drills;

import static org.daywatch_db.planning.Tables.DRILL;
import static org.daywatch_db.planning.Tables.DRILL_DOSE;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.planning.PlanningRefusal;
import org.daywatch.planning.drills.kinds.DrillKind;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.tenancy.OnBehalf;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many lockdown-like drills each class has had this year. The classes are the district's; who asks learns a title
 * and a number.
 */
@Component
@Transactional
public class DrillDoses {

    private final DSLContext db;
    private final ClassRosters rosters;
    private final DrillYears years;
    private final ProgramRules rules;
    private final OnBehalf onBehalf;

    DrillDoses(DSLContext db, ClassRosters rosters, DrillYears years, ProgramRules rules, OnBehalf onBehalf) {
        this.db = db;
        this.rosters = rosters;
        this.years = years;
        this.rules = rules;
        this.onBehalf = onBehalf;
    }

    /** Titles by class; the school itself where no classes are known. */
    public Map<UUID, String> meeting(Campus school, LocalTime at) {
        var classes = new HashMap<UUID, String>();
        onBehalf.run(school.districtId(),
                () -> rosters.meeting(school, at).forEach(c -> classes.put(c.id(), c.title())));
        return classes.isEmpty() ? Map.of(school.id(), school.name()) : classes;
    }

    public int limit(Campus school, LocalDate day) {
        return rules.book().get("DRILL_DOSE", day, "DISTRICT:" + school.districtId(), RuleBook.state(school.state()))
                .number();
    }

    /** By class: those that were held, and those that are planned. @param except a drill that is not counted */
    public Map<UUID, Integer> had(Campus school, LocalDate day, @Nullable UUID except) {
        var had = new HashMap<UUID, Integer>();
        var year = years.of(school, day);
        var first = year.map(DrillYears.Year::first).orElse(DrillYears.july(day));
        var last = year.map(DrillYears.Year::last).orElse(DrillYears.july(day).plusYears(1).minusDays(1));
        onBehalf.run(school.districtId(),
                () -> db.select(DRILL_DOSE.CLASS_ID, DRILL_DOSE.DRILL_ID).from(DRILL_DOSE)
                        .where(DRILL_DOSE.SCHOOL_ID.eq(school.id()))
                        .and(DRILL_DOSE.DAY.between(first, last))
                        .forEach(r -> had.merge(r.get(DRILL_DOSE.CLASS_ID), 1, Integer::sum)));
        var planned = db.select(DRILL.ID, DRILL.AT).from(DRILL).where(DRILL.SCHOOL_ID.eq(school.id()))
                .and(DRILL.STATE.eq("SCHEDULED")).and(DRILL.DAY.between(first, last))
                .and(DRILL.DRILL_.in(DrillKind.LOCKDOWN.subject(), DrillKind.ACTIVE_THREAT.subject())).fetch();
        for (var drill : planned)
            if (!drill.get(DRILL.ID).equals(except))
                meeting(school, drill.get(DRILL.AT)).keySet().forEach(c -> had.merge(c, 1, Integer::sum));
        return had;
    }

    /** @throws Refused with class and numbers, where one that meets then would have more than it may */
    public void check(Campus school, DrillKind kind, LocalDate day, LocalTime at, @Nullable UUID except) {
        if (!kind.lockdownLike()) return;
        var had = had(school, day, except);
        int limit = limit(school, day);
        meeting(school, at).forEach((id, title) -> {
            int number = had.getOrDefault(id, 0);
            if (number >= limit)
                throw new Refused(PlanningRefusal.DRILL_DOSE, Map.of("title", title, "number", number, "limit", limit));
        });
    }

    /** Writes down which classes met when it began. */
    public void keep(Campus school, Drill drill, LocalTime at) {
        keep(school, drill.id(), drill.kind(), drill.day(), at);
    }

    /** The same of an exercise that nobody scheduled. */
    public void keep(Campus school, UUID drill, DrillKind kind, ZonedDateTime began) {
        keep(school, drill, kind, began.toLocalDate(), began.toLocalTime());
    }

    private void keep(Campus school, UUID drill, DrillKind kind, LocalDate day, LocalTime at) {
        if (!kind.lockdownLike()) return;
        var classes = meeting(school, at);
        onBehalf.run(school.districtId(), () -> {
            if (db.fetchExists(DRILL_DOSE, DRILL_DOSE.DRILL_ID.eq(drill))) return; // those who met when it began
            classes.forEach((id, title) -> db.insertInto(DRILL_DOSE)
                    .set(DRILL_DOSE.DISTRICT_ID, school.districtId())
                    .set(DRILL_DOSE.DRILL_ID, drill).set(DRILL_DOSE.CLASS_ID, id)
                    .set(DRILL_DOSE.SCHOOL_ID, school.id()).set(DRILL_DOSE.TITLE, title).set(DRILL_DOSE.DAY, day)
                    .onConflictDoNothing().execute());
        });
    }

    /** It was pressed by mistake. */
    public void forget(Campus school, UUID drill) {
        onBehalf.run(school.districtId(),
                () -> db.deleteFrom(DRILL_DOSE).where(DRILL_DOSE.DRILL_ID.eq(drill)).execute());
    }

    /** @param held so many this year */
    public record Line(String title, long held) {}

    /** The ledger, the fullest class first. The district is bound. */
    @Transactional(readOnly = true)
    public List<Line> ledger(Campus school, LocalDate day) {
        var year = years.of(school, day);
        var had = DSL.count();
        var title = DSL.max(DRILL_DOSE.TITLE);
        return db.select(title, had).from(DRILL_DOSE).where(DRILL_DOSE.SCHOOL_ID.eq(school.id()))
                .and(DRILL_DOSE.DAY.between(year.map(DrillYears.Year::first).orElse(DrillYears.july(day)),
                        year.map(DrillYears.Year::last).orElse(day)))
                .groupBy(DRILL_DOSE.CLASS_ID).orderBy(had.desc(), title).fetch(r -> new Line(r.get(title), r.get(had)));
    }
}
