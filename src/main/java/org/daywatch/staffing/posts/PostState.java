package org.daywatch.staffing.posts;

/**
 * DRAFT: made, not yet shown to officers. OPEN: may be taken. HELD: kept for one officer. FILLED: taken. CANCELLED: not
 * needed.
 */
public enum PostState {
    DRAFT, OPEN, HELD, FILLED, CANCELLED
}
