package org.daywatch.emergencies.responders;

import java.util.concurrent.TimeUnit;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.platform.tenancy.Tenants;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * A plan tells its owner itself when a link first shows it; of every device after the first they hear from here, of
 * those of one minute in one message.
 */
@Component
class LaterDevices {

    private final ResponderLinks links;
    private final LinkedPlans plans;
    private final AlertStore alerts;
    private final Tenants tenants;
    private final boolean timers;

    LaterDevices(ResponderLinks links, LinkedPlans plans, AlertStore alerts, Tenants tenants,
            @Value("${daywatch.timers:true}") boolean timers) {
        this.links = links;
        this.plans = plans;
        this.alerts = alerts;
        this.tenants = tenants;
        this.timers = timers;
    }

    /** The agency is bound; what is taken here is told by nobody else. */
    void tell(ResponderLink link) {
        int more = links.takeUntold(link.id());
        if (more > 0) alerts.find(link.alertId()).ifPresent(alert -> plans.openedByMore(link, alert, more));
    }

    /** Of those who came before the minute was over. */
    void round() {
        links.withUntold().forEach(this::tell);
    }

    @Scheduled(fixedDelay = 15, initialDelay = 15, timeUnit = TimeUnit.SECONDS)
    void look() {
        if (timers) tenants.forEachAgency("devices that opened a link for responders", agency -> round());
    }
}
