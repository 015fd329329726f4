package org.daywatch.emergencies;

/**
 * Whether an alert is meant. Set when it is created and never changed: no command, no column update can. Source: CAP
 * 1.2 status.
 */
public enum AlertStatus {
    /** The real thing. */
    ACTUAL,
    /** A drill that people take part in. */
    EXERCISE,
    /** A silent test of the path to devices; nobody is asked to do anything. */
    TEST
}
