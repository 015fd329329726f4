package org.daywatch.planning.drills;

/** What a drill tries out; the words of the after-action report of an incident. */
public enum Capability {
    ALERTING, PROTECTING, COMMAND, COMMUNICATION, ACCOUNTABILITY, MEDICAL, RELEASE, REUNIFICATION;

    /** HSEEP: performed without challenges, with some, with major ones, unable to be performed. */
    public enum Rating {
        P, S, M, U
    }
}
