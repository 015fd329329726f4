package org.daywatch.relationships.threats.cases;

/** Where a case stands; the order is fixed, and no stage is left out. */
public enum Stage {
    OPENED, GATHERED, TRANSIENT, FADED, SUBSTANTIVE, PLANNED, MONITORED, CLOSED;

    /** Nobody writes in it any more. */
    public boolean over() {
        return this == FADED || this == CLOSED;
    }

    /** Somebody has to do something. */
    public boolean underWay() {
        return !over() && this != TRANSIENT;
    }
}
