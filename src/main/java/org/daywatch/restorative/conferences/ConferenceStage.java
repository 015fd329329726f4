package org.daywatch.restorative.conferences;

/** How far a conference has come. */
public enum ConferenceStage {
    REFERRED, GATED, PREPARED, HELD, AGREED, KEPT, BROKEN, RECONVENED, CLOSED;

    public boolean isOver() { return this == CLOSED; }

    /** Before they sit together, each can still stay away. */
    public boolean isBefore() {
        return this == REFERRED || this == GATED || this == PREPARED || this == RECONVENED;
    }
}
