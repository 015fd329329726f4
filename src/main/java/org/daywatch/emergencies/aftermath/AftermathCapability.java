package org.daywatch.emergencies.aftermath;

/** What is looked at afterward. */
public enum AftermathCapability {
    ALERTING, PROTECTING, COMMAND, COMMUNICATION, ACCOUNTABILITY, MEDICAL, RELEASE, REUNIFICATION;

    /**
     * How well it worked: performed without challenges, with some, with major ones, unable to perform. Source: HSEEP.
     */
    public enum Rating {
        P, S, M, U
    }
}
