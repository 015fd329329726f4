package org.daywatch.planning.operationsplans;

import static org.daywatch_db.planning.Tables.OPERATIONS_PLAN;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.planning.PlanningRefusal;
import org.daywatch.planning.operationsplans.OperationsPlan.Approval;
import org.daywatch.planning.operationsplans.OperationsPlan.State;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.errors.Stale;
import org.daywatch_db.planning.tables.records.OperationsPlanRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Editions of plans as stored, without what they say. Agency and district see them. */
@Repository
@Transactional
public class OperationsPlanStore {

    private final DSLContext db;

    OperationsPlanStore(DSLContext db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public OperationsPlan get(UUID id) {
        return list(OPERATIONS_PLAN.ID.eq(id)).stream().findFirst()
                .orElseThrow(() -> new NotFound("operations plan " + id));
    }

    /** All editions of a school, the newest first. */
    @Transactional(readOnly = true)
    public List<OperationsPlan> ofSchool(UUID school) {
        return list(OPERATIONS_PLAN.SCHOOL_ID.eq(school));
    }

    @Transactional(readOnly = true)
    public List<OperationsPlan> ofSchools(Collection<UUID> schools) {
        return list(OPERATIONS_PLAN.SCHOOL_ID.in(schools));
    }

    @Transactional(readOnly = true)
    public Optional<OperationsPlan> inForce(UUID school) {
        return ofSchool(school).stream().filter(p -> p.state().inForce()).findFirst();
    }

    /** Held by this transaction until it ends, so that two writers come one after the other. */
    public OperationsPlan lock(UUID id) {
        return db.selectFrom(OPERATIONS_PLAN).where(OPERATIONS_PLAN.ID.eq(id)).forNoKeyUpdate()
                .fetchOptional(OperationsPlanStore::plan).orElseThrow(() -> new NotFound("operations plan " + id));
    }

    /** @throws Refused when another edition of the school is being written */
    void insert(OperationsPlan plan) {
        try {
            db.insertInto(OPERATIONS_PLAN).set(row(plan)).execute();
        } catch (DuplicateKeyException another) {
            throw new Refused(PlanningRefusal.PLAN_IN_WORK);
        }
    }

    /** @throws Stale when somebody else saved first */
    void save(OperationsPlan plan) {
        var row = row(plan);
        row.setVersion(plan.version() + 1);
        if (db.update(OPERATIONS_PLAN).set(row).where(OPERATIONS_PLAN.ID.eq(plan.id()))
                .and(OPERATIONS_PLAN.VERSION.eq(plan.version())).execute() == 0) {
            throw new Stale("operations plan " + plan.id());
        }
    }

    /** Plans in force whose review is due by that day and of which nobody was reminded. */
    List<OperationsPlan> unreminded(LocalDate dueBy) {
        return list(OPERATIONS_PLAN.STATE.in("APPROVED", "REVIEWED").and(OPERATIONS_PLAN.REVIEW_BY.le(dueBy))
                .and(OPERATIONS_PLAN.REMINDED_FOR.isDistinctFrom(OPERATIONS_PLAN.REVIEW_BY)));
    }

    void reminded(UUID id) {
        db.update(OPERATIONS_PLAN).set(OPERATIONS_PLAN.REMINDED_FOR, OPERATIONS_PLAN.REVIEW_BY)
                .where(OPERATIONS_PLAN.ID.eq(id)).execute();
    }

    int nextEdition(UUID school) {
        return db.select(DSL.coalesce(DSL.max(OPERATIONS_PLAN.EDITION), 0)).from(OPERATIONS_PLAN)
                .where(OPERATIONS_PLAN.SCHOOL_ID.eq(school)).fetchSingle().value1() + 1;
    }

    private List<OperationsPlan> list(Condition which) {
        return db.selectFrom(OPERATIONS_PLAN).where(which)
                .orderBy(OPERATIONS_PLAN.SCHOOL_ID, OPERATIONS_PLAN.EDITION.desc()).fetch(OperationsPlanStore::plan);
    }

    private static OperationsPlan plan(OperationsPlanRecord r) {
        return new OperationsPlan(r.getId(), r.getAgencyId(), r.getDistrictId(), r.getSchoolId(), r.getEdition(),
                state(r), Set.copyOf(Arrays.asList(r.getWriters())), r.getBegunAt(),
                r.getBegunBy(), r.getVersion());
    }

    private static State state(OperationsPlanRecord r) {
        return switch (r.getState()) {
            case "DRAFT" -> new State.Draft(r.getReturned());
            case "IN_REVIEW" -> new State.InReview(r.getSubmittedBy(), r.getSubmittedAt());
            case "APPROVED" -> new State.Approved(approval(r), r.getReviewBy());
            case "REVIEWED" ->
                new State.Reviewed(approval(r), new Approval(r.getReviewedOn(), r.getReviewedBy()), r.getReviewBy());
            case "SUPERSEDED" -> new State.Superseded(approval(r), r.getReviewBy(), r.getSupersededOn());
            default ->
                throw new IllegalStateException("unknown state of operations plan " + r.getId() + ": " + r.getState());
        };
    }

    private static Approval approval(OperationsPlanRecord r) {
        return new Approval(r.getApprovedOn(), Objects.requireNonNull(r.getApprovedBy()));
    }

    private static OperationsPlanRecord row(OperationsPlan p) {
        var row = new OperationsPlanRecord();
        row.setAgencyId(p.agencyId());
        row.setId(p.id());
        row.setDistrictId(p.districtId());
        row.setSchoolId(p.schoolId());
        row.setEdition(p.edition());
        row.setState(p.state().code());
        row.setWriters(p.writers().toArray(UUID[]::new));
        row.setBegunAt(p.begunAt());
        row.setBegunBy(p.begunBy());
        row.setVersion(p.version());
        row.setReturned("");
        switch (p.state()) {
            case State.Draft(var returned) -> row.setReturned(returned);
            case State.InReview(var by, var at) -> {
                row.setSubmittedBy(by);
                row.setSubmittedAt(at);
            }
            case State.Approved(var approval, var reviewBy) -> decided(row, approval, null, reviewBy);
            case State.Reviewed(var approval, var review, var reviewBy) -> decided(row, approval, review, reviewBy);
            case State.Superseded(var approval, var reviewBy, var on) -> {
                decided(row, approval, null, reviewBy);
                row.setSupersededOn(on);
            }
        }
        return row;
    }

    private static void decided(OperationsPlanRecord row, Approval approval, @Nullable Approval review,
            LocalDate reviewBy) {
        row.setApprovedOn(approval.day());
        row.setApprovedBy(approval.by());
        row.setReviewBy(reviewBy);
        if (review == null) return;
        row.setReviewedOn(review.day());
        row.setReviewedBy(review.by());
    }
}
