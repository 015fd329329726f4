package org.daywatch.restorative.gate;

import java.util.List;

/**
 * What somebody says of what happened, before there is a record. Nobody is named in it.
 *
 * @param acts at least one
 * @param educator who invites the officer, by name; empty where nobody does
 */
public record GateFacts(Danger danger, List<GateAct> acts, Wanted wanted, String educator) {

    /** UNKNOWN: nobody has looked yet. */
    public enum Danger { YES, NO, UNKNOWN }

    /** What is wanted of the officer. */
    public enum Wanted {
        NOTHING, HELP, DISCIPLINE
    }
}
