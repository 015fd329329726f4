package org.daywatch.platform.notifications;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One way out of the house. */
interface Sender {

    /** So long nobody's message is tried with a gateway that did not answer. */
    Duration REST = Duration.ofSeconds(30);

    Channel channel();

    /** False where it is not configured: then nobody is told this way, and nothing waits for it. */
    boolean available();

    /** Under which name a receipt for it comes back; null where there are no receipts. */
    default @Nullable String gateway() {
        return null;
    }

    /** @return the provider's id for it, if there is one */
    @Nullable
    String send(Letter letter) throws NotSent;

    /**
     * @param id the same at every attempt, so that a provider and a mailbox can recognize a repetition
     * @param until after this it is no news any more; null where it stays true
     * @param reading where on this site its reader says that they have read it; empty where the way has no room for it
     */
    record Letter(UUID id, String address, String subject, String body, String link, @Nullable Instant until,
            String reading) {

        Letter(UUID id, String address, String subject, String body, String link, @Nullable Instant until) {
            this(id, address, subject, body, link, until, "");
        }

        Letter with(String reading) {
            return new Letter(id, address, subject, body, link, until, reading);
        }
    }

    /** @param forever trying again is of no use: the address was refused */
    final class NotSent extends Exception {
        private static final long serialVersionUID = 1L;
        final boolean forever;
        /** The provider wants no more of anybody's messages before that; null where it says nothing. */
        final @Nullable Duration notBefore;

        NotSent(String why, boolean forever) {
            this(why, forever, null);
        }

        NotSent(String why, boolean forever, @Nullable Duration notBefore) {
            super(why);
            this.forever = forever;
            this.notBefore = notBefore;
        }
    }
}
