package org.daywatch.emergencies.reach.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.daywatch.emergencies.reach.Way;
import org.jspecify.annotations.Nullable;

/**
 * One try of one way to one person.
 *
 * @param told version of the alert it tells of
 * @param deadline without a receipt by then the next way is tried
 * @param delivery the message that carries it; null where there was no address
 * @param error what a gateway said; empty where nothing went wrong
 */
public record Attempt(UUID id, UUID alert, int told, UUID person, Way way, Fate fate, Instant at, Instant deadline,
        Instant expires, @Nullable UUID delivery, String error) {

    /**
     * LOST: it never will arrive. EXPIRED: it was not sent because it was no news any more. NO_ADDRESS: this person, or
     * this house, has no such way.
     */
    public enum Fate {
        WAITING, SENT, RECEIVED, LOST, EXPIRED, NO_ADDRESS
    }

    boolean underWay() {
        return fate == Fate.WAITING || fate == Fate.SENT;
    }

    /** Also one that has arrived has its time to be seen. @param ago so long it has been under way */
    boolean mayStillBeSeen(Duration ago) {
        return (underWay() || fate == Fate.RECEIVED) && ago.compareTo(Duration.between(at, deadline)) < 0;
    }

    /** @param ago so long it has been under way */
    public boolean stale(Duration ago) {
        return ago.compareTo(Duration.between(at, expires)) >= 0;
    }
}
