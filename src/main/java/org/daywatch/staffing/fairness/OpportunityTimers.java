package org.daywatch.staffing.fairness;

import org.daywatch.platform.tenancy.Tenants;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sees every minute what became of offers, and who was shown new ones. */
@Component
@ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
class OpportunityTimers {

    private final Tenants tenants;
    private final Opportunities opportunities;

    OpportunityTimers(Tenants tenants, Opportunities opportunities) {
        this.tenants = tenants;
        this.opportunities = opportunities;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 50_000)
    void gather() {
        tenants.forEachAgency("gathering opportunities", agency -> {
            if (opportunities.due()) opportunities.gather();
        });
    }
}
