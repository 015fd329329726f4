package org.daywatch.directory.ownaccounts;

import java.time.Instant;
import java.util.UUID;

/**
 * A student's account is held back from parents.
 *
 * @param paper where what asks for it lies; never the paper itself
 */
public record AccountHold(UUID id, UUID student, Ground ground, String paper, String placedBy, Instant placedAt) {

    public enum Ground { COURT, ABUSE_REPORT }
}
