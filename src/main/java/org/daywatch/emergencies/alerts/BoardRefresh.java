package org.daywatch.emergencies.alerts;

import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.tenancy.Tenants;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Brings what other nodes have stored onto this node's board, and what an earlier run left; while the database is away
 * the board stays as it is.
 */
@Component
@ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
class BoardRefresh {

    private final Tenants tenants;
    private final AlertStore alerts;
    private final Campuses campuses;
    private final SchoolBoard board;

    BoardRefresh(Tenants tenants, AlertStore alerts, Campuses campuses, SchoolBoard board) {
        this.tenants = tenants;
        this.alerts = alerts;
        this.campuses = campuses;
        this.board = board;
    }

    @Scheduled(fixedDelay = 2, timeUnit = java.util.concurrent.TimeUnit.SECONDS)
    void refresh() {
        tenants.forEachAgency("what stands at the schools", this::refresh);
        board.forget();
    }

    private void refresh(UUID agency) {
        var underWay = alerts.underWay();
        underWay.forEach(board::stored);
        for (var id : board.missing(agency, underWay.stream().map(Alert::id).toList()))
            alerts.find(id).ifPresent(board::stored);
    }

    @Scheduled(fixedDelay = 300, timeUnit = java.util.concurrent.TimeUnit.SECONDS)
    void callSchoolsByName() {
        tenants.forEachAgency("names of schools", agency -> board
                .call(campuses.search("", null).stream().collect(Collectors.toMap(Campus::id, AlertText.School::of))));
    }
}
