package org.daywatch.transparency.activitylog;

/** Why lines change without anybody's own words. */
public enum WeekChange {
    /** A punch was corrected, taken back or confirmed otherwise. */
    CLOCK_CORRECTED,
    /** Another room told something new. */
    FACT_HEARD,
    /** A lesson has its own record now, and what was typed of it gave way. */
    LESSON_TOLD,
    /** A round or a site assessment has its own record now, and what was typed of it gave way. */
    RECORD_TOLD,
    /** Written before the signature on a phone that had no connection. */
    LATE_ENTRY
}
