package org.daywatch.platform.persistence;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;

/** Version 7 identifiers (RFC 9562): sorted by the millisecond in which they were made, otherwise random. */
public final class Ids {

    private static final int WRITTEN = 36;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** An id as it stands in an address or a form; empty where somebody wrote something else there. */
    public static Optional<UUID> find(String text) {
        try {
            return text.length() == WRITTEN ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public static UUID next() {
        long millis = System.currentTimeMillis(); // order only, never a fact: the clock of the domain is the Clock bean
        long high = (millis << 16) | 0x7000L | (RANDOM.nextInt() & 0x0fffL);
        long low = (RANDOM.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
