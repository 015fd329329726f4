package org.daywatch.restorative.conferences;

/** Why a conference is over. */
public enum ConferenceEnd {
    KEPT, NOT_KEPT,
    /** Somebody did not want to, or a parent did not. Whose no it was stands nowhere. */
    NOT_WILLING, NO_AGREEMENT, OTHER_WAY, MOVED;

    /** What whoever leads it may give as a reason before they have met. */
    public boolean isChosen() {
        return this == OTHER_WAY || this == MOVED;
    }
}
