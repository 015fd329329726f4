package org.daywatch.platform.notifications;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Every three seconds, for every organisation; on a thread of its own, so that a slow mail server holds up no other timer. */
@Component
@ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
class DeliveryTimers {

    private static final Logger log = LoggerFactory.getLogger(DeliveryTimers.class);

    private final Tenants tenants;
    private final DeliveryWorker worker;
    private final AtomicBoolean busy = new AtomicBoolean();

    DeliveryTimers(Tenants tenants, DeliveryWorker worker) {
        this.tenants = tenants;
        this.worker = worker;
    }

    @Scheduled(fixedRate = 3, timeUnit = TimeUnit.SECONDS)
    void wake() {
        if (!busy.compareAndSet(false, true)) return;
        Thread.ofVirtual().name("deliveries").start(() -> {
            try {
                tenants.list().forEach(this::deliver);
            } finally {
                busy.set(false);
            }
        });
    }

    private void deliver(Tenants.Tenant tenant) {
        try {
            Tenancy.run(Scope.system(tenant.id()), () -> {
                while (worker.deliver() == DeliveryWorker.BATCH) Thread.yield();
            });
        } catch (RuntimeException e) {
            log.error("deliveries of {} failed", tenant.id(), e);
        }
    }
}
