package org.daywatch.mentoring.matches;

/** Where a match stands. */
public enum MatchStage {
    REFERRED, CONSENTED, SCREENED, MATCHED, ACTIVE, CLOSING, CLOSED, DECLINED;

    /** Nobody writes in it any more. */
    public boolean isOver() { return this == CLOSED || this == DECLINED; }

    /** The two have each other. */
    public boolean meets() {
        return this == MATCHED || this == ACTIVE || this == CLOSING;
    }
}
