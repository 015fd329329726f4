package org.daywatch.directory.intake;

/** How sure a reading of foreign words is: applied at once, applied once somebody agrees, or asked of somebody. */
public enum Sureness {
    SURE, LIKELY, ASK
}
