package org.daywatch.platform.notifications;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Every three seconds it is asked in every organization what is to be sent by which way. Each way has a thread of its
 * own, urgent apart from the rest, and goes through the organizations in turn: a gateway that hangs holds up its own
 * way and no other.
 */
@Component
@ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
class DeliveryTimers {

    private static final Logger log = LoggerFactory.getLogger(DeliveryTimers.class);

    private final Tenants tenants;
    private final DeliveryWorker worker;
    private final AtomicBoolean asking = new AtomicBoolean();
    /** Organizations that wait for their turn, by way; a way is here while its thread runs. */
    private final Map<DeliveryWorker.Way, Set<UUID>> turns = new HashMap<>();

    DeliveryTimers(Tenants tenants, DeliveryWorker worker) {
        this.tenants = tenants;
        this.worker = worker;
    }

    @Scheduled(fixedRate = 3, timeUnit = TimeUnit.SECONDS)
    void wake() {
        if (!asking.compareAndSet(false, true)) return;
        Thread.ofPlatform().daemon().name("deliveries").start(() -> {
            try {
                tenants.list().forEach(
                        tenant -> carefully(tenant.id(), () -> worker.due().forEach(way -> queue(way, tenant.id()))));
            } finally {
                asking.set(false);
            }
        });
    }

    private void queue(DeliveryWorker.Way way, UUID tenant) {
        synchronized (turns) {
            var waiting = turns.get(way);
            if (waiting != null) {
                waiting.add(tenant);
                return;
            }
            turns.put(way, new LinkedHashSet<>(Set.of(tenant)));
        }
        Thread.ofPlatform().daemon().name("deliveries " + way).start(() -> {
            for (var next = turn(way); next != null; next = turn(way)) deliver(way, next);
        });
    }

    /** A batch at a time, so that one organization's thousand letters keep no other waiting. */
    private void deliver(DeliveryWorker.Way way, UUID tenant) {
        carefully(tenant, () -> {
            if (worker.deliver(way) == DeliveryWorker.BATCH) queue(way, tenant);
        });
    }

    private @Nullable UUID turn(DeliveryWorker.Way way) {
        synchronized (turns) {
            var waiting = turns.get(way).iterator();
            if (!waiting.hasNext()) {
                turns.remove(way);
                return null;
            }
            var next = waiting.next();
            waiting.remove();
            return next;
        }
    }

    private void carefully(UUID tenant, Runnable work) {
        try {
            Tenancy.run(Scope.system(tenant), work);
        } catch (RuntimeException e) {
            log.error("deliveries of {} failed", tenant, e);
        }
    }
}
