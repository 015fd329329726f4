package org.daywatch.relationships.triage.board;

import java.util.concurrent.TimeUnit;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every hour whether a week is over somewhere; only in districts where tips are read. */
@Component
@ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
class TipBoardTimer {

    private static final Logger log = LoggerFactory.getLogger(TipBoardTimer.class);

    private final Tenants tenants;
    private final TipBoardCount boards;

    TipBoardTimer(Tenants tenants, TipBoardCount boards) {
        this.tenants = tenants;
        this.boards = boards;
    }

    @Scheduled(fixedDelay = 60, initialDelay = 2, timeUnit = TimeUnit.MINUTES)
    void count() {
        if (tenants.timersWait()) return;
        for (var district : tenants.withTipAnalysts()) {
            try {
                Tenancy.run(Scope.system(district), () -> boards.count(district));
            } catch (RuntimeException e) {
                log.error("what tips led to could not be counted in district {}", district, e);
            }
        }
    }
}
