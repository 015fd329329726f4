package org.daywatch.emergencies;

/**
 * What people are told to do. The first five are the actions of the Standard Response Protocol in our own words; the help
 * levels are calls for a few people, never for the whole school.
 */
public enum ProtocolAction {
    HOLD, SECURE, LOCKDOWN, EVACUATE, SHELTER,
    HELP_FIGHT, HELP_MEDICAL, HELP_BEHAVIOUR;

    /** A call to the office, the nurse and the officer; the school goes on. */
    public boolean help() {
        return switch (this) {
            case HELP_FIGHT, HELP_MEDICAL, HELP_BEHAVIOUR -> true;
            case HOLD, SECURE, LOCKDOWN, EVACUATE, SHELTER -> false;
        };
    }
}
