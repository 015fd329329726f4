package org.daywatch.platform.identity;

/** In which capacity an officer acts while on post; everybody else acts in none. */
public enum Capacity {
    NONE, SCHOOL_AGENT, PEACE_OFFICER
}
