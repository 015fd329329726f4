package org.daywatch.platform.audit;

import java.util.UUID;

/**
 * Something in a chain that cannot have come from Daywatch.
 *
 * @param seq the line it concerns; {@code through} is the last one where it concerns several
 * @param column the column that was edited, or the ones among which it must be; empty where whole lines are concerned
 */
public record AuditFault(UUID tenant, Kind kind, long seq, long through, String column, String words) {

    /**
     * MISSING line deleted · EDITED column changed · MOVED line in another line's place · HEAD the record of the
     * chain's end does not fit · CUT lines after a signed checkpoint are gone · REWRITTEN the chain was rebuilt ·
     * CHECKPOINT the file was changed.
     */
    public enum Kind {
        MISSING, EDITED, MOVED, HEAD, CUT, REWRITTEN, CHECKPOINT
    }
}
