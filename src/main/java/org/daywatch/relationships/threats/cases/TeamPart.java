package org.daywatch.relationships.threats.cases;

/** The three without whom nothing is decided. */
public enum TeamPart {
    ADMINISTRATOR, MENTAL_HEALTH, LAW_ENFORCEMENT
}
