package org.daywatch.restorative.conferences;

/** How somebody comes into it: for most quarrels both sides alike. */
public enum Side {
    DID_HARM, WAS_HARMED, BOTH_ALIKE
}
