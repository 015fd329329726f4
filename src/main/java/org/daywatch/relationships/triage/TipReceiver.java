package org.daywatch.relationships.triage;

/** To whom a tip is routed. */
public enum TipReceiver {
    SCHOOL, MENTAL_HEALTH, POLICE
}
