package org.daywatch.restorative.conferences;

/** In which form they meet. */
public enum ConferenceKind {
    CIRCLE, PEER_MEDIATION, CONFERENCE
}
