package org.daywatch.emergencies.webhooks;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * A thread of its own for each address that has something due: a slow one holds up only itself. Right after the commit,
 * and every three seconds.
 */
@Component
class WebhookRounds {

    private static final Logger log = LoggerFactory.getLogger(WebhookRounds.class);

    private final Tenants tenants;
    private final ObjectProvider<WebhookDeliveries> deliveries;
    private final ObjectProvider<WebhookWorker> worker;
    private final boolean timers;
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();

    WebhookRounds(Tenants tenants, ObjectProvider<WebhookDeliveries> deliveries, ObjectProvider<WebhookWorker> worker,
            @Value("${daywatch.timers:true}") boolean timers) {
        this.tenants = tenants;
        this.deliveries = deliveries;
        this.worker = worker;
        this.timers = timers;
    }

    @Scheduled(fixedDelay = 3, timeUnit = TimeUnit.SECONDS)
    void round() {
        if (!timers) return;
        for (var tenant : tenants.list()) {
            try {
                go(tenant.id());
            } catch (RuntimeException e) {
                log.error("webhooks of {} could not be looked at", tenant.id(), e);
            }
        }
    }

    /** Something was stored for the organization. */
    void wake(UUID organization) {
        if (timers) Thread.ofPlatform().daemon().name("webhooks").start(() -> go(organization));
    }

    /** Begins to send to every address of the organization that has something due and is not being sent to. */
    void go(UUID organization) {
        var scope = Scope.system(organization);
        for (var webhook : Tenancy.as(scope, () -> deliveries.getObject().waiting())) {
            if (!busy.add(webhook)) continue;
            Thread.ofPlatform().daemon().name("webhook-" + webhook).start(() -> {
                try {
                    Tenancy.run(scope, () -> worker.getObject().deliver(webhook));
                } catch (RuntimeException e) {
                    log.error("webhook {} could not be sent to", webhook, e);
                } finally {
                    busy.remove(webhook);
                }
            });
        }
    }
}
