package org.daywatch.platform.persistence;

import java.security.SecureRandom;
import java.util.UUID;

/** Version 7 identifiers (RFC 9562): sorted by the millisecond in which they were made, otherwise random. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static UUID next() {
        long millis = System.currentTimeMillis(); // order only, never a fact: the clock of the domain is the Clock bean
        long high = (millis << 16) | 0x7000L | (RANDOM.nextInt() & 0x0fffL);
        long low = (RANDOM.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
