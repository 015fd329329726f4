package org.daywatch.prevention.assessments;

import static org.daywatch_db.prevention.Tables.ASSESSMENT_ANSWER;
import static org.daywatch_db.prevention.Tables.ASSESSMENT_PHOTO;
import static org.daywatch_db.prevention.Tables.ASSESSMENT_STEP;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.prevention.assessments.results.Answer;
import org.daywatch.prevention.assessments.results.PathTiming.Seen;
import org.daywatch.prevention.findings.Finding.Mark;
import org.daywatch_db.prevention.tables.records.AssessmentAnswerRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was found, item by item, and what was measured, step by step. The tables refuse a change once it is no draft.
 */
@Repository
@Transactional(readOnly = true)
public class AssessmentAnswers {

    private final DSLContext db;

    AssessmentAnswers(DSLContext db) {
        this.db = db;
    }

    /**
     * @param roomId or {@code markId}: a place that is named already; @param mark where on a site plan, by that or by a
     * tap; @param person who answered
     */
    public record Found(Answer answer, String evidence, String place, @Nullable UUID roomId, @Nullable UUID markId,
            @Nullable Mark mark, Instant at, String by, UUID person) {

        public Found(Answer answer, String evidence, String place, Instant at, String by, UUID person) {
            this(answer, evidence, place, null, null, null, at, by, person);
        }
    }

    /** @param how it was measured or seen */
    public record Measured(String scenario, int step, @Nullable Integer seconds, @Nullable Boolean noticed, String how,
            String by) {}

    /** @param mark where on a site plan it was taken; null: nobody said */
    public record Photo(UUID id, String item, String caption, @Nullable Mark mark, Instant at, String by) {}

    /** By item; what nobody answered is not in it. */
    public Map<String, Found> of(UUID assessment) {
        return of(List.of(assessment)).getOrDefault(assessment, Map.of());
    }

    public Map<UUID, Map<String, Found>> of(Collection<UUID> assessments) {
        var found = new HashMap<UUID, Map<String, Found>>();
        db.selectFrom(ASSESSMENT_ANSWER).where(ASSESSMENT_ANSWER.ASSESSMENT_ID.in(assessments))
                .forEach(r -> found.computeIfAbsent(r.getAssessmentId(), a -> new HashMap<>()).put(r.getItem(),
                        found(r)));
        return found;
    }

    public static Map<String, Answer> plain(Map<String, Found> found) {
        var plain = new HashMap<String, Answer>();
        found.forEach((item, f) -> plain.put(item, f.answer()));
        return plain;
    }

    private static Found found(AssessmentAnswerRecord r) {
        return new Found(Answer.valueOf(r.getAnswer()), r.getEvidence(), r.getPlace(), r.getRoomId(), r.getMarkId(),
                mark(r.getPlanId(), r.getMarkAcross(), r.getMarkDown()), r.getAnsweredAt(), r.getAnsweredBy(),
                r.getAnsweredPerson());
    }

    private static @Nullable Mark mark(@Nullable UUID plan, @Nullable BigDecimal across, @Nullable BigDecimal down) {
        return plan == null || across == null || down == null
                ? null
                : new Mark(plan, across.doubleValue(), down.doubleValue());
    }

    /** As a column takes it. */
    static @Nullable BigDecimal percent(@Nullable Double value) {
        return value == null ? null : BigDecimal.valueOf(value);
    }

    @Transactional
    void put(SiteAssessment a, String item, Found f) {
        var t = ASSESSMENT_ANSWER;
        db.deleteFrom(t).where(t.ASSESSMENT_ID.eq(a.id())).and(t.ITEM.eq(item)).execute();
        db.insertInto(t).set(t.AGENCY_ID, a.agencyId()).set(t.ASSESSMENT_ID, a.id()).set(t.ITEM, item)
                .set(t.DISTRICT_ID, a.districtId()).set(t.ANSWER, f.answer().name())
                .set(t.EVIDENCE, f.evidence()).set(t.PLACE, f.place()).set(t.ROOM_ID, f.roomId())
                .set(t.MARK_ID, f.markId()).set(t.PLAN_ID, f.mark() == null ? null : f.mark().plan())
                .set(t.MARK_ACROSS, percent(f.mark() == null ? null : f.mark().across()))
                .set(t.MARK_DOWN, percent(f.mark() == null ? null : f.mark().down()))
                .set(t.ANSWERED_AT, f.at()).set(t.ANSWERED_BY, f.by()).set(t.ANSWERED_PERSON, f.person()).execute();
        if (f.mark() != null)
            placePhotos(a, ASSESSMENT_PHOTO.ITEM.eq(item).and(ASSESSMENT_PHOTO.PLAN_ID.isNull()), f.mark());
    }

    /** By a tap, so that no marked place holds any more. @param mark null: it stands on no plan */
    @Transactional
    void place(SiteAssessment a, String item, @Nullable Mark mark) {
        var t = ASSESSMENT_ANSWER;
        int placed = db.update(t).set(t.PLAN_ID, mark == null ? null : mark.plan())
                .set(t.MARK_ACROSS, percent(mark == null ? null : mark.across()))
                .set(t.MARK_DOWN, percent(mark == null ? null : mark.down())).setNull(t.ROOM_ID).setNull(t.MARK_ID)
                .where(t.ASSESSMENT_ID.eq(a.id())).and(t.ITEM.eq(item)).execute();
        if (placed == 0) throw new NotFound("an answer for " + item + " of assessment " + a.id());
        if (mark != null) placePhotos(a, ASSESSMENT_PHOTO.ITEM.eq(item).and(ASSESSMENT_PHOTO.PLAN_ID.isNull()), mark);
    }

    @Transactional
    void placePhoto(SiteAssessment a, UUID photo, @Nullable Mark mark) {
        placePhotos(a, ASSESSMENT_PHOTO.ID.eq(photo), mark);
    }

    /** A photo stands where its item does, unless it was placed by itself. */
    private void placePhotos(SiteAssessment a, Condition which, @Nullable Mark mark) {
        var p = ASSESSMENT_PHOTO;
        db.update(p).set(p.PLAN_ID, mark == null ? null : mark.plan())
                .set(p.MARK_ACROSS, percent(mark == null ? null : mark.across()))
                .set(p.MARK_DOWN, percent(mark == null ? null : mark.down())).where(p.ASSESSMENT_ID.eq(a.id()))
                .and(which).execute();
    }

    @Transactional
    void take(SiteAssessment a, String item) {
        db.deleteFrom(ASSESSMENT_ANSWER).where(ASSESSMENT_ANSWER.ASSESSMENT_ID.eq(a.id()))
                .and(ASSESSMENT_ANSWER.ITEM.eq(item)).execute();
    }

    public List<Measured> measured(Collection<UUID> assessments) {
        return measuredByAssessment(assessments).values().stream().flatMap(List::stream).toList();
    }

    public Map<UUID, List<Measured>> measuredByAssessment(Collection<UUID> assessments) {
        var t = ASSESSMENT_STEP;
        return db.selectFrom(t).where(t.ASSESSMENT_ID.in(assessments)).orderBy(t.SCENARIO, t.STEP).fetchGroups(
                t.ASSESSMENT_ID,
                r -> new Measured(r.get(t.SCENARIO), r.get(t.STEP), r.get(t.SECONDS), r.get(t.NOTICED), r.get(t.HOW),
                        r.get(t.BY_NAME)));
    }

    /** By step of the scenario. */
    public static Map<Integer, Seen> seen(List<Measured> all, String scenario) {
        var seen = new HashMap<Integer, Seen>();
        all.stream().filter(m -> m.scenario().equals(scenario))
                .forEach(m -> seen.put(m.step(), new Seen(m.seconds(), m.noticed())));
        return seen;
    }

    @Transactional
    void measure(SiteAssessment a, Measured m, Instant at) {
        var t = ASSESSMENT_STEP;
        db.deleteFrom(t).where(t.ASSESSMENT_ID.eq(a.id())).and(t.SCENARIO.eq(m.scenario())).and(t.STEP.eq(m.step()))
                .execute();
        if (m.seconds() == null && m.noticed() == null) return;
        db.insertInto(t).set(t.AGENCY_ID, a.agencyId()).set(t.ASSESSMENT_ID, a.id()).set(t.SCENARIO, m.scenario())
                .set(t.STEP, m.step()).set(t.DISTRICT_ID, a.districtId())
                .set(t.SECONDS, m.seconds()).set(t.NOTICED, m.noticed()).set(t.HOW, m.how()).set(t.BY_NAME, m.by())
                .set(t.AT, at).execute();
    }

    public List<Photo> photos(UUID assessment) {
        var p = ASSESSMENT_PHOTO;
        return db.select(p.ID, p.ITEM, p.CAPTION, p.PLAN_ID, p.MARK_ACROSS, p.MARK_DOWN, p.AT, p.BY_NAME).from(p)
                .where(p.ASSESSMENT_ID.eq(assessment)).orderBy(p.AT, p.ID)
                .fetch(r -> new Photo(r.get(p.ID), r.get(p.ITEM), r.get(p.CAPTION),
                        mark(r.get(p.PLAN_ID), r.get(p.MARK_ACROSS), r.get(p.MARK_DOWN)), r.get(p.AT),
                        r.get(p.BY_NAME)));
    }
}
