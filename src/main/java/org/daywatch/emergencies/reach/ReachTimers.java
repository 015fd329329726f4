package org.daywatch.emergencies.reach;

import java.util.concurrent.TimeUnit;
import org.daywatch.platform.tenancy.Tenants;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Each second a round; twice a second the figures. */
@Component
@ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
class ReachTimers {

    private final Tenants tenants;
    private final ReachWatch watch;
    private final ReachBoard board;

    ReachTimers(Tenants tenants, ReachWatch watch, ReachBoard board) {
        this.tenants = tenants;
        this.watch = watch;
        this.board = board;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void look() {
        tenants.forEachAgency("who was reached", watch::round);
    }

    @Scheduled(fixedDelay = 500, timeUnit = TimeUnit.MILLISECONDS)
    void tell() {
        board.tell();
    }
}
