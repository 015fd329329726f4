package org.daywatch.staffing.schedules.weeks;

import java.util.concurrent.atomic.AtomicBoolean;
import org.daywatch.platform.tenancy.Tenants;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Schedules that wait are worked out by whichever node looks first. */
@Component
@ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
class ScheduleTimers {

    private final Tenants tenants;
    private final ScheduleJobs jobs;
    private final AtomicBoolean busy = new AtomicBoolean();

    ScheduleTimers(Tenants tenants, ScheduleJobs jobs) {
        this.tenants = tenants;
        this.jobs = jobs;
    }

    /** On a thread of its own: a large schedule takes minutes, and the other timers share one thread. */
    @Scheduled(fixedDelay = 500, initialDelay = 10_000)
    void work() {
        if (!busy.compareAndSet(false, true)) return;
        Thread.ofPlatform().daemon().name("rosters").start(() -> {
            try {
                tenants.forEachAgency("working out rosters", agency -> jobs.next());
            } finally {
                busy.set(false);
            }
        });
    }
}
