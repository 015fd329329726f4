package org.daywatch.prevention.assessments;

import static org.daywatch_db.prevention.Tables.ASSESSMENT_ANSWER;
import static org.daywatch_db.prevention.Tables.ASSESSMENT_PHOTO;
import static org.daywatch_db.prevention.Tables.ASSESSMENT_STEP;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.prevention.assessments.results.Answer;
import org.daywatch.prevention.assessments.results.PathTiming.Seen;
import org.daywatch_db.prevention.tables.records.AssessmentAnswerRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was found, item by item, and what was measured, step by step. The tables refuse a change once it is no draft. */
@Repository
@Transactional(readOnly = true)
public class AssessmentAnswers {

    private final DSLContext db;

    AssessmentAnswers(DSLContext db) {
        this.db = db;
    }

    /** @param roomId or {@code markId}: where on the site; @param person who answered */
    public record Found(Answer answer, String evidence, String place, @Nullable UUID roomId, @Nullable UUID markId, Instant at, String by, UUID person) {}

    /** @param how it was measured or seen */
    public record Measured(String scenario, int step, @Nullable Integer seconds, @Nullable Boolean noticed, String how, String by) {}

    public record Photo(UUID id, String item, String caption, Instant at, String by) {}

    /** By item; what nobody answered is not in it. */
    public Map<String, Found> of(UUID assessment) {
        return of(List.of(assessment)).getOrDefault(assessment, Map.of());
    }

    public Map<UUID, Map<String, Found>> of(Collection<UUID> assessments) {
        var found = new HashMap<UUID, Map<String, Found>>();
        db.selectFrom(ASSESSMENT_ANSWER).where(ASSESSMENT_ANSWER.ASSESSMENT_ID.in(assessments))
                .forEach(r -> found.computeIfAbsent(r.getAssessmentId(), a -> new HashMap<>()).put(r.getItem(), found(r)));
        return found;
    }

    public static Map<String, Answer> plain(Map<String, Found> found) {
        var plain = new HashMap<String, Answer>();
        found.forEach((item, f) -> plain.put(item, f.answer()));
        return plain;
    }

    private static Found found(AssessmentAnswerRecord r) {
        return new Found(Answer.valueOf(r.getAnswer()), r.getEvidence(), r.getPlace(), r.getRoomId(), r.getMarkId(), r.getAnsweredAt(), r.getAnsweredBy(), r.getAnsweredPerson());
    }

    @Transactional
    void put(SiteAssessment a, String item, Found f) {
        var t = ASSESSMENT_ANSWER;
        db.deleteFrom(t).where(t.ASSESSMENT_ID.eq(a.id())).and(t.ITEM.eq(item)).execute();
        db.insertInto(t).set(t.AGENCY_ID, a.agencyId()).set(t.ASSESSMENT_ID, a.id()).set(t.ITEM, item).set(t.DISTRICT_ID, a.districtId()).set(t.ANSWER, f.answer().name())
                .set(t.EVIDENCE, f.evidence()).set(t.PLACE, f.place()).set(t.ROOM_ID, f.roomId()).set(t.MARK_ID, f.markId()).set(t.ANSWERED_AT, f.at()).set(t.ANSWERED_BY, f.by())
                .set(t.ANSWERED_PERSON, f.person()).execute();
    }

    @Transactional
    void take(SiteAssessment a, String item) {
        db.deleteFrom(ASSESSMENT_ANSWER).where(ASSESSMENT_ANSWER.ASSESSMENT_ID.eq(a.id())).and(ASSESSMENT_ANSWER.ITEM.eq(item)).execute();
    }

    public List<Measured> measured(Collection<UUID> assessments) {
        return measuredByAssessment(assessments).values().stream().flatMap(List::stream).toList();
    }

    public Map<UUID, List<Measured>> measuredByAssessment(Collection<UUID> assessments) {
        var t = ASSESSMENT_STEP;
        return db.selectFrom(t).where(t.ASSESSMENT_ID.in(assessments)).orderBy(t.SCENARIO, t.STEP).fetchGroups(t.ASSESSMENT_ID,
                r -> new Measured(r.get(t.SCENARIO), r.get(t.STEP), r.get(t.SECONDS), r.get(t.NOTICED), r.get(t.HOW), r.get(t.BY_NAME)));
    }

    /** By step of the scenario. */
    public static Map<Integer, Seen> seen(List<Measured> all, String scenario) {
        var seen = new HashMap<Integer, Seen>();
        all.stream().filter(m -> m.scenario().equals(scenario)).forEach(m -> seen.put(m.step(), new Seen(m.seconds(), m.noticed())));
        return seen;
    }

    @Transactional
    void measure(SiteAssessment a, Measured m, Instant at) {
        var t = ASSESSMENT_STEP;
        db.deleteFrom(t).where(t.ASSESSMENT_ID.eq(a.id())).and(t.SCENARIO.eq(m.scenario())).and(t.STEP.eq(m.step())).execute();
        if (m.seconds() == null && m.noticed() == null) return;
        db.insertInto(t).set(t.AGENCY_ID, a.agencyId()).set(t.ASSESSMENT_ID, a.id()).set(t.SCENARIO, m.scenario()).set(t.STEP, m.step()).set(t.DISTRICT_ID, a.districtId())
                .set(t.SECONDS, m.seconds()).set(t.NOTICED, m.noticed()).set(t.HOW, m.how()).set(t.BY_NAME, m.by()).set(t.AT, at).execute();
    }

    public List<Photo> photos(UUID assessment) {
        return db.select(ASSESSMENT_PHOTO.ID, ASSESSMENT_PHOTO.ITEM, ASSESSMENT_PHOTO.CAPTION, ASSESSMENT_PHOTO.AT, ASSESSMENT_PHOTO.BY_NAME).from(ASSESSMENT_PHOTO)
                .where(ASSESSMENT_PHOTO.ASSESSMENT_ID.eq(assessment)).orderBy(ASSESSMENT_PHOTO.AT).fetch(r -> new Photo(r.value1(), r.value2(), r.value3(), r.value4(), r.value5()));
    }
}
