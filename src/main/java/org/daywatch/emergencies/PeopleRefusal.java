package org.daywatch.emergencies;

import org.daywatch.platform.errors.RefusalCode;

/** Why a command about people in an emergency was refused. Never renamed once published. */
public enum PeopleRefusal implements RefusalCode {
    PICKUP_NOT_NOW,
    PICKUP_SECOND_PERSON,
    PICKUP_SECOND_WORD,
    PICKUP_HALVES_DIFFER,
    PICKUP_NEVER,
    STUDENT_ON_THE_WAY,
    STUDENT_NOT_AT_ASSEMBLY,
    STUDENTS_NOT_ALL_GONE,
    REUNION_DUTY_NEEDED,
    REUNION_LEADER_NEEDED,
    REUNION_LEAD_HELD,
    REUNION_ROLE_HELD,
    APPROVER_ONESELF,
    APPROVER_NAMED,
    REUNION_COMMANDER_NEEDED,
    REUNIFICATION_CLOSED,
    REUNIFICATION_UNDER_WAY,
    REUNIFICATION_REAL_ALERT
}
