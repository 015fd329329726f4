package org.daywatch.emergencies.devices.attempts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A press that was not taken.
 *
 * @param school as the press named it
 * @param device as it named itself
 * @param label what its owner calls it; empty where it was never registered
 */
public record RefusedAttempt(UUID agency, UUID id, @Nullable UUID district, @Nullable UUID school,
        @Nullable UUID device, String label, Reason reason, Instant at) {

    public enum Reason {
        NOT_SIGNED, CLOCK, REVOKED, EXPIRED, OWNER_LEFT, UNKNOWN_DEVICE, FORGED_TOKEN, SIGNED_OUT, OTHER_SCHOOL
    }
}
