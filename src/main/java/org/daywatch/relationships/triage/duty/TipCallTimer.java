package org.daywatch.relationships.triage.duty;

import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every ten seconds whether somebody has to be told now; only in districts where tips are read. */
@Component
@ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
class TipCallTimer {

    private static final Logger log = LoggerFactory.getLogger(TipCallTimer.class);

    private final Tenants tenants;
    private final TipCalls calls;
    private final WaitingNotices waiting;

    TipCallTimer(Tenants tenants, TipCalls calls, WaitingNotices waiting) {
        this.tenants = tenants;
        this.calls = calls;
        this.waiting = waiting;
    }

    @Scheduled(fixedDelay = 10_000, initialDelay = 10_000)
    void look() {
        if (tenants.timersWait()) return;
        for (var district : tenants.withTipAnalysts()) {
            try {
                Tenancy.run(Scope.system(district), () -> calls.callAll(district));
                Tenancy.run(Scope.system(district), () -> waiting.tellDue(district));
            } catch (RuntimeException e) {
                log.error("nobody could be told of a tip in district {}", district, e);
            }
        }
    }
}
