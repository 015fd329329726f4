package org.daywatch.planning.meetings.team;

/** In which role somebody sits on a safety team. */
public enum TeamRole {
    PRINCIPAL, ASSISTANT_PRINCIPAL, OFFICER, SOCIAL_WORKER, COUNSELOR, PREVENTION_COORDINATOR, TEACHER, PARENT,
    /** Speaks for the students; kept without a name. */
    STUDENT,
    COMMUNITY, EMERGENCY_MANAGEMENT, LOCAL_POLICE, DISTRICT_POLICE, BOARD_PRESIDENT, TRUSTEE, SUPERINTENDENT,
    CHARTER_PARTNER
}
