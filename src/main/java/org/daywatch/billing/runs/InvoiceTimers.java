package org.daywatch.billing.runs;

import org.daywatch.platform.tenancy.Tenants;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes runs on: those that were just begun, and those a stop of the application interrupted. */
@Component
@ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
class InvoiceTimers {

    private final InvoiceRuns runs;
    private final Tenants tenants;

    InvoiceTimers(InvoiceRuns runs, Tenants tenants) {
        this.runs = runs;
        this.tenants = tenants;
    }

    @Scheduled(initialDelay = 3_000, fixedDelay = 3_000)
    void goOn() {
        tenants.forEachAgency("invoice run", agency -> runs.goOn());
    }
}
