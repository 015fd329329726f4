package org.daywatch.emergencies;

/**
 * What people are told to do. The first five are the actions of the Standard Response Protocol in our own words; the
 * help levels are calls for a few people, never for the whole school.
 */
public enum ProtocolAction {
    HOLD, SECURE, LOCKDOWN, EVACUATE, SHELTER,
    HELP_FIGHT, HELP_MEDICAL, HELP_BEHAVIOR;

    /** A call to the office, the nurse and the officer; the school goes on. */
    public boolean help() {
        return gravity() == 0;
    }

    /**
     * Of two whole-school actions pressed for one event, the one with the higher number holds. No two are equal, so it
     * does not matter which press comes first. 0 for a call for help.
     */
    public int gravity() {
        return switch (this) {
            case HELP_FIGHT, HELP_MEDICAL, HELP_BEHAVIOR -> 0;
            case HOLD -> 1;
            case SECURE -> 2;
            case SHELTER -> 3;
            case EVACUATE -> 4;
            case LOCKDOWN -> 5;
        };
    }
}
