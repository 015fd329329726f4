package org.daywatch.billing.rates;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daywatch.billing.BillingEvent.RateCardSet;
import org.daywatch.billing.BillingEvent.RateCardWithdrawn;
import org.daywatch.billing.BillingRefusal;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.forms.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rate cards set, also for days that are over, and withdrawn where they were wrong. Invoices that were issued keep what
 * stands on them.
 */
@Component
@Transactional
public class RateCards {

    private static final int LEAST_WORDS = 5;
    private static final int MOST_WORDS = 300;
    static final int MOST_LEAST_MINUTES = 720;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private final RateCardStore store;
    private final Organizations organizations;
    private final Facts facts;
    private final Clock clock;
    private final HomeTime home;

    RateCards(RateCardStore store, Organizations organizations, Facts facts, Clock clock, HomeTime home) {
        this.store = store;
        this.organizations = organizations;
        this.facts = facts;
        this.clock = clock;
        this.home = home;
    }

    /** @param district null for every one without its own; @param to the last day; null: until another one begins */
    public UUID set(@Nullable UUID district, String role, int centsPerHour, int leastMinutes, LocalDate from,
            @Nullable LocalDate to, String source, @Nullable UUID person) {
        if (district != null && districts().stream().noneMatch(d -> d.id().equals(district)))
            throw new InvalidInput("district", district.toString(), "billing.rates.wrong.district");
        if (!RateCard.ROLES.contains(role)) throw new InvalidInput("role", role, "billing.rates.wrong.role");
        if (leastMinutes < 0 || leastMinutes > MOST_LEAST_MINUTES)
            throw new InvalidInput("least", Integer.toString(leastMinutes), "billing.rates.wrong.least");
        if (from.isBefore(EARLIEST) || from.isAfter(today().plusYears(5)))
            throw new InvalidInput("from", from.toString(), "billing.rates.wrong.from");
        if (to != null && to.isBefore(from)) throw new InvalidInput("to", to.toString(), "billing.rates.wrong.to");
        String authority = Typed.words("source", source, LEAST_WORDS, MOST_WORDS, "billing.rates.wrong.source");
        var card = new RateCard(Ids.next(), district, role, centsPerHour, leastMinutes, from, to, authority,
                clock.instant(), null, null);
        if (!store.insert(card, person)) throw new Refused(BillingRefusal.RATE_CARD_BEGINS_THAT_DAY);
        facts.tell(new RateCardSet(Tenancy.tenant(), card.id(), card.setAt(), district, role, centsPerHour,
                leastMinutes, from, to, card.source()));
        return card.id();
    }

    public void withdraw(UUID id, String reason, @Nullable UUID person) {
        String why = Typed.words("reason", reason, LEAST_WORDS, MOST_WORDS, "billing.wrong.reason");
        var card = get(id);
        if (!store.withdraw(id, why, person, clock.instant())) throw new Refused(BillingRefusal.RATE_CARD_WITHDRAWN);
        facts.tell(new RateCardWithdrawn(Tenancy.tenant(), id, clock.instant(), card.district(), card.role(),
                card.centsPerHour(), why));
    }

    @Transactional(readOnly = true)
    public RateCard get(UUID id) {
        return store.find(id).orElseThrow(() -> new NotFound("rate card " + id));
    }

    @Transactional(readOnly = true)
    public List<RateCard> list() {
        return store.list();
    }

    @Transactional(readOnly = true)
    public RateCardBook book() {
        return new RateCardBook(store.list());
    }

    /** The agency's districts, which may have cards of their own. */
    @Transactional(readOnly = true)
    public List<Organizations.Organization> districts() {
        return organizations.listOwn("DISTRICT");
    }

    LocalDate today() {
        return home.today();
    }
}
