package org.daywatch.relationships.threats.counts;

import java.util.concurrent.TimeUnit;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.daywatch.relationships.threats.ThreatDoor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every hour whether a week or a school year is over somewhere; only where assessments are used. */
@Component
@ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
class CaseCountTimer {

    private static final Logger log = LoggerFactory.getLogger(CaseCountTimer.class);

    private final Tenants tenants;
    private final CaseCount count;
    private final ThreatDoor door;

    CaseCountTimer(Tenants tenants, CaseCount count, ThreatDoor door) {
        this.tenants = tenants;
        this.count = count;
        this.door = door;
    }

    @Scheduled(fixedDelay = 60, initialDelay = 3, timeUnit = TimeUnit.MINUTES)
    void count() {
        if (tenants.timersWait() || !door.isOpen()) return;
        for (var tenant : tenants.list()) {
            if (!tenant.kind().equals("DISTRICT")) continue;
            try {
                Tenancy.run(Scope.system(tenant.id()), () -> count.count(tenant.id()));
            } catch (RuntimeException e) {
                log.error("assessments could not be counted in district {}", tenant.id(), e);
            }
        }
    }
}
