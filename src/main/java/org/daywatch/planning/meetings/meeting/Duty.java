package org.daywatch.planning.meetings.meeting;

/** The four duties of a safety team; what else is talked about is its own. */
public enum Duty {
    ASSESS_NEEDS, USE_OF_OFFICERS, PREVENTION, RECOMMENDATIONS, OWN
}
