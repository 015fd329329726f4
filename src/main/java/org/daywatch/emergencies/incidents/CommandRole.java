package org.daywatch.emergencies.incidents;

/** Roles of the incident command system beside the commander: command staff, then the chiefs of the general staff. */
public enum CommandRole {
    PUBLIC_INFORMATION, SAFETY, LIAISON, OPERATIONS, PLANNING, LOGISTICS, FINANCE;

    /** Whom a unit is led by where nobody in a role leads it. */
    public static final String COMMANDER = "COMMANDER";
}
