package org.daywatch.emergencies.reach;

import java.util.concurrent.TimeUnit;
import org.daywatch.platform.tenancy.Tenants;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Each second a round; twice a second the figures; every two minutes who belongs where, each node at its own moment,
 * and every five seconds where nobody is known yet.
 */
@Component
@ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
class ReachTimers {

    private final Tenants tenants;
    private final ReachWatch watch;
    private final ReachBoard board;
    private final KnownPeople known;

    ReachTimers(Tenants tenants, ReachWatch watch, ReachBoard board, KnownPeople known) {
        this.known = known;
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

    @Scheduled(fixedDelayString = "120", initialDelayString = "${random.int[30,120]}", timeUnit = TimeUnit.SECONDS)
    void read() {
        known.refresh();
    }

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void readFirst() {
        known.readWhereNobodyIsKnown();
    }
}
