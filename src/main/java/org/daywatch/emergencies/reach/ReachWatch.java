package org.daywatch.emergencies.reach;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.platform.time.Elapsed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Goes round: who must be reached, who has not seen it, what is sent to them, and the figures for the screens. One
 * alert's failure does not stop the next.
 */
@Component
public class ReachWatch {

    private static final Logger log = LoggerFactory.getLogger(ReachWatch.class);
    private static final Duration AFTERWARD = Duration.ofMinutes(10);

    private final AlertStore alerts;
    private final SchoolPeople people;
    private final ReachStore store;
    private final ReachBoard board;
    private final ReachMessages messages;
    private final Elapsed elapsed;
    private final Clock clock;

    ReachWatch(AlertStore alerts, SchoolPeople people, ReachStore store, ReachBoard board, ReachMessages messages,
            Elapsed elapsed, Clock clock) {
        this.alerts = alerts;
        this.people = people;
        this.store = store;
        this.board = board;
        this.messages = messages;
        this.elapsed = elapsed;
        this.clock = clock;
    }

    /** For the agency that is bound. */
    public void round(UUID agency) {
        boolean all = true;
        for (var alert : alerts.since(clock.instant().minus(AFTERWARD))) {
            try {
                look(alert);
            } catch (RuntimeException e) {
                all = false;
                log.error("reach of alert {} could not be looked at", alert.id(), e);
            }
        }
        if (all) elapsed.looked(agency);
    }

    private void look(Alert alert) {
        var now = clock.instant();
        var reach = alert.state().over() ? store.of(alert.id()) : store.expect(alert, people.of(alert), now);
        board.stored(alert, reach);
        if (alert.state().over()) messages.end(alert);
        else messages.go(alert, reach, now);
    }
}
