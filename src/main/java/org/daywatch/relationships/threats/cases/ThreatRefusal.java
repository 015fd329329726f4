package org.daywatch.relationships.threats.cases;

import org.daywatch.platform.errors.RefusalCode;

/** Why a threat assessment refused something. Never renamed once published. */
public enum ThreatRefusal implements RefusalCode {
    THREAT_NOT_NOW,
    THREAT_NOT_YOURS,
    THREAT_ONE_PERSON_TWICE,
    THREAT_SUPPORT_UNASKED,
    THREAT_TEAM_FIRST,
    THREAT_NOT_POLICE,
    THREAT_NO_PLAN,
    THREAT_REVIEW_DAY,
    THREAT_TASK_GONE,
    THREAT_TASKS_OPEN,
    THREAT_PARENT_NOT_TOLD,
    THREAT_NOT_YET,
    THREAT_NOT_THE_PRINCIPAL,
    THREAT_OTHER_WORDS,
    DISCLOSURE_NOT_ON_GROUND,
    DISCLOSURE_REASON_SHORT,
    DISCLOSURE_TOO_LONG,
    DISCLOSURE_PROTECTED,
    DISCLOSURE_OVER,
    GLASS_REASON_SHORT,
    GLASS_REASON_AGAIN,
    GLASS_NOBODY_TOLD
}
