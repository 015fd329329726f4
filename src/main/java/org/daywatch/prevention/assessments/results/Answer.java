package org.daywatch.prevention.assessments.results;

/**
 * What was found for an item. Where nobody has said yet there is none: unknown, which is neither in place nor missing.
 */
public enum Answer {
    IN_PLACE, PARTLY, NOT, NOT_APPLICABLE;

    /** Something is to be mended. */
    public boolean gap() {
        return this == PARTLY || this == NOT;
    }
}
