package org.daywatch.restorative;

import org.daywatch.platform.errors.RefusalCode;

/** Why this room refused something. Never renamed once published. */
public enum RestorativeRefusal implements RefusalCode {
    GATE_PROTECT_STAYS,
    GATE_SAME_PATH,
    GATE_OVERRULED_ALREADY,
    GATE_REASON_SHORT,
    GATE_NOT_BY_OFFICER,
    GATE_NOBODY_TOLD,
    CONFERENCE_NOT_NOW,
    CONFERENCE_NOT_YOURS,
    CONFERENCE_NO_GATE,
    CONFERENCE_NO_MEDIATION,
    CONFERENCE_NOT_ADMITTED,
    CONFERENCE_NOBODY,
    CONFERENCE_EDUCATOR,
    /** They cannot meet on a day that is over. */
    CONFERENCE_DAY,
    CONFERENCE_NO_CONSENT,
    CONFERENCE_ASK_AT_DOOR,
    CONFERENCE_COUNSELOR,
    CONFERENCE_TALK_DAY,
    CONFERENCE_REASON,
    CONFERENCE_STUDENT_TWICE,
    PROMISE_EMPTY,
    PROMISE_PUNISHES,
    PROMISE_DAY,
    PROMISE_UNKNOWN,
    RESTRAINT_WRITTEN,
    RESTRAINT_NOT_WRITTEN,
    RESTRAINT_WHY,
    RESTRAINT_NOTHING,
    /** It was not after it was reported. */
    RESTRAINT_DAY,
    RESTRAINT_TALK_DAY,
    RESTRAINT_YEAR_RUNS,
    RESTRAINT_OPEN,
    /** Another one of this student goes on. */
    DIVERSION_STANDS,
    DIVERSION_ENDED,
    DIVERSION_DAY,
    DIVERSION_OFFER_WAITS,
    DIVERSION_NO_OFFER,
    DIVERSION_ANSWERED,
    DIVERSION_NOT_ACCEPTED,
    DIVERSION_NO_HELP,
    /** Nobody has answered an offer, and nobody said why help did not come first. */
    DIVERSION_WHY_WITHOUT,
    DIVERSION_OFFERED
}
