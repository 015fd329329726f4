package org.daywatch.emergencies.webhooks.calls;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a receiver may take, and when a message that failed is tried again.
 *
 * @param seconds until it must have answered; @param firstPause, longestPause in seconds; @param jitter percent by
 * which a pause may be longer
 * @param attempts after so many a message is dead; @param overlapHours how long an old key signs beside the new one
 */
public record Patience(int seconds, int firstPause, int longestPause, int jitter, int attempts, int overlapHours) {

    public Duration answer() {
        return Duration.ofSeconds(seconds);
    }

    public Duration overlap() {
        return Duration.ofHours(overlapHours);
    }

    public boolean exhausted(int made) {
        return made >= attempts;
    }

    /**
     * Twice as long each time, up to the longest; longer by chance, never shorter; the receiver's own wish where that
     * is longer.
     *
     * @param made tries so far, at least one; @param chance 0 up to 1
     */
    public Duration pause(int made, double chance, @Nullable Duration wish) {
        long doubled = Math.min((long) firstPause << Math.min(made - 1, 20), longestPause);
        var ours = Duration.ofMillis(Math.round(doubled * 1000 * (1 + chance * jitter / 100.0)));
        return wish != null && wish.compareTo(ours) > 0 ? wish : ours;
    }
}
