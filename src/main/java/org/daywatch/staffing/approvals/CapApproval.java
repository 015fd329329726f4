package org.daywatch.staffing.approvals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.events.Decision;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.caps.CapReading;
import org.daywatch.staffing.StaffingEvent.CapApprovalAsked;
import org.daywatch.staffing.StaffingEvent.CapApprovalDeclined;
import org.daywatch.staffing.StaffingEvent.CapApprovalGiven;
import org.daywatch.staffing.StaffingEvent.CapApprovalRevoked;
import org.daywatch.staffing.StaffingEvent.CapApprovalWithdrawn;
import org.daywatch.staffing.StaffingRefusal;
import org.jspecify.annotations.Nullable;

/**
 * One officer, one limit, one post or one window: the department's word, which lets them go so far and no further.
 *
 * @param postId null: any post inside the window
 * @param place the school, or what the window is for
 */
public record CapApproval(UUID agencyId, UUID id, UUID departmentId, Who who, @Nullable UUID postId, String place,
        Window window, Limit limit,
        Said asked, State state, int version) {

    public record Who(UUID officerId, String name) {}

    /** @param reached how far they may go under the policy; {@code cap} is what it allows without anybody's word */
    public record Limit(String policy, String words, Duration reached, Duration cap) {}

    /** Somebody said something: who, when, why. */
    public record Said(UUID person, String name, Instant at, String reason) {}

    /** One of them is asked for and not answered. */
    public static boolean anyRequested(List<CapApproval> approvals) {
        return approvals.stream().anyMatch(approval -> approval.state instanceof State.Requested);
    }

    public sealed interface State {

        record Requested() implements State {}

        record Approved(Said by, Instant until) implements State {}

        record Declined(Said by) implements State {}

        record Withdrawn() implements State {}

        record Revoked(Said approved, Instant until, Said by) implements State {}

        default ApprovalState code() {
            return ApprovalState.valueOf(getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT));
        }
    }

    public Decision<CapApproval> decide(CapApprovalCommand command, Instant now) {
        return switch (command) {
            case CapApprovalCommand.Approve(var by, var until) -> approved(by, until, now);
            case CapApprovalCommand.Decline(var by) -> {
                if (!(state instanceof State.Requested)) yield Decision.refuse(StaffingRefusal.APPROVAL_DECIDED);
                if (by.reason().isBlank()) yield Decision.refuse(StaffingRefusal.REASON_MISSING);
                yield accept(new State.Declined(by), new CapApprovalDeclined(agencyId, id, now, who.officerId(),
                        departmentId, place, window, by.name(), by.reason()));
            }
            case CapApprovalCommand.Withdraw _ -> state instanceof State.Requested
                    ? accept(new State.Withdrawn(),
                            new CapApprovalWithdrawn(agencyId, id, now, who.officerId(), departmentId))
                    : Decision.refuse(StaffingRefusal.APPROVAL_DECIDED);
            case CapApprovalCommand.Revoke(var by) -> {
                if (!(state instanceof State.Approved(var word, var until)))
                    yield Decision.refuse(StaffingRefusal.APPROVAL_NOT_GIVEN);
                if (by.reason().isBlank()) yield Decision.refuse(StaffingRefusal.REASON_MISSING);
                yield accept(new State.Revoked(word, until, by),
                        new CapApprovalRevoked(agencyId, id, now, who.officerId(), departmentId, place, window,
                                by.name(), by.reason()));
            }
        };
    }

    private Decision<CapApproval> approved(Said by, Instant until, Instant now) {
        if (!(state instanceof State.Requested)) return Decision.refuse(StaffingRefusal.APPROVAL_DECIDED);
        if (by.reason().isBlank()) return Decision.refuse(StaffingRefusal.REASON_MISSING);
        if (!window.end().isAfter(now)) return Decision.refuse(StaffingRefusal.APPROVAL_OVER);
        if (!until.isAfter(now) || until.isAfter(window.end()))
            return Decision.refuse(StaffingRefusal.APPROVAL_EXPIRY_WRONG);
        return accept(new State.Approved(by, until),
                new CapApprovalGiven(agencyId, id, now, who.officerId(), departmentId, place, window,
                        limit.policy(), limit.reached(), limit.cap(), until, by.name(), by.reason()));
    }

    /** The first fact of a question that was asked. */
    CapApprovalAsked asking() {
        return new CapApprovalAsked(agencyId, id, asked.at(), who.officerId(), departmentId, place, window,
                limit.policy(), limit.reached(), limit.cap());
    }

    /** Whether it lets them take this post: the same limit, this window, and no further than was said. */
    public boolean permits(String policy, UUID post, Window job, CapReading reading, boolean rest) {
        boolean here = (postId == null || postId.equals(post)) && !job.start().isBefore(window.start())
                && !job.end().isAfter(window.end());
        int further = reading.reached().compareTo(limit.reached());
        return state instanceof State.Approved && here && limit.policy().equals(policy)
                && (rest ? further >= 0 : further <= 0);
    }

    /** Nobody needs to answer any more: what was asked about has begun. */
    public boolean pending(Instant now) {
        return state instanceof State.Requested && window.end().isAfter(now);
    }

    public boolean inForce(Instant now) {
        return state instanceof State.Approved(var by, var until) && until.isAfter(now);
    }

    private Decision<CapApproval> accept(State next, org.daywatch.staffing.StaffingEvent fact) {
        return Decision.accept(
                new CapApproval(agencyId, id, departmentId, who, postId, place, window, limit, asked, next, version),
                fact);
    }
}
