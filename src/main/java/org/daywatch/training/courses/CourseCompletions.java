package org.daywatch.training.courses;

import static org.daywatch_db.training.Tables.COURSE_COMPLETION;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.persistence.Ids;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who completed which course, as rows; each course once a school year. */
@Repository
@Transactional
public class CourseCompletions {

    private final DSLContext db;
    private final AuditLog audit;
    private final Clock clock;

    CourseCompletions(DSLContext db, AuditLog audit, Clock clock) {
        this.db = db;
        this.audit = audit;
        this.clock = clock;
    }

    public record Completion(UUID person, String name, @Nullable UUID school, String course, int edition,
            String language, int year, Instant at) {}

    /** The second time in a year changes nothing. */
    public void complete(Actor actor, UUID agency, Course course, int year) {
        var c = COURSE_COMPLETION;
        int kept = db.insertInto(c).set(c.AGENCY_ID, agency).set(c.ID, Ids.next()).set(c.DISTRICT_ID, actor.tenant())
                .set(c.SCHOOL_ID, actor.school()).set(c.PERSON_ID, actor.person())
                .set(c.PERSON_NAME, actor.name()).set(c.COURSE, course.code()).set(c.EDITION, course.edition())
                .set(c.LANGUAGE, course.language()).set(c.YEAR, year)
                .set(c.COMPLETED_AT, clock.instant()).onConflictDoNothing().execute();
        if (kept == 1)
            audit.act("CourseCompleted", "course " + course.code(),
                    Map.of("edition", course.edition(), "language", course.language()));
    }

    @Transactional(readOnly = true)
    public Optional<Completion> of(UUID person, String course, int year) {
        return list(COURSE_COMPLETION.PERSON_ID.eq(person).and(COURSE_COMPLETION.COURSE.eq(course))
                .and(COURSE_COMPLETION.YEAR.eq(year))).stream().findFirst();
    }

    /** The last first. */
    @Transactional(readOnly = true)
    public List<Completion> list(Condition which) {
        return db.selectFrom(COURSE_COMPLETION).where(which)
                .orderBy(COURSE_COMPLETION.COMPLETED_AT.desc(), COURSE_COMPLETION.ID)
                .fetch(r -> new Completion(r.getPersonId(), r.getPersonName(),
                        r.getSchoolId(), r.getCourse(), r.getEdition(), r.getLanguage(), r.getYear(),
                        r.getCompletedAt()));
    }
}
