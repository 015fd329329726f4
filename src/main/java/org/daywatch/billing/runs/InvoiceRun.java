package org.daywatch.billing.runs;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.daywatch.billing.invoices.Issuing.Issuer;
import org.jspecify.annotations.Nullable;

/**
 * A month's shifts turned into invoices, one district after the other.
 *
 * @param finishedAt null while a district is still to come
 * @param parts by name of the district
 */
public record InvoiceRun(UUID id, YearMonth month, Instant startedAt, Issuer issuer, @Nullable Instant finishedAt,
        List<Part> parts) {

    /**
     * What became of a district: not yet come to, invoiced, waiting for a rate, or nothing left to invoice when it was
     * come to.
     */
    public enum State {
        PENDING, ISSUED, WAITING, NOTHING
    }

    /** @param invoice null unless issued; @param withoutRate shifts without a rate card in force, for which it waits */
    public record Part(UUID district, String districtName, State state, @Nullable UUID invoice, int withoutRate) {}

    public boolean underWay() {
        return finishedAt == null;
    }

    public long count(State state) {
        return parts.stream().filter(p -> p.state() == state).count();
    }

    public long done() {
        return parts.size() - count(State.PENDING);
    }
}
