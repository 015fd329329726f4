package org.daywatch.platform.notifications;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How often and when a delivery is tried again: after 1, 2, 4, 8 and 16 minutes; after the sixth failure it is dead.
 */
final class Attempts {

    static final int MOST = 6;

    private Attempts() {}

    static boolean exhausted(int attempts) {
        return attempts >= MOST;
    }

    /**
     * The growing pause, or the provider's own where that is longer; what is urgent waits as long as the provider says
     * and no longer.
     */
    static Duration pause(int attempts, @Nullable Duration notBefore, boolean urgent) {
        if (urgent && notBefore != null) return notBefore;
        var ours = pause(attempts);
        return notBefore != null && notBefore.compareTo(ours) > 0 ? notBefore : ours;
    }

    /** @param attempts made so far, at least one */
    static Duration pause(int attempts) {
        return Duration.ofMinutes(1L << Math.min(attempts - 1, 4));
    }
}
