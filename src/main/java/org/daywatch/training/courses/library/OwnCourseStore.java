package org.daywatch.training.courses.library;

import static org.daywatch_db.training.Tables.COURSE_EDITION;
import static org.daywatch_db.training.Tables.OWN_COURSE;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.daywatch.training.courses.file.CourseFile;
import org.daywatch.training.courses.file.CourseReader;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Own courses as rows. Written for the agency, which must be bound; read by whoever is. */
@Repository
@Transactional
class OwnCourseStore {

    private record Key(UUID agency, String code, int edition, String language) {}

    private final DSLContext db;
    /** An edition never changes, so it is read from its text once. */
    private final Map<Key, CourseFile> read = new ConcurrentHashMap<>();

    OwnCourseStore(DSLContext db) {
        this.db = db;
    }

    /** @param reader an organization: the agency sees all, a district what is for all and its own */
    @Transactional(readOnly = true)
    public List<OwnCourse> list(UUID agency, UUID reader) {
        return list(agency,
                agency.equals(reader)
                        ? OWN_COURSE.AGENCY_ID.eq(agency)
                        : OWN_COURSE.DISTRICT_ID.isNull().or(OWN_COURSE.DISTRICT_ID.eq(reader)));
    }

    @Transactional(readOnly = true)
    public Optional<OwnCourse> find(UUID agency, String code) {
        return list(agency, OWN_COURSE.CODE.eq(code)).stream().findFirst();
    }

    private List<OwnCourse> list(UUID agency, Condition which) {
        var t = COURSE_EDITION;
        var editions = db.select(t.CODE, t.EDITION, t.LANGUAGE).from(t).where(t.AGENCY_ID.eq(agency))
                .orderBy(t.EDITION.desc(), t.LANGUAGE).fetchGroups(t.CODE);
        return db.selectFrom(OWN_COURSE).where(OWN_COURSE.AGENCY_ID.eq(agency)).and(which).orderBy(OWN_COURSE.CODE)
                .fetch(o -> new OwnCourse(o.getCode(), o.getDistrictId(), o.getRetiredAt() != null,
                        editions.getOrDefault(o.getCode(), db.newResult(t.CODE, t.EDITION, t.LANGUAGE)).stream()
                                .map(e -> course(new Key(agency, o.getCode(), e.get(t.EDITION), e.get(t.LANGUAGE))))
                                .toList()));
    }

    private CourseFile course(Key key) {
        var known = read.get(key);
        if (known != null) return known;
        var course = CourseReader.read(file(key.agency(), key.code(), key.edition(), key.language()).orElseThrow()
                .getBytes(StandardCharsets.UTF_8));
        read.put(key, course);
        return course;
    }

    @Transactional(readOnly = true)
    public Optional<String> file(UUID agency, String code, int edition, String language) {
        var t = COURSE_EDITION;
        return db.select(t.FILE).from(t).where(t.AGENCY_ID.eq(agency)).and(t.CODE.eq(code)).and(t.EDITION.eq(edition))
                .and(t.LANGUAGE.eq(language)).fetchOptional(t.FILE);
    }

    void addCourse(UUID agency, String code, @Nullable UUID district) {
        db.insertInto(OWN_COURSE).set(OWN_COURSE.AGENCY_ID, agency).set(OWN_COURSE.CODE, code)
                .set(OWN_COURSE.DISTRICT_ID, district).execute();
    }

    void addEdition(UUID agency, CourseFile course, String file, Instant at, String by) {
        var t = COURSE_EDITION;
        db.insertInto(t).set(t.AGENCY_ID, agency).set(t.CODE, course.code()).set(t.EDITION, course.edition())
                .set(t.LANGUAGE, course.language()).set(t.FILE, file).set(t.ADDED_AT, at)
                .set(t.ADDED_BY, by).execute();
    }

    /** @param at null brings it back */
    void retire(UUID agency, String code, @Nullable Instant at, @Nullable String by) {
        db.update(OWN_COURSE).set(OWN_COURSE.RETIRED_AT, at).set(OWN_COURSE.RETIRED_BY, by)
                .where(OWN_COURSE.AGENCY_ID.eq(agency)).and(OWN_COURSE.CODE.eq(code)).execute();
    }
}
