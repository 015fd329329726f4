package org.daywatch.staffing.officers;

import org.daywatch.platform.tenancy.Tenants;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Catches what changed a file without its store, such as an import that was undone. */
@Component
@ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
class OfficerCardTimers {

    private final Tenants tenants;
    private final OfficerCards cards;

    OfficerCardTimers(Tenants tenants, OfficerCards cards) {
        this.tenants = tenants;
        this.cards = cards;
    }

    @Scheduled(fixedDelay = 120_000, initialDelay = 45_000)
    void refresh() {
        tenants.forEachAgency("officers' cards", agency -> cards.refreshAll());
    }
}
