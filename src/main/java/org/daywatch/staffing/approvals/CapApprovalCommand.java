package org.daywatch.staffing.approvals;

import java.time.Instant;
import org.daywatch.staffing.approvals.CapApproval.Said;

/** Everything that can be done with a question to the department. */
public sealed interface CapApprovalCommand {

    record Approve(Said by, Instant until) implements CapApprovalCommand {}

    record Decline(Said by) implements CapApprovalCommand {}

    /** By whoever asked. */
    record Withdraw() implements CapApprovalCommand {}

    /** Nothing new can be taken on it; what was taken stands until a coordinator decides otherwise. */
    record Revoke(Said by) implements CapApprovalCommand {}
}
