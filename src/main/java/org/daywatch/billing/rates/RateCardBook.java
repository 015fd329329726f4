package org.daywatch.billing.rates;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All rate cards at hand, for many shifts at once. The district's own goes before the one for all; of several the one
 * that began last.
 */
public record RateCardBook(List<RateCard> cards) {

    private static final Comparator<RateCard> FIRST = Comparator.comparing((RateCard c) -> c.district() == null)
            .thenComparing(RateCard::from, Comparator.reverseOrder()).thenComparing(RateCard::id);

    /** The card in force for a role in a district on the day the shift began. */
    public Optional<RateCard> find(UUID district, String role, LocalDate day) {
        return cards.stream().filter(
                c -> c.role().equals(role) && (c.district() == null || c.district().equals(district)) && c.inForce(day))
                .min(FIRST);
    }
}
