package org.daywatch.training.lessons.library;

import static org.daywatch_db.training.Tables.LESSON_EDITION;
import static org.daywatch_db.training.Tables.OWN_LESSON;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.daywatch.training.lessons.Lesson;
import org.daywatch.training.lessons.file.LessonReader;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Own lessons as rows. Written for the agency, which must be bound; read by whoever is. */
@Repository
@Transactional
class OwnLessonStore {

    /** @param districtId for this district only; null: for all the agency serves */
    record Own(String code, @Nullable UUID districtId, boolean retired, List<Lesson> editions) {}

    private record Key(UUID agency, String code, int edition, String language) {}

    private final DSLContext db;
    /** An edition never changes, so it is read from its text once. */
    private final Map<Key, Lesson> read = new ConcurrentHashMap<>();

    OwnLessonStore(DSLContext db) {
        this.db = db;
    }

    /** @param reader an organization: the agency sees all, a district what is for all and its own */
    @Transactional(readOnly = true)
    public List<Own> list(UUID agency, UUID reader) {
        return list(agency,
                agency.equals(reader)
                        ? OWN_LESSON.AGENCY_ID.eq(agency)
                        : OWN_LESSON.DISTRICT_ID.isNull().or(OWN_LESSON.DISTRICT_ID.eq(reader)));
    }

    @Transactional(readOnly = true)
    public Optional<Own> find(UUID agency, String code) {
        return list(agency, OWN_LESSON.CODE.eq(code)).stream().findFirst();
    }

    private List<Own> list(UUID agency, Condition which) {
        var editions = db.select(LESSON_EDITION.CODE, LESSON_EDITION.EDITION, LESSON_EDITION.LANGUAGE)
                .from(LESSON_EDITION).where(LESSON_EDITION.AGENCY_ID.eq(agency))
                .orderBy(LESSON_EDITION.EDITION.desc(), LESSON_EDITION.LANGUAGE).fetchGroups(LESSON_EDITION.CODE);
        return db.selectFrom(OWN_LESSON).where(OWN_LESSON.AGENCY_ID.eq(agency)).and(which).orderBy(OWN_LESSON.CODE)
                .fetch(o -> new Own(o.getCode(), o.getDistrictId(), o.getRetiredAt() != null,
                        editions.getOrDefault(o.getCode(),
                                db.newResult(LESSON_EDITION.CODE, LESSON_EDITION.EDITION, LESSON_EDITION.LANGUAGE))
                                .stream()
                                .map(e -> lesson(new Key(agency, o.getCode(), e.get(LESSON_EDITION.EDITION),
                                        e.get(LESSON_EDITION.LANGUAGE))))
                                .toList()));
    }

    private Lesson lesson(Key key) {
        var known = read.get(key);
        if (known != null) return known;
        var t = LESSON_EDITION;
        String file = db.select(t.FILE).from(t).where(t.AGENCY_ID.eq(key.agency())).and(t.CODE.eq(key.code()))
                .and(t.EDITION.eq(key.edition())).and(t.LANGUAGE.eq(key.language())).fetchSingle(t.FILE);
        var lesson = LessonReader.kept(file.getBytes(StandardCharsets.UTF_8));
        read.put(key, lesson);
        return lesson;
    }

    @Transactional(readOnly = true)
    public Optional<String> file(UUID agency, String code, int edition, String language) {
        var t = LESSON_EDITION;
        return db.select(t.FILE).from(t).where(t.AGENCY_ID.eq(agency)).and(t.CODE.eq(code)).and(t.EDITION.eq(edition))
                .and(t.LANGUAGE.eq(language)).fetchOptional(t.FILE);
    }

    void addLesson(UUID agency, String code, @Nullable UUID district) {
        db.insertInto(OWN_LESSON).set(OWN_LESSON.AGENCY_ID, agency).set(OWN_LESSON.CODE, code)
                .set(OWN_LESSON.DISTRICT_ID, district).execute();
    }

    void addEdition(UUID agency, Lesson lesson, String file, Instant at, String by) {
        var t = LESSON_EDITION;
        db.insertInto(t).set(t.AGENCY_ID, agency).set(t.CODE, lesson.code()).set(t.EDITION, lesson.edition())
                .set(t.LANGUAGE, lesson.language()).set(t.FILE, file).set(t.ADDED_AT, at)
                .set(t.ADDED_BY, by).execute();
    }

    /** @param at null brings it back */
    void retire(UUID agency, String code, @Nullable Instant at, @Nullable String by) {
        db.update(OWN_LESSON).set(OWN_LESSON.RETIRED_AT, at).set(OWN_LESSON.RETIRED_BY, by)
                .where(OWN_LESSON.AGENCY_ID.eq(agency)).and(OWN_LESSON.CODE.eq(code)).execute();
    }
}
