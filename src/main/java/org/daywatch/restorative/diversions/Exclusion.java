package org.daywatch.restorative.diversions;

/** By what a school keeps a student out of their classes. */
public enum Exclusion {
    IN_SCHOOL_SUSPENSION, OUT_OF_SCHOOL_SUSPENSION, EXPULSION, OTHER_SCHOOL
}
