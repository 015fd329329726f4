package org.daywatch.relationships.tips.canary;

import java.util.concurrent.TimeUnit;
import org.daywatch.platform.tenancy.Tenants;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Every hour, on each node that has a door: a moment that says nothing of anybody's tip. */
@Component
@ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
class CanaryTimer {

    private final CanaryRound round;
    private final Tenants tenants;

    CanaryTimer(CanaryRound round, Tenants tenants) {
        this.round = round;
        this.tenants = tenants;
    }

    @Scheduled(fixedDelay = 60, initialDelay = 3, timeUnit = TimeUnit.MINUTES)
    void fly() {
        if (!tenants.timersWait()) round.now();
    }
}
