package org.daywatch.staffing.approvals;

/**
 * REQUESTED: waits for the department. APPROVED: holds until it ends. DECLINED, WITHDRAWN: never held. REVOKED: held
 * once.
 */
public enum ApprovalState {
    REQUESTED, APPROVED, DECLINED, WITHDRAWN, REVOKED
}
