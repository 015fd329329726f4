package org.daywatch.staffing.departments;

/** Why a department ends a work permission. Those that pass suspend it; a poor rating withdraws it. */
public enum PermissionCause {
    LIGHT_DUTY, INJURED, FIELD_TRAINING, RELIEVED_OF_DUTY, UNDER_INVESTIGATION, LOW_RATING, OTHER
}
