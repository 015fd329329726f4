package org.daywatch.training.courses.families;

import static org.daywatch_db.training.Tables.COURSE_CODE;
import static org.daywatch_db.training.Tables.COURSE_COUNT;
import static org.daywatch_db.training.Tables.COURSE_LINK;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.training.codes.TypedCode;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Codes under which families take a course, as rows, with how often they were used. */
@Repository
@Transactional
public class CourseLinks {

    private static final String WHAT = "course code";

    private final DSLContext db;
    private final AuditLog audit;
    private final Clock clock;

    CourseLinks(DSLContext db, AuditLog audit, Clock clock) {
        this.db = db;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param ended null while it is open */
    public record CourseLink(UUID agency, UUID id, UUID district, UUID school, String course, String code,
            Instant madeAt, String madeBy, @Nullable Instant ended) {

        String spoken() {
            return TypedCode.spoken(code);
        }
    }

    /** By language. */
    public record Count(String language, int opened, int completed) {}

    record Place(UUID agency, UUID link) {}

    /**
     * Nobody is bound. @param typed with spaces or strokes and in small letters. Empty for what was never a code, and
     * for one that has ended
     */
    @Transactional(readOnly = true)
    Optional<Place> place(String typed) {
        return TypedCode.read(typed)
                .flatMap(code -> db.selectFrom(COURSE_CODE).where(COURSE_CODE.CODE_HASH.eq(TypedCode.hash(WHAT, code)))
                        .fetchOptional(r -> new Place(r.getAgencyId(), r.getLinkId())));
    }

    /** The one that is open for this course at this school, made if there is none. */
    public CourseLink open(UUID agency, Campus school, String course, String by) {
        var there = list(COURSE_LINK.SCHOOL_ID.eq(school.id()).and(COURSE_LINK.COURSE.eq(course))
                .and(COURSE_LINK.ENDED_AT.isNull()));
        if (!there.isEmpty()) return there.getFirst();
        var id = Ids.next();
        String code = free(agency, id);
        db.insertInto(COURSE_LINK).set(COURSE_LINK.AGENCY_ID, agency).set(COURSE_LINK.ID, id)
                .set(COURSE_LINK.DISTRICT_ID, school.districtId()).set(COURSE_LINK.SCHOOL_ID, school.id())
                .set(COURSE_LINK.COURSE, course).set(COURSE_LINK.CODE, code).set(COURSE_LINK.MADE_AT, clock.instant())
                .set(COURSE_LINK.MADE_BY, by).execute();
        audit.act("CourseLinkMade", "course link " + id, Map.of("course", course, "school", school.id()));
        return list(COURSE_LINK.ID.eq(id)).getFirst();
    }

    private String free(UUID agency, UUID link) {
        for (int tries = 0; tries < 20; tries++) {
            String code = TypedCode.next();
            int taken = db.insertInto(COURSE_CODE).set(COURSE_CODE.CODE_HASH, TypedCode.hash(WHAT, code))
                    .set(COURSE_CODE.AGENCY_ID, agency).set(COURSE_CODE.LINK_ID, link).onConflictDoNothing().execute();
            if (taken == 1) return code;
        }
        throw new IllegalStateException("No free code was found in 20 tries.");
    }

    /** Ended at once; ending it twice changes nothing. */
    void end(CourseLink link) {
        int ended = db.update(COURSE_LINK).set(COURSE_LINK.ENDED_AT, clock.instant())
                .where(COURSE_LINK.ID.eq(link.id())).and(COURSE_LINK.ENDED_AT.isNull()).execute();
        db.deleteFrom(COURSE_CODE).where(COURSE_CODE.LINK_ID.eq(link.id())).execute();
        if (ended == 1) audit.act("CourseLinkEnded", "course link " + link.id(), Map.of("course", link.course()));
    }

    @Transactional(readOnly = true)
    Optional<CourseLink> find(UUID id) {
        return list(COURSE_LINK.ID.eq(id)).stream().findFirst();
    }

    /** The last one made first. */
    @Transactional(readOnly = true)
    List<CourseLink> list(Condition which) {
        return db.selectFrom(COURSE_LINK).where(which).orderBy(COURSE_LINK.MADE_AT.desc(), COURSE_LINK.ID)
                .fetch(r -> new CourseLink(r.getAgencyId(), r.getId(), r.getDistrictId(), r.getSchoolId(),
                        r.getCourse(), r.getCode(), r.getMadeAt(), r.getMadeBy(), r.getEndedAt()));
    }

    @Transactional(readOnly = true)
    Map<UUID, List<Count>> counts() {
        var counts = new HashMap<UUID, List<Count>>();
        var c = COURSE_COUNT;
        var sumCompleted = DSL.sum(c.COMPLETED);
        var sumOpened = DSL.sum(c.OPENED);
        db.select(c.LINK_ID, c.LANGUAGE, sumOpened, sumCompleted).from(c).groupBy(c.LINK_ID, c.LANGUAGE)
                .orderBy(c.LINK_ID, c.LANGUAGE)
                .forEach(r -> counts.computeIfAbsent(r.get(c.LINK_ID), l -> new java.util.ArrayList<>())
                        .add(new Count(r.get(c.LANGUAGE), r.get(sumOpened).intValue(),
                                r.get(sumCompleted).intValue())));
        return counts;
    }

    /** One more family, and nothing else of it. */
    void count(CourseLink link, LocalDate day, String language, boolean completed) {
        var c = COURSE_COUNT;
        var more = completed ? c.COMPLETED : c.OPENED;
        db.insertInto(c).set(c.AGENCY_ID, link.agency()).set(c.LINK_ID, link.id()).set(c.DAY, day)
                .set(c.LANGUAGE, language).set(c.DISTRICT_ID, link.district()).set(more, 1)
                .onConflict(c.AGENCY_ID, c.LINK_ID, c.DAY, c.LANGUAGE).doUpdate().set(more, more.plus(1)).execute();
    }
}
