package org.daywatch.training.effects;

import java.util.concurrent.TimeUnit;
import org.daywatch.platform.tenancy.Tenants;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks every half hour whether a class can be asked a last time. */
@Component
@ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
class LaterTestTimers {

    private final LaterTests later;
    private final Tenants tenants;

    LaterTestTimers(LaterTests later, Tenants tenants) {
        this.later = later;
        this.tenants = tenants;
    }

    @Scheduled(fixedDelay = 30, initialDelay = 5, timeUnit = TimeUnit.MINUTES)
    void round() {
        tenants.forEachAgency("later tests that are due", agency -> later.remind());
    }
}
