package org.daywatch.directory;

import org.daywatch.platform.errors.RefusalCode;

/** Why a directory command was refused. Never renamed once published. */
public enum DirectoryRefusal implements RefusalCode {
    DAY_OUTSIDE_CALENDAR,
    DAY_IN_THE_PAST,
    CALENDAR_NAME_TAKEN,
    SCHOOL_ARCHIVED,
    SCHOOL_NOT_ARCHIVED,
    BUILDING_HAS_ROOMS,
    RULE_BEGINS_THAT_DAY,
    RULE_WITHDRAWN,
    AWARD_TAKEN,
    FUNDED_POST_ENDED,
    VISITOR_LEFT,
    BADGE_UNKNOWN,
    VISITOR_DECIDED,
    BARRED_WITHDRAWN,
    KIOSK_CODE_UNKNOWN,
    KIOSK_PIN_WRONG,
    GUARDIANSHIP_ENDED,
    PLAN_SEALED,
    NO_SCHOOL_IN_SCOPE,
    STUDENT_PROTECTED,
    CONSENT_ANSWERED,
    CONSENT_OVER,
    CONSENT_WITHOUT_CUSTODY,
    ACCOUNT_HELD_BACK
}
