package org.daywatch.billing.rates;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.time.Dated;
import org.jspecify.annotations.Nullable;

/**
 * What an hour of an officer costs, from one day to another.
 *
 * @param district null: every district that has none of its own for the role
 * @param role what the post asked for
 * @param centsPerHour US cents
 * @param leastMinutes a shift that was worked is billed as so many minutes at least; 0: as it was worked
 * @param to the last day; null while none is set
 */
public record RateCard(UUID id, @Nullable UUID district, String role, int centsPerHour, int leastMinutes,
        LocalDate from, @Nullable LocalDate to, String source, Instant setAt,
        @Nullable Instant withdrawnAt, @Nullable String withdrawnReason) implements Dated {

    public static final List<String> ROLES = List.of("SRO", "SSO", "JPO");

    /** So many minutes are billed for a shift of which so many are payable. */
    public int billed(int payable) {
        return Math.max(payable, leastMinutes);
    }

    /** What so many billed minutes cost, in cents, rounded half up. */
    public long cents(int billed) {
        return ((long) billed * centsPerHour + 30) / 60;
    }
}
