package org.daywatch.platform.outgoing;

/** The mail server or the gateway did not take a message; its own words are the message of this. */
public final class NotTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean forever;

    public NotTaken(String why, boolean forever) {
        super(why);
        this.forever = forever;
    }

    /** The address was refused: trying again is of no use. */
    public boolean forever() {
        return forever;
    }
}
