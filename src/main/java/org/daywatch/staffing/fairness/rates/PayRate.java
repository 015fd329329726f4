package org.daywatch.staffing.fairness.rates;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.daywatch.platform.time.Dated;
import org.jspecify.annotations.Nullable;

/**
 * So much an hour, from one day to another.
 *
 * @param scope DEPARTMENT:id, ROLE:SSO or DEFAULT
 * @param centsPerHour US cents
 * @param to the last day; null while none is set
 */
public record PayRate(UUID id, String scope, int centsPerHour, LocalDate from, @Nullable LocalDate to, String source,
        Instant setAt, @Nullable Instant withdrawnAt,
        @Nullable String withdrawnReason) implements Dated {

    public static final String DEFAULT = "DEFAULT";

    public static String department(UUID id) {
        return "DEPARTMENT:" + id;
    }

    public static String role(String role) {
        return "ROLE:" + role;
    }

    /** What so many minutes earn, in cents, rounded half up. */
    public long cents(long minutes) {
        return (minutes * centsPerHour + 30) / 60;
    }
}
