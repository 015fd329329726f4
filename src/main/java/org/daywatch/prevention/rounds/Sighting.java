package org.daywatch.prevention.rounds;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a checkpoint was when somebody stood there.
 *
 * @param id made on the phone, so that sending it twice counts once
 * @param reason why it was not reached; NONE where it was
 * @param at by the phone's clock, never later than it was received
 * @param finding what it opened or was added to; null where nothing was wrong
 */
public record Sighting(UUID id, UUID roundId, UUID checkpointId, Result result, Reason reason, Done done, String note,
        Way way, Instant at, @Nullable UUID finding) {

    public static final int LONGEST_NOTE = 200;

    public enum Result {
        AS_IT_MUST_BE, OPEN, PROPPED, UNLOCKED, BROKEN, NOT_REACHED;

        /** Somebody was there and looked. */
        public boolean seen() {
            return this != NOT_REACHED;
        }

        public boolean breach() {
            return seen() && this != AS_IT_MUST_BE;
        }
    }

    public enum Reason { NONE, IN_USE, NO_KEY, NO_TIME, UNSAFE, OTHER }

    /** What was done about a breach at once. */
    public enum Done { UNSAID, SECURED, TOLD, GUARDED, NOTHING }

    public enum Way { QR, LIST }

    Sighting with(UUID opened) {
        return new Sighting(id, roundId, checkpointId, result, reason, done, note, way, at, opened);
    }
}
