package org.daywatch.staffing.coverage;

/** Why a minute stood uncovered. */
public enum GapReason {
    /** Nobody had taken the post. */
    NOT_FILLED,
    /** Somebody had taken it and gave it back or was cancelled; nobody came instead. */
    CALLED_OFF,
    /** The officer was expected, had not come yet, and came later or may still come. */
    LATE,
    /** The officer never came. */
    NO_SHOW,
    /** They checked out before the window ended. */
    LEFT_EARLY,
    /** They left campus during their shift. */
    OFF_CAMPUS,
    /** They say they are there; nobody at the school has confirmed it. */
    CHECK_IN_UNPROVEN
}
