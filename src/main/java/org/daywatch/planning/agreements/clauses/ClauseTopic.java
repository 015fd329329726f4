package org.daywatch.planning.agreements.clauses;

/**
 * What a clause is about, in the order in which an agreement speaks of it. The library has one clause for each but the
 * first and the last.
 */
public enum ClauseTopic {
    PARTIES, PURPOSE, ROLES, ASSIGNMENT, SCHEDULE, SUPERVISION, DISCIPLINE, INFORMATION_SHARING, DATA, ARRESTS, FORCE,
    RESTRAINT, FIREARMS, REPORTING, EMERGENCIES, COMMUNICATION,
    POLICIES, TRAINING, ABSENCE, COMPLAINTS, PAYMENT, TERM, OTHER;

    public boolean inLibrary() {
        return this != PARTIES && this != OTHER;
    }
}
