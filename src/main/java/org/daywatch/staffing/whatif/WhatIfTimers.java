package org.daywatch.staffing.whatif;

import java.util.concurrent.atomic.AtomicBoolean;
import org.daywatch.platform.tenancy.Tenants;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What-ifs that wait are replayed by whichever node looks first, on a thread of their own: a term takes minutes. */
@Component
@ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
class WhatIfTimers {

    private final Tenants tenants;
    private final WhatIfJobs jobs;
    private final AtomicBoolean busy = new AtomicBoolean();

    WhatIfTimers(Tenants tenants, WhatIfJobs jobs) {
        this.tenants = tenants;
        this.jobs = jobs;
    }

    @Scheduled(fixedDelay = 500, initialDelay = 10_000)
    void work() {
        if (!busy.compareAndSet(false, true)) return;
        Thread.ofPlatform().daemon().name("what-ifs").start(() -> {
            try {
                tenants.forEachAgency("replaying what-ifs", agency -> jobs.next());
            } finally {
                busy.set(false);
            }
        });
    }
}
