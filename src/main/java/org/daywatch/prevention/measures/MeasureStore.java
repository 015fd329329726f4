package org.daywatch.prevention.measures;

import static org.daywatch_db.prevention.Tables.MEASURE;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Stale;
import org.daywatch.prevention.findings.Finding.CostClass;
import org.daywatch.prevention.measures.Measure.State;
import org.daywatch.prevention.measures.Measure.Word;
import org.daywatch_db.prevention.tables.records.MeasureRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Measures as rows. */
@Repository
@Transactional
public class MeasureStore {

    private final DSLContext db;

    MeasureStore(DSLContext db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Optional<Measure> find(UUID id) {
        return db.selectFrom(MEASURE).where(MEASURE.ID.eq(id)).fetchOptional().map(MeasureStore::measure);
    }

    Measure lock(UUID id) {
        return db.selectFrom(MEASURE).where(MEASURE.ID.eq(id)).forNoKeyUpdate().fetchOptional()
                .map(MeasureStore::measure).orElseThrow(() -> new NotFound("measure " + id));
    }

    /** The last proposed first. */
    @Transactional(readOnly = true)
    List<Measure> ofAssessment(UUID assessment) {
        return list(MEASURE.ASSESSMENT_ID.eq(assessment));
    }

    public List<Measure> list(Condition which) {
        return db.selectFrom(MEASURE).where(which).orderBy(MEASURE.PROPOSED_AT.desc(), MEASURE.ID).fetch()
                .map(MeasureStore::measure);
    }

    /** @return false where the same was proposed out of the same assessment before */
    boolean insert(Measure m) {
        return db.insertInto(MEASURE).set(MEASURE.AGENCY_ID, m.agencyId()).set(MEASURE.ID, m.id())
                .set(MEASURE.DISTRICT_ID, m.districtId()).set(MEASURE.SCHOOL_ID, m.schoolId())
                .set(MEASURE.ASSESSMENT_ID, m.assessmentId()).set(MEASURE.ITEM, m.item()).set(MEASURE.ABOUT, m.about())
                .set(MEASURE.WHAT, m.what()).set(MEASURE.COST_CLASS, m.cost().name())
                .set(MEASURE.DOLLARS, m.dollars()).set(MEASURE.PAYER, m.payer()).set(MEASURE.STATE, m.state().code())
                .set(MEASURE.PROPOSED_AT, m.proposed().at())
                .set(MEASURE.PROPOSED_BY, m.proposed().name()).set(MEASURE.PROPOSED_PERSON, m.proposed().person())
                .set(MEASURE.VERSION, m.version()).onConflictDoNothing().execute() == 1;
    }

    /** @throws Stale when another version was saved meanwhile */
    void save(Measure m) {
        var row = db.selectFrom(MEASURE).where(MEASURE.ID.eq(m.id())).and(MEASURE.VERSION.eq(m.version() - 1))
                .fetchOptional().orElseThrow(() -> new Stale("measure " + m.id()));
        row.setState(m.state().code());
        row.setVersion(m.version());
        row.setDollars(m.dollars());
        row.setPayer(m.payer());
        switch (m.state()) {
            case State.Proposed() -> { /* nothing leads back to it */ }
            case State.Approved(var approved) -> decided(row, approved);
            case State.Rejected(var rejected) -> decided(row, rejected);
            case State.Done(var _, var done, var paid) -> {
                row.setDoneAt(done.at());
                row.setDoneBy(done.name());
                row.setDoneHow(done.words());
                row.setPaidDollars(paid);
            }
        }
        row.update();
    }

    private static void decided(MeasureRecord row, Word decided) {
        row.setDecidedAt(decided.at());
        row.setDecidedBy(decided.name());
        row.setDecidedPerson(decided.person());
        row.setDecidedWords(decided.words());
    }

    private static Measure measure(MeasureRecord r) {
        return new Measure(r.getAgencyId(), r.getId(), r.getDistrictId(), r.getSchoolId(), r.getAssessmentId(),
                r.getItem(), r.getAbout(), r.getWhat(), CostClass.valueOf(r.getCostClass()),
                r.getDollars(), r.getPayer(), new Word(r.getProposedPerson(), r.getProposedBy(), r.getProposedAt(), ""),
                state(r), r.getVersion());
    }

    private static State state(MeasureRecord r) {
        return switch (r.getState()) {
            case "PROPOSED" -> new State.Proposed();
            case "APPROVED" -> new State.Approved(decided(r));
            case "REJECTED" -> new State.Rejected(decided(r));
            case "DONE" -> new State.Done(decided(r),
                    new Word(null, Objects.requireNonNull(r.getDoneBy()), r.getDoneAt(), r.getDoneHow()),
                    r.getPaidDollars());
            default ->
                throw new IllegalStateException("measure " + r.getId() + " has the unknown state " + r.getState());
        };
    }

    private static Word decided(MeasureRecord r) {
        return new Word(r.getDecidedPerson(), Objects.requireNonNull(r.getDecidedBy()), r.getDecidedAt(),
                r.getDecidedWords());
    }
}
