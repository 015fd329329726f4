package org.daywatch.relationships.triage;

/** How soon a tip must be read. */
public enum TipClass {
    /** Somebody may die: people who are on duty read it within minutes, at any hour. */
    LIFE_SAFETY,
    /** Read by the next school day. */
    ROUTINE
}
