package org.daywatch.staffing.fairness;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.tenancy.OnBehalf;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.staffing.AwardEvent.OfferDeclined;
import org.daywatch.staffing.AwardEvent.OfferReconsidered;
import org.daywatch.staffing.StaffingEvent.PostsPosted;
import org.daywatch.staffing.StaffingEvent.PostsWidened;
import org.daywatch.staffing.eligibility.Eligibility;
import org.daywatch.staffing.eligibility.EligibilityQueries;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Fills the ledger from what is true: posts an officer may take now were shown to them; what they accepted, declined or
 * gave back stands in shifts, trades and sign-offs. Each post counts once for each officer, however often this runs.
 */
@Component
@Transactional
public class Opportunities {

    /** So far ahead offers are listed; what lies further away is not yet a chance they see. */
    private static final int DAYS_AHEAD = 14;
    private static final Duration AT_LATEST = Duration.ofHours(1);

    private final HomeTime home;
    private final EligibilityQueries eligibility;
    private final FairnessStore store;
    private final OnBehalf onBehalf;
    private final Facts facts;
    private final Clock clock;

    Opportunities(EligibilityQueries eligibility, FairnessStore store, OnBehalf onBehalf, Facts facts, HomeTime home,
            Clock clock) {
        this.home = home;
        this.onBehalf = onBehalf;
        this.eligibility = eligibility;
        this.store = store;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Outcomes each time. @return whether it is time to see again who could take what: posts were offered since, or an
     * hour has passed
     */
    public boolean due() {
        var now = clock.instant();
        store.take(now);
        return store.due(now, now.minus(AT_LATEST));
    }

    /** What became of offers so far. */
    public void settle() {
        store.take(clock.instant());
    }

    /**
     * Every post each active officer could take now, from facts gathered once for all. @return chances not seen before
     */
    public int gather() {
        var now = clock.instant();
        var today = home.day(now);
        var field = eligibility.field(today, today.plusDays(DAYS_AHEAD));
        var open = store.open(today, today.plusDays(DAYS_AHEAD), now);
        var free = field.posts().stream().filter(p -> open.containsKey(p.id())).toList();
        int seen = 0;
        for (var officer : field.officers()) {
            var department = field.departments().get(officer.departmentId());
            seen += store.insert(officer.id(), free.stream()
                    .filter(p -> open.get(p.id()) == null || officer.id().equals(open.get(p.id())))
                    .filter(p -> Eligibility
                            .judge(officer, department, p, field.ledgers().get(officer.id()), field.rules()).allowed())
                    .toList(), now);
        }
        store.take(now);
        return seen;
    }

    /**
     * "Not for me": an officer's own act. It earns them nothing, and costs them nothing but that the hours count as
     * offered.
     */
    public void decline(UUID officer, UUID post) {
        if (!store.canBeTaken(post)) throw new NotFound("offer " + post);
        var now = clock.instant();
        store.insert(officer, List.of(eligibility.post(post)), now);
        if (store.decline(officer, post, now)) facts.tell(new OfferDeclined(Tenancy.tenant(), post, now, officer));
    }

    @Transactional(readOnly = true)
    public boolean declined(UUID officer, UUID post) {
        return store.declined(officer, post);
    }

    /** They thought again. */
    public void reconsider(UUID officer, UUID post) {
        if (store.reconsider(officer, post))
            facts.tell(new OfferReconsidered(Tenancy.tenant(), post, clock.instant(), officer));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(PostsPosted fact) {
        offered(fact.tenant());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(PostsWidened fact) {
        offered(fact.tenant());
    }

    private void offered(UUID agency) {
        onBehalf.run(agency, () -> store.ask(agency));
    }
}
