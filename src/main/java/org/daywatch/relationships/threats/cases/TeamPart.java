package org.daywatch.relationships.threats.cases;

/** For whom somebody speaks in a team; the model of a case says without whom nothing is decided. */
public enum TeamPart {
    ADMINISTRATOR, MENTAL_HEALTH, LAW_ENFORCEMENT, INSTRUCTION,
    /** Somebody who knows the student: heard, and not of those who decide. */
    KNOWS_STUDENT
}
