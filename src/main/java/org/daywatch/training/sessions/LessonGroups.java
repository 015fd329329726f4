package org.daywatch.training.sessions;

import static org.daywatch_db.training.Tables.CLASS_GROUP;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.Stale;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.training.TrainingEvent.Audience;
import org.daywatch.training.sessions.LessonGroup.Arm;
import org.daywatch_db.training.tables.records.ClassGroupRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Classes and audiences that are taught, as rows: made with the first lesson that is planned for them. */
@Repository
@Transactional
public class LessonGroups {

    private final DSLContext db;
    private final AuditLog audit;
    private final Clock clock;

    LessonGroups(DSLContext db, AuditLog audit, Clock clock) {
        this.db = db;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<LessonGroup> find(UUID id) {
        return list(CLASS_GROUP.ID.eq(id)).stream().findFirst();
    }

    /** By label, the latest year first. */
    @Transactional(readOnly = true)
    public List<LessonGroup> list(Condition which) {
        return db.selectFrom(CLASS_GROUP).where(which)
                .orderBy(CLASS_GROUP.YEAR.desc(), CLASS_GROUP.LABEL, CLASS_GROUP.ID).fetch(LessonGroups::group);
    }

    LessonGroup findOrCreate(UUID agency, Campus school, int year, Audience audience, String label, String by) {
        var c = CLASS_GROUP;
        db.insertInto(c).set(c.AGENCY_ID, agency).set(c.ID, Ids.next()).set(c.DISTRICT_ID, school.districtId())
                .set(c.SCHOOL_ID, school.id()).set(c.YEAR, year)
                .set(c.AUDIENCE, audience.name()).set(c.LABEL, label).set(c.CREATED_AT, clock.instant())
                .set(c.CREATED_BY, by).onConflictDoNothing().execute();
        return list(c.SCHOOL_ID.eq(school.id()).and(c.YEAR.eq(year)).and(c.AUDIENCE.eq(audience.name()))
                .and(c.LABEL.eq(label))).getFirst();
    }

    /** @param arm null: it is in no study any more. @throws Stale when somebody else has changed it meanwhile */
    public void study(LessonGroup group, String name, @Nullable Arm arm) {
        var then = group.inStudy(name, arm);
        int changed = db.update(CLASS_GROUP).set(CLASS_GROUP.STUDY, then.study())
                .set(CLASS_GROUP.ARM, arm == null ? null : arm.name()).set(CLASS_GROUP.VERSION, then.version())
                .where(CLASS_GROUP.ID.eq(group.id())).and(CLASS_GROUP.VERSION.eq(group.version())).execute();
        if (changed == 0) throw new Stale("class group " + group.id());
        audit.act("ClassGroupInStudy", "class group " + group.id(),
                java.util.Map.of("study", then.study(), "arm", arm == null ? "" : arm.name()));
    }

    static LessonGroup group(ClassGroupRecord r) {
        return new LessonGroup(r.getAgencyId(), r.getId(), r.getDistrictId(), r.getSchoolId(), r.getYear(),
                Audience.valueOf(r.getAudience()), r.getLabel(), r.getStudy(),
                r.getArm() == null ? null : Arm.valueOf(r.getArm()), r.getVersion());
    }
}
