package org.daywatch.restorative.gate;

/** Whose business something is. Each names the clause of the agreement that says so. */
public enum GatePath {
    /** Somebody is in danger, or nobody knows yet that nobody is. */
    PROTECT("EMERGENCIES"),
    /** A crime that must be reported. */
    POLICE("REPORTING"),
    /** Everything else: the school's, and no officer's. */
    SCHOOL("DISCIPLINE");

    private final String clause;

    GatePath(String clause) {
        this.clause = clause;
    }

    /** The topic of the agreement's clause. */
    public String clause() {
        return clause;
    }
}
