package org.daywatch.mentoring.matches;

import org.daywatch.platform.errors.RefusalCode;

/** Why a match refused something. Never renamed once published. */
public enum MatchRefusal implements RefusalCode {
    MATCH_NOT_NOW,
    MATCH_NOT_YOURS,
    MATCH_NO_CONSENT,
    MATCH_NOT_SCREENED,
    MATCH_SCREENING_ENDS,
    MATCH_VETOED,
    MATCH_MENTOR_FULL,
    MATCH_STUDENT_HAS_ONE,
    MATCH_SESSION_AHEAD,
    MATCH_SESSION_LONG,
    MATCH_SESSION_WEEK,
    MATCH_SESSION_OVERLAPS,
    MATCH_SESSION_BEFORE,
    MATCH_CONTACT_AHEAD,
    MATCH_END_SOON,
    MATCH_END_NOT_YET,
    MATCH_BOTH_SIDES,
    MATCH_REASON,
    MATCH_TIME_TAKEN
}
