package org.daywatch.relationships.triage;

import org.daywatch.platform.errors.RefusalCode;

/** Why a tip in the queue did not take what somebody did. Never renamed once published. */
public enum TriageRefusal implements RefusalCode {
    TIP_NOT_NOW,
    TIP_NOT_YOURS,
    TIP_WHY_MISSING,
    TIP_RECEIVERS_MISSING,
    TIP_NOT_FOR_POLICE,
    TIP_NOBODY_AT_POLICE,
    TIP_GROUND_MISSING,
    TIP_OUTCOME_MISSING,
    TIP_OUTCOMES_CONTRADICT,
    TIP_WORDS_MISSING,
    TIP_SAME_AS_ITSELF
}
