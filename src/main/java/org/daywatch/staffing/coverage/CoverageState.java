package org.daywatch.staffing.coverage;

/** How a school stands at this moment, the most urgent first: the order of the board. */
public enum CoverageState {
    /** A required post is empty now. */
    UNCOVERED,
    /**
     * A post that has not begun has nobody yet, or one that has begun waits for its officer, who is late but within
     * their grace.
     */
    AT_RISK,
    /** Somebody says they are there; the school has not confirmed it. */
    UNPROVEN,
    /** Every required post is filled now. */
    COVERED,
    /** The window has not begun; everybody is promised. */
    PROMISED,
    /** The day is over. */
    OVER
}
