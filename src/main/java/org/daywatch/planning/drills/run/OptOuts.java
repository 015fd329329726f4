package org.daywatch.planning.drills.run;

import static org.daywatch_db.planning.Tables.DRILL_OPT_OUT;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.protection.StudentSearch;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.planning.drills.Drill;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.identity.Actor;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Students who do something else while a drill is held. The district's own, and without a reason. */
@Repository
@Transactional
public class OptOuts {

    private final DSLContext db;
    private final ClassRosters rosters;
    private final StudentSearch search;
    private final AuditLog audit;
    private final Clock clock;

    OptOuts(DSLContext db, ClassRosters rosters, StudentSearch search, AuditLog audit, Clock clock) {
        this.db = db;
        this.rosters = rosters;
        this.search = search;
        this.audit = audit;
        this.clock = clock;
    }

    public record Student(UUID id, String name) {}

    @Transactional(readOnly = true)
    public int count(UUID drill) {
        return db.fetchCount(DRILL_OPT_OUT, DRILL_OPT_OUT.DRILL_ID.eq(drill));
    }

    /** The list is read by name, so it is audited. */
    public List<Student> list(Actor actor, Campus school, Drill drill) {
        var hidden = search.hiddenFrom(actor, school);
        var ids = db.select(DRILL_OPT_OUT.STUDENT_ID).from(DRILL_OPT_OUT).where(DRILL_OPT_OUT.DRILL_ID.eq(drill.id()))
                .fetchSet(DRILL_OPT_OUT.STUDENT_ID);
        var all = rosters.students(drill.schoolId()).stream().filter(p -> ids.contains(p.id()))
                .filter(p -> !hidden.contains(p.id()))
                .map(p -> new Student(p.id(), p.name())).toList();
        if (!all.isEmpty()) audit.read("DrillOptOuts", "drill " + drill.id(), Map.of("students", all.size()));
        return all;
    }

    /** Nobody is listed before a name is asked for. */
    public List<Student> find(Actor actor, Campus school, String words) {
        return search.find(actor, school, words, 20).stream().map(p -> new Student(p.id(), p.name())).toList();
    }

    public void add(Drill drill, Campus school, UUID student, Actor actor) {
        search.student(actor, school, student); // one of this school
        int fresh = db.insertInto(DRILL_OPT_OUT).set(DRILL_OPT_OUT.DISTRICT_ID, drill.districtId())
                .set(DRILL_OPT_OUT.DRILL_ID, drill.id()).set(DRILL_OPT_OUT.STUDENT_ID, student)
                .set(DRILL_OPT_OUT.SCHOOL_ID, drill.schoolId()).set(DRILL_OPT_OUT.WRITTEN_AT, clock.instant())
                .set(DRILL_OPT_OUT.WRITTEN_BY, actor.name()).onConflictDoNothing().execute();
        if (fresh == 1) audit.act("DrillOptOutWritten", "drill " + drill.id(), Map.of());
    }

    public void remove(Drill drill, UUID student) {
        if (db.deleteFrom(DRILL_OPT_OUT).where(DRILL_OPT_OUT.DRILL_ID.eq(drill.id()))
                .and(DRILL_OPT_OUT.STUDENT_ID.eq(student)).execute() == 1) {
            audit.act("DrillOptOutTakenBack", "drill " + drill.id(), Map.of());
        }
    }
}
