package org.daywatch.emergencies.reach;

/** By which way an alert came to a person: an open screen, or a message in this order. */
public enum Way {
    STREAM, PUSH, SMS, EMAIL
}
