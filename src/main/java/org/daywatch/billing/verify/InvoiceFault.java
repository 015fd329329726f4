package org.daywatch.billing.verify;

import java.util.UUID;

/**
 * Something about invoices that cannot have come from Daywatch.
 *
 * @param number of the invoice or credit note it concerns
 */
public record InvoiceFault(UUID agency, Kind kind, int number, String words) {

    /**
     * EDITED head or lines do not fit the seal · SUM the head is not the sum of the lines · NUMBER gap or repeat in the
     * series · TOLD_OTHERWISE the audit chain was told something else · UNTOLD the audit chain knows nothing of it ·
     * GONE the audit chain knows one that is not there · STANDING a shift stands on two invoices, or not where it is
     * recorded.
     */
    public enum Kind {
        EDITED, SUM, NUMBER, TOLD_OTHERWISE, UNTOLD, GONE, STANDING
    }
}
