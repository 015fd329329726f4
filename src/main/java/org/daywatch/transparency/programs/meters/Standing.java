package org.daywatch.transparency.programs.meters;

/**
 * How a requirement stands, the most urgent first. What is unknown comes before what is well, so that it cannot hide
 * behind it; it is no zero.
 */
public enum Standing {
    /** The time is over and it was not done. */
    MISSED,
    /** Less was done than the school days gone by ask for. */
    BEHIND,
    /** Nothing can be said: nobody recorded anything, or the school's calendar is not known. */
    UNKNOWN,
    /** As much as the school days gone by ask for. */
    ON_PACE,
    MET,
    /** The rule begins later. */
    NOT_YET_IN_FORCE
}
