package org.daywatch.staffing.schedules.publishing;

import java.util.concurrent.atomic.AtomicBoolean;
import org.daywatch.platform.tenancy.Tenants;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Publications that wait are done by whichever node looks first, beside the schedules that are being worked out. */
@Component
@ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
class PublicationTimers {

    private final Tenants tenants;
    private final SchedulePublishing publishing;
    private final AtomicBoolean busy = new AtomicBoolean();

    PublicationTimers(Tenants tenants, SchedulePublishing publishing) {
        this.tenants = tenants;
        this.publishing = publishing;
    }

    @Scheduled(fixedDelay = 500, initialDelay = 10_000)
    void work() {
        if (!busy.compareAndSet(false, true)) return;
        Thread.ofPlatform().daemon().name("publishing-rosters").start(() -> {
            try {
                tenants.forEachAgency("publishing rosters", agency -> publishing.next());
            } finally {
                busy.set(false);
            }
        });
    }
}
