package org.daywatch.mentoring.matches;

import java.util.Arrays;

/** Why a match ended, or never began. */
public enum EndReason {
    /** Announced weeks ahead, with a goodbye from both sides. */
    AS_PLANNED,
    STUDENT_WISHES, PARENT_WISHES, STUDENT_MOVED, MENTOR_LEFT, SCHEDULES_APART, NO_MENTOR_FITS, OTHER_HELP,
    CONSENT_WITHDRAWN;

    /** What a counselor may give as a reason. */
    public boolean isChosen() {
        return this != AS_PLANNED && this != CONSENT_WITHDRAWN;
    }

    public static EndReason[] chosen() {
        return Arrays.stream(values()).filter(EndReason::isChosen).toArray(EndReason[]::new);
    }
}
