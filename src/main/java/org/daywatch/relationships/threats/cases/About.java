package org.daywatch.relationships.threats.cases;

/** To what somebody of the team agrees: what the case is, or its plan; or that somebody was heard. */
public enum About {
    TRANSIENT, SERIOUS, VERY_SERIOUS, LOW, MEDIUM, HIGH,
    /** Somebody who knows the student told what they know, and decided nothing. */
    HEARD, PLAN;

    /** The same question: one answer of each part counts. */
    boolean sameQuestion(About other) {
        return (this == PLAN) == (other == PLAN);
    }

    public boolean substantive() {
        return this == SERIOUS || this == VERY_SERIOUS || this == MEDIUM || this == HIGH;
    }

    /** What was written is destroyed on its day. */
    public boolean fades() {
        return this == TRANSIENT || this == LOW;
    }
}
