package org.daywatch.emergencies.cap;

/**
 * It is no XML this reader takes: not well formed, too large, or with a document type, which CAP does not have and
 * attackers use.
 */
public final class CapUnreadable extends Exception {

    private static final long serialVersionUID = 1L;

    CapUnreadable(String why) {
        super(why);
    }
}
