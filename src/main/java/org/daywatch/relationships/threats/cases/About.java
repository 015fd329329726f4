package org.daywatch.relationships.threats.cases;

/** To what one of the three agrees: what the case is, or its plan. */
public enum About {
    TRANSIENT, SERIOUS, VERY_SERIOUS, PLAN;

    /** The same question: one answer of each part counts. */
    boolean sameQuestion(About other) {
        return (this == PLAN) == (other == PLAN);
    }

    public boolean substantive() {
        return this == SERIOUS || this == VERY_SERIOUS;
    }
}
