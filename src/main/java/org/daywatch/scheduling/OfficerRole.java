package org.daywatch.scheduling;

/** In what role the officer is wanted. */
public enum OfficerRole {
    /** School resource officer: assigned on duty by a department. */
    SRO,
    /** School safety officer: works off duty, by the day. */
    SSO,
    /** Juvenile probation officer. */
    JPO
}
