package org.daywatch.staffing.fairness.rates;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.forms.Typed;
import org.daywatch.scheduling.OfficerRole;
import org.daywatch.staffing.AwardEvent.PayRateSet;
import org.daywatch.staffing.AwardEvent.PayRateWithdrawn;
import org.daywatch.staffing.StaffingRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rates set, also for days that are over, and withdrawn where they were wrong. A fairness sheet that is public keeps
 * the figures it was published with.
 */
@Component
@Transactional
public class PayRates {

    private static final int LEAST_WORDS = 5;
    private static final int MOST_WORDS = 300;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private final HomeTime home;
    private final PayRateStore store;
    private final Organizations organizations;
    private final Facts facts;
    private final Clock clock;

    PayRates(PayRateStore store, Organizations organizations, Facts facts, HomeTime home, Clock clock) {
        this.home = home;
        this.store = store;
        this.organizations = organizations;
        this.facts = facts;
        this.clock = clock;
    }

    /** @param to the last day; null: until another one begins */
    public UUID set(String scope, int centsPerHour, LocalDate from, @Nullable LocalDate to, String source,
            @Nullable UUID person) {
        if (!scopes().contains(scope)) throw new InvalidInput("scope", scope, "fairness.rates.wrong.scope");
        if (from.isBefore(EARLIEST) || from.isAfter(today().plusYears(5)))
            throw new InvalidInput("from", from.toString(), "fairness.rates.wrong.from");
        if (to != null && to.isBefore(from)) throw new InvalidInput("to", to.toString(), "fairness.rates.wrong.to");
        String authority = Typed.words("source", source, LEAST_WORDS, MOST_WORDS, "fairness.rates.wrong.source");
        var rate = new PayRate(Ids.next(), scope, centsPerHour, from, to, authority, clock.instant(), null, null);
        if (!store.insert(rate, person)) throw new Refused(StaffingRefusal.RATE_BEGINS_THAT_DAY);
        facts.tell(new PayRateSet(Tenancy.tenant(), rate.id(), rate.setAt(), scope, centsPerHour, from, to,
                rate.source()));
        return rate.id();
    }

    public void withdraw(UUID id, String reason, @Nullable UUID person) {
        String why = Typed.words("reason", reason, LEAST_WORDS, MOST_WORDS, "fairness.rates.wrong.reason");
        var rate = get(id);
        if (!store.withdraw(id, why, person, clock.instant())) throw new Refused(StaffingRefusal.RATE_WITHDRAWN);
        facts.tell(new PayRateWithdrawn(Tenancy.tenant(), id, clock.instant(), rate.scope(), rate.centsPerHour(), why));
    }

    @Transactional(readOnly = true)
    public PayRate get(UUID id) {
        return store.find(id).orElseThrow(() -> new NotFound("pay rate " + id));
    }

    @Transactional(readOnly = true)
    public List<PayRate> list() {
        return store.list();
    }

    @Transactional(readOnly = true)
    public RateBook book() {
        return new RateBook(store.list());
    }

    /** For whom a rate may hold: for all, for one of the agency's departments, for one role. */
    @Transactional(readOnly = true)
    public List<String> scopes() {
        var scopes = new ArrayList<>(List.of(PayRate.DEFAULT));
        organizations.listOwn("DEPARTMENT").forEach(o -> scopes.add(PayRate.department(o.id())));
        Arrays.stream(OfficerRole.values()).map(role -> PayRate.role(role.name())).forEach(scopes::add);
        return scopes;
    }

    LocalDate today() {
        return home.today();
    }
}
