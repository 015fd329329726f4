package org.daywatch.transparency.activitylog;

/** What an officer's time goes into: the eight functions of a school safety officer, and four things beside them. */
public enum ActivityFunction {
    /** Alerts, drills that were alerts, incidents. */
    EMERGENCIES,
    /** Doors, assessments of the site. */
    PREVENTION,
    /** What people tell them, and what is made of it. */
    RELATIONSHIPS,
    MENTORING,
    /** Lessons, and training of staff. */
    TRAINING,
    /** With the staff: plans, drills, the safety team. */
    PLANNING,
    RESTORATIVE,
    COMMUNITY,
    /** Being there and being seen. */
    PRESENCE,
    LAW_ENFORCEMENT,
    /** Off campus, with its reason. */
    AWAY,
    /** What they were asked to do and must not be used for. */
    IMPROPER;
}
