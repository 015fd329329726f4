package org.daywatch.staffing.rosters.weeks;

import org.daywatch.platform.tenancy.Tenants;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Rosters that wait are worked out by whichever node looks first. */
@Component
@ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
class RosterTimers {

    private final Tenants tenants;
    private final RosterJobs jobs;

    RosterTimers(Tenants tenants, RosterJobs jobs) {
        this.tenants = tenants;
        this.jobs = jobs;
    }

    @Scheduled(fixedDelay = 500, initialDelay = 10_000)
    void work() {
        tenants.forEachAgency("working out rosters", agency -> jobs.next());
    }
}
