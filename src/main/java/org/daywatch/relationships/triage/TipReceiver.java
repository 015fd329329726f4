package org.daywatch.relationships.triage;

/**
 * To whom a tip is routed. POLICE: the officer on post, as the school's agent; DEPARTMENT: the police of the district.
 */
public enum TipReceiver {
    SCHOOL, MENTAL_HEALTH, POLICE, DEPARTMENT
}
