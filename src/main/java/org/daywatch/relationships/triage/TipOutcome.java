package org.daywatch.relationships.triage;

/** How a tip ended. Several may be so at once; nobody is closed without one. */
public enum TipOutcome {
    COUNSELING, SAFETY_PLAN, THREAT_ASSESSMENT, PARENT_TOLD, WELFARE_CHECK, HOSPITAL, POLICE_ACTION,
    /** Nothing was found. */
    UNFOUNDED,
    /** Not so, and whoever wrote it believed it: no false report. */
    MISTAKEN,
    /** Not so, and meant to harm. Said only with a reason. */
    FALSE_WITH_INTENT;

    /** What was said was not so, whether somebody meant harm or not. */
    public boolean wasNotSo() {
        return this == UNFOUNDED || this == MISTAKEN || this == FALSE_WITH_INTENT;
    }
}
