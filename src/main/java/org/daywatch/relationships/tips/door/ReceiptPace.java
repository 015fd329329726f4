package org.daywatch.relationships.tips.door;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * Receipts are looked up one after the other at a fixed pace, whoever asks: a right one waits as long as a wrong one.
 * It knows no address, since a whole school comes behind one. No clock of its own.
 */
final class ReceiptPace {

    private final long every;
    private final int most;
    private long next = Long.MIN_VALUE;

    /** @param most so many may wait */
    ReceiptPace(Duration every, int most) {
        this.every = every.toNanos();
        this.most = most;
    }

    /** @return in so many nanoseconds it is their turn; empty where too many wait */
    synchronized OptionalLong turn(long now) {
        long at = Math.max(now + every, next);
        if (at - now > every * most) return OptionalLong.empty();
        next = at + every;
        return OptionalLong.of(at - now);
    }
}
