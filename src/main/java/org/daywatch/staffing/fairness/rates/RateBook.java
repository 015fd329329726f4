package org.daywatch.staffing.fairness.rates;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All rates at hand, for many shifts at once. The department's goes before the role's, and that before the one for all;
 * within one scope the one that began last.
 */
public record RateBook(List<PayRate> rates) {

    public Optional<PayRate> find(UUID department, String role, LocalDate day) {
        var scopes = List.of(PayRate.department(department), PayRate.role(role), PayRate.DEFAULT);
        return rates.stream().filter(r -> scopes.contains(r.scope()) && r.inForce(day))
                .min(Comparator.comparingInt((PayRate r) -> scopes.indexOf(r.scope())).thenComparing(PayRate::from,
                        Comparator.reverseOrder()));
    }

    /** Whether any rate holds on some day between the two, both included. */
    public boolean anyBetween(LocalDate first, LocalDate last) {
        return rates.stream().anyMatch(
                r -> r.withdrawnAt() == null && !r.from().isAfter(last) && (r.to() == null || !r.to().isBefore(first)));
    }
}
