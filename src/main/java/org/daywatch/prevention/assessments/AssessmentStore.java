package org.daywatch.prevention.assessments;

import static org.daywatch_db.prevention.Tables.ASSESSMENT;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Stale;
import org.daywatch.platform.identity.Role;
import org.daywatch.prevention.assessments.SiteAssessment.Assessor.Capacity;
import org.daywatch.prevention.assessments.SiteAssessment.Assessor;
import org.daywatch.prevention.assessments.SiteAssessment.HandedIn;
import org.daywatch.prevention.assessments.SiteAssessment.Response;
import org.daywatch.prevention.assessments.SiteAssessment.State;
import org.daywatch.prevention.assessments.SiteAssessment.Word;
import org.daywatch_db.prevention.tables.records.AssessmentRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Assessments as rows. */
@Repository
@Transactional
public class AssessmentStore {

    private final DSLContext db;

    AssessmentStore(DSLContext db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Optional<SiteAssessment> find(UUID id) {
        return db.selectFrom(ASSESSMENT).where(ASSESSMENT.ID.eq(id)).fetchOptional().map(AssessmentStore::assessment);
    }

    SiteAssessment lock(UUID id) {
        return db.selectFrom(ASSESSMENT).where(ASSESSMENT.ID.eq(id)).forNoKeyUpdate().fetchOptional()
                .map(AssessmentStore::assessment)
                .orElseThrow(() -> new NotFound("assessment " + id));
    }

    /** The last one first. */
    @Transactional(readOnly = true)
    public List<SiteAssessment> list(Condition which) {
        return db.selectFrom(ASSESSMENT).where(which)
                .orderBy(ASSESSMENT.DAY.desc().nullsFirst(), ASSESSMENT.STARTED_AT.desc(), ASSESSMENT.ID).fetch()
                .map(AssessmentStore::assessment);
    }

    void insert(SiteAssessment a) {
        db.insertInto(ASSESSMENT).set(ASSESSMENT.AGENCY_ID, a.agencyId()).set(ASSESSMENT.ID, a.id())
                .set(ASSESSMENT.DISTRICT_ID, a.districtId()).set(ASSESSMENT.SCHOOL_ID, a.schoolId())
                .set(ASSESSMENT.INSTRUMENT, a.instrument()).set(ASSESSMENT.EDITION, a.edition())
                .set(ASSESSMENT.STARTED_AT, a.startedAt()).set(ASSESSMENT.STARTED_BY, a.startedBy())
                .set(ASSESSMENT.RESPONSE_SECONDS, a.response() == null ? null : a.response().seconds())
                .set(ASSESSMENT.RESPONSE_SOURCE, a.response() == null ? "" : a.response().source())
                .set(ASSESSMENT.RESPONSE_MEASURED, a.response() != null && a.response().measured())
                .set(ASSESSMENT.STATE, a.state().code()).set(ASSESSMENT.VERSION, a.version()).execute();
    }

    /** Of a draft that is locked. */
    void respond(UUID id, @Nullable Response response) {
        db.update(ASSESSMENT).set(ASSESSMENT.RESPONSE_SECONDS, response == null ? null : response.seconds())
                .set(ASSESSMENT.RESPONSE_SOURCE, response == null ? "" : response.source())
                .set(ASSESSMENT.RESPONSE_MEASURED, response != null && response.measured()).where(ASSESSMENT.ID.eq(id))
                .execute();
    }

    /** @throws Stale when another version was saved meanwhile */
    void save(SiteAssessment a) {
        var row = db.selectFrom(ASSESSMENT).where(ASSESSMENT.ID.eq(a.id())).and(ASSESSMENT.VERSION.eq(a.version() - 1))
                .fetchOptional().orElseThrow(() -> new Stale("assessment " + a.id()));
        row.setState(a.state().code());
        row.setVersion(a.version());
        switch (a.state()) {
            case State.Draft(var returned) -> returned(row, Objects.requireNonNull(returned));
            case State.Submitted(var in) -> {
                row.setDay(in.day());
                row.setMinutes(in.minutes());
                row.setSubmittedAt(in.at());
                row.setSubmittedBy(in.name());
                row.setSubmittedPerson(in.person());
                row.setOfficerId(in.officerId());
                assessor(row, in.assessor());
            }
            case State.Accepted(var _, var accepted, var counts) -> {
                closed(row, accepted);
                row.setCounts(counts);
            }
            case State.Withdrawn(var withdrawn) -> closed(row, withdrawn);
        }
        row.update();
    }

    private static void assessor(AssessmentRecord row, @Nullable Assessor a) {
        row.setAssessorCapacity(a == null ? null : a.capacity().name());
        row.setAssessorOrganization(a == null ? "" : a.organization());
        row.setAssessorCredential(a == null ? "" : a.credential());
        row.setAssessorValidTo(a == null ? null : a.validTo());
    }

    private static void returned(AssessmentRecord row, Word returned) {
        row.setReturnedAt(returned.at());
        row.setReturnedBy(returned.name());
        row.setReturnedWhy(returned.words());
    }

    private static void closed(AssessmentRecord row, Word closed) {
        row.setClosedAt(closed.at());
        row.setClosedBy(closed.name());
        row.setClosedPerson(closed.person());
        row.setClosedWords(closed.words());
        row.setClosedRole(closed.role() == null ? null : closed.role().name());
    }

    private static SiteAssessment assessment(AssessmentRecord r) {
        var response = r.getResponseSeconds() == null
                ? null
                : new Response(r.getResponseSeconds(), r.getResponseSource(), r.getResponseMeasured());
        return new SiteAssessment(r.getAgencyId(), r.getId(), r.getDistrictId(), r.getSchoolId(), r.getInstrument(),
                r.getEdition(), r.getStartedAt(), r.getStartedBy(), response, state(r),
                r.getVersion());
    }

    private static State state(AssessmentRecord r) {
        return switch (r.getState()) {
            case "DRAFT" -> new State.Draft(r.getReturnedAt() == null
                    ? null
                    : new Word(null, Objects.requireNonNull(r.getReturnedBy()), r.getReturnedAt(), r.getReturnedWhy()));
            case "SUBMITTED" -> new State.Submitted(handedIn(r));
            case "ACCEPTED" -> new State.Accepted(handedIn(r), closed(r), r.getCounts());
            case "WITHDRAWN" -> new State.Withdrawn(closed(r));
            default ->
                throw new IllegalStateException("assessment " + r.getId() + " has the unknown state " + r.getState());
        };
    }

    private static HandedIn handedIn(AssessmentRecord r) {
        return new HandedIn(r.getSubmittedPerson(), r.getSubmittedBy(), r.getOfficerId(), r.getSubmittedAt(),
                r.getDay(), r.getMinutes(), assessor(r));
    }

    private static @Nullable Assessor assessor(AssessmentRecord r) {
        return r.getAssessorCapacity() == null
                ? null
                : new Assessor(Capacity.valueOf(r.getAssessorCapacity()), r.getAssessorOrganization(),
                        r.getAssessorCredential(), r.getAssessorValidTo());
    }

    private static Word closed(AssessmentRecord r) {
        return new Word(r.getClosedPerson(), r.getClosedBy(), r.getClosedAt(), r.getClosedWords(),
                r.getClosedRole() == null ? null : Role.valueOf(r.getClosedRole()));
    }

    List<SiteAssessment> goingOn(UUID school, String instrument) {
        return list(ASSESSMENT.SCHOOL_ID.eq(school).and(ASSESSMENT.INSTRUMENT.eq(instrument))
                .and(ASSESSMENT.STATE.in("DRAFT", "SUBMITTED")));
    }
}
