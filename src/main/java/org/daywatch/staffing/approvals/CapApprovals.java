package org.daywatch.staffing.approvals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.StaffingRefusal;
import org.daywatch.staffing.approvals.CapApproval.Limit;
import org.daywatch.staffing.approvals.CapApproval.Said;
import org.daywatch.staffing.approvals.CapApproval.State;
import org.daywatch.staffing.approvals.CapApproval.Who;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks the department, and takes its answer. Asked with the agency's eyes, answered with the department's. */
@Component
@Transactional
public class CapApprovals {

    private static final Duration LONGEST_WINDOW = Duration.ofDays(35);

    private final CapApprovalStore approvals;
    private final Facts facts;
    private final Clock clock;

    CapApprovals(CapApprovalStore approvals, Facts facts, Clock clock) {
        this.approvals = approvals;
        this.facts = facts;
        this.clock = clock;
    }

    /** A post as an approval names it. */
    public record At(UUID post, String school, Window window) {}

    /** Asking twice for the same is asking once. */
    public UUID ask(Actor asker, UUID department, Who who, At at, Limit limit, String reason) {
        var before = approvals.pending(who.officerId(), at.post(), limit.policy());
        if (before.isPresent() && before.get().limit().reached().equals(limit.reached())) return before.get().id();
        var now = clock.instant();
        if (!at.window().end().isAfter(now)) throw new Refused(StaffingRefusal.APPROVAL_OVER);
        before.ifPresent(old -> decide(old, new CapApprovalCommand.Withdraw())); // the numbers have changed since
        var asked = new CapApproval(asker.tenant(), Ids.next(), department, who, at.post(), at.school(), at.window(),
                limit,
                new Said(asker.person(), asker.name(), now, reason.strip()), new State.Requested(), 0);
        approvals.insert(asked);
        facts.tell(asked.asking());
        return asked.id();
    }

    /** A word given before anybody asked: for a window, up to so many hours. */
    public UUID give(Actor supervisor, UUID agency, Who who, String what, Window window, Limit limit, String reason,
            Instant until) {
        if (limit.reached().compareTo(limit.cap()) <= 0)
            throw new InvalidInput("hours", "" + limit.reached().toHours(), "approvals.error.hours");
        if (window.length().compareTo(LONGEST_WINDOW) > 0)
            throw new InvalidInput("end", window.end().toString(), "approvals.error.long");
        var said = new Said(supervisor.person(), supervisor.name(), clock.instant(), reason.strip());
        var asked = new CapApproval(agency, Ids.next(), supervisor.tenant(), who, null, what.strip(), window, limit,
                said, new State.Requested(), 0);
        approvals.insert(asked);
        decide(asked, new CapApprovalCommand.Approve(said, until));
        return asked.id();
    }

    public void approve(Actor supervisor, UUID id, String reason, Instant until) {
        decide(own(supervisor, id), new CapApprovalCommand.Approve(said(supervisor, reason), until));
    }

    public void decline(Actor supervisor, UUID id, String reason) {
        decide(own(supervisor, id), new CapApprovalCommand.Decline(said(supervisor, reason)));
    }

    public void revoke(Actor supervisor, UUID id, String reason) {
        decide(own(supervisor, id), new CapApprovalCommand.Revoke(said(supervisor, reason)));
    }

    /** Anyone who asked takes the question back, or the coordinator does for them. */
    public void withdraw(UUID id) {
        decide(approvals.get(id), new CapApprovalCommand.Withdraw());
    }

    private CapApproval own(Actor supervisor, UUID id) {
        var approval = approvals.get(id);
        if (!approval.departmentId().equals(supervisor.tenant())) throw new NotFound("approval " + id);
        return approval;
    }

    private void decide(CapApproval approval, CapApprovalCommand command) {
        var decided = approval.decide(command, clock.instant()).orThrow();
        approvals.save(decided.state());
        facts.tell(decided.facts());
    }

    private Said said(Actor actor, String reason) {
        return new Said(actor.person(), actor.name(), clock.instant(), reason.strip());
    }
}
