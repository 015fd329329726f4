package org.daywatch.planning.operationsplans.content;

/** What a school must be able to do, whatever the hazard. */
public enum FunctionalAnnex {
    EVACUATION, LOCKDOWN, SHELTER_IN_PLACE, ACCOUNTING, COMMUNICATIONS, REUNIFICATION, CONTINUITY, RECOVERY, HEALTH,
    SECURITY
}
