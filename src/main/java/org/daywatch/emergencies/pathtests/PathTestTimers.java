package org.daywatch.emergencies.pathtests;

import java.util.concurrent.TimeUnit;
import org.daywatch.platform.tenancy.Tenants;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks each minute whether a school's test is due by the school's own clock. */
@Component
@ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
class PathTestTimers {

    private final Tenants tenants;
    private final PathTests tests;

    PathTestTimers(Tenants tenants, PathTests tests) {
        this.tenants = tenants;
        this.tests = tests;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void look() {
        tenants.forEachAgency("weekly tests of the way to devices", tests::round);
    }
}
