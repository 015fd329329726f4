package org.daywatch.planning.meetings.team;

/** In which role somebody sits on a safety team. */
public enum TeamRole {
    PRINCIPAL, ASSISTANT_PRINCIPAL, OFFICER, SOCIAL_WORKER, COUNSELLOR, PREVENTION_COORDINATOR, TEACHER, PARENT,
    /** Speaks for the pupils; kept without a name. */
    PUPIL,
    COMMUNITY, EMERGENCY_MANAGEMENT, LOCAL_POLICE, DISTRICT_POLICE, BOARD_PRESIDENT, TRUSTEE, SUPERINTENDENT, CHARTER_PARTNER
}
