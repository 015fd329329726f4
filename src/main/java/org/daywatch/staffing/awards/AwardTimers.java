package org.daywatch.staffing.awards;

import org.daywatch.platform.tenancy.Tenants;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Awards each post when signing up for it has ended. */
@Component
@ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
class AwardTimers {

    private final Tenants tenants;
    private final Awards awards;

    AwardTimers(Tenants tenants, Awards awards) {
        this.tenants = tenants;
        this.awards = awards;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 30_000)
    void award() {
        tenants.forEachAgency("awarding posts", agency -> awards.awardDue());
    }
}
