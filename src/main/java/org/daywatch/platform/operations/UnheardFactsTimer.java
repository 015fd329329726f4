package org.daywatch.platform.operations;

import java.util.concurrent.TimeUnit;
import org.daywatch.platform.tenancy.Tenants;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Once at the start for what the last one left behind, then every five seconds. */
@Component
@ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
class UnheardFactsTimer {

    private final UnheardFacts facts;
    private final Tenants tenants;

    UnheardFactsTimer(UnheardFacts facts, Tenants tenants) {
        this.facts = facts;
        this.tenants = tenants;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (!tenants.timersWait()) facts.tellAfterStart();
    }

    @Scheduled(fixedDelay = 5, initialDelay = 5, timeUnit = TimeUnit.SECONDS)
    void again() {
        if (!tenants.timersWait()) facts.tellAgain();
    }
}
