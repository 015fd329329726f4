package org.daywatch.emergencies;

/** How an alert ends. */
public enum AlertEnding {
    /** The danger, or the drill, is over. */
    ALL_CLEAR,
    /** There never was one. */
    FALSE_ALARM
}
