package org.daywatch.staffing.approvals;

import static org.daywatch_db.staffing.Tables.CAP_APPROVAL;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Stale;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.approvals.CapApproval.Limit;
import org.daywatch.staffing.approvals.CapApproval.Said;
import org.daywatch.staffing.approvals.CapApproval.State;
import org.daywatch.staffing.approvals.CapApproval.Who;
import org.daywatch_db.staffing.tables.records.CapApprovalRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.types.YearToSecond;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Approvals as stored: the agency and the officer's department see the same rows. */
@Repository
@Transactional
public class CapApprovalStore {

    private final DSLContext db;

    CapApprovalStore(DSLContext db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public CapApproval get(UUID id) {
        return db.selectFrom(CAP_APPROVAL).where(CAP_APPROVAL.ID.eq(id)).fetchOptional(CapApprovalStore::approval)
                .orElseThrow(() -> new NotFound("approval " + id));
    }

    /** Of these officers, what holds at a moment. */
    @Transactional(readOnly = true)
    public Map<UUID, List<CapApproval>> inForce(Collection<UUID> officers, Instant now) {
        return db.selectFrom(CAP_APPROVAL).where(CAP_APPROVAL.OFFICER_ID.in(officers))
                .and(CAP_APPROVAL.STATE.eq("APPROVED")).and(CAP_APPROVAL.EXPIRES_AT.gt(now))
                .orderBy(CAP_APPROVAL.DECIDED_AT).fetchGroups(CAP_APPROVAL.OFFICER_ID, CapApprovalStore::approval);
    }

    /** What was asked about one post, newest first; of one officer, or of all. */
    @Transactional(readOnly = true)
    public List<CapApproval> ofPost(UUID post, @Nullable UUID officer) {
        var whose = officer == null ? org.jooq.impl.DSL.noCondition() : CAP_APPROVAL.OFFICER_ID.eq(officer);
        return list(CAP_APPROVAL.POST_ID.eq(post).and(whose));
    }

    @Transactional(readOnly = true)
    public List<CapApproval> ofDepartment(UUID department) {
        return list(CAP_APPROVAL.DEPARTMENT_ID.eq(department));
    }

    Optional<CapApproval> pending(UUID officer, UUID post, String policy) {
        return list(CAP_APPROVAL.OFFICER_ID.eq(officer).and(CAP_APPROVAL.POST_ID.eq(post))
                .and(CAP_APPROVAL.POLICY_ID.eq(policy))
                .and(CAP_APPROVAL.STATE.eq("REQUESTED"))).stream().findFirst();
    }

    void insert(CapApproval a) {
        var row = db.newRecord(CAP_APPROVAL);
        row.setAgencyId(a.agencyId());
        row.setId(a.id());
        row.setDepartmentId(a.departmentId());
        row.setOfficerId(a.who().officerId());
        row.setOfficerName(a.who().name());
        row.setPostId(a.postId());
        row.setPlace(a.place());
        row.setStartsAt(a.window().start());
        row.setEndsAt(a.window().end());
        row.setPolicyId(a.limit().policy());
        row.setPolicyWords(a.limit().words());
        row.setReached(interval(a.limit().reached()));
        row.setCap(interval(a.limit().cap()));
        row.setAskedBy(a.asked().person());
        row.setAskedByName(a.asked().name());
        row.setAskedAt(a.asked().at());
        row.setAskedReason(a.asked().reason());
        row.setState(a.state().code().name());
        row.setVersion(0);
        row.insert();
    }

    /** @throws Stale when somebody else answered first */
    void save(CapApproval a) {
        var row = db.selectFrom(CAP_APPROVAL).where(CAP_APPROVAL.ID.eq(a.id()))
                .and(CAP_APPROVAL.VERSION.eq(a.version())).forUpdate().fetchOne();
        if (row == null) throw new Stale("approval " + a.id());
        row.setState(a.state().code().name());
        switch (a.state()) {
            case State.Approved(var by, var until) -> {
                decided(row, by);
                row.setExpiresAt(until);
            }
            case State.Declined(var by) -> decided(row, by);
            case State.Revoked(var before, var until, var by) -> {
                row.setRevokedBy(by.person());
                row.setRevokedByName(by.name());
                row.setRevokedAt(by.at());
                row.setRevokedReason(by.reason());
            }
            case State.Requested _,State.Withdrawn _ -> {}
        }
        row.setVersion(a.version() + 1);
        row.update();
    }

    private static void decided(CapApprovalRecord row, Said by) {
        row.setDecidedBy(by.person());
        row.setDecidedByName(by.name());
        row.setDecidedAt(by.at());
        row.setDecidedReason(by.reason());
    }

    private List<CapApproval> list(Condition which) {
        return db.selectFrom(CAP_APPROVAL).where(which).orderBy(CAP_APPROVAL.ASKED_AT.desc(), CAP_APPROVAL.ID.desc())
                .fetch(CapApprovalStore::approval);
    }

    private static CapApproval approval(CapApprovalRecord r) {
        return new CapApproval(r.getAgencyId(), r.getId(), r.getDepartmentId(),
                new Who(r.getOfficerId(), r.getOfficerName()), r.getPostId(), r.getPlace(),
                new Window(r.getStartsAt(), r.getEndsAt()),
                new Limit(r.getPolicyId(), r.getPolicyWords(), r.getReached().toDuration(), r.getCap().toDuration()),
                new Said(r.getAskedBy(), r.getAskedByName(), r.getAskedAt(), r.getAskedReason()), state(r),
                r.getVersion());
    }

    private static State state(CapApprovalRecord r) {
        return switch (ApprovalState.valueOf(r.getState())) {
            case REQUESTED -> new State.Requested();
            case APPROVED -> new State.Approved(decision(r), r.getExpiresAt());
            case DECLINED -> new State.Declined(decision(r));
            case WITHDRAWN -> new State.Withdrawn();
            case REVOKED -> new State.Revoked(decision(r), r.getExpiresAt(),
                    new Said(r.getRevokedBy(), r.getRevokedByName(), r.getRevokedAt(), r.getRevokedReason()));
        };
    }

    private static Said decision(CapApprovalRecord r) {
        return new Said(r.getDecidedBy(), r.getDecidedByName(), r.getDecidedAt(), r.getDecidedReason());
    }

    private static YearToSecond interval(Duration length) {
        return YearToSecond.valueOf(length);
    }
}
