package org.daywatch.emergencies.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.emergencies.alerts.Alert.State;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneStreams;
import org.daywatch.platform.events.Decision;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What stands now at every school, in memory, so that a press is answered and shown while the database is away. It decides with the
 * same pure function as the database path; what was stored wins. Screens are sent a version once.
 */
@Component
class SchoolBoard {

    /** So long a press that comes late still finds the alert that has ended since. */
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final ObjectProvider<LaneStreams> streams;
    private final AlertText text;
    private final Map<UUID, Row> rows = new HashMap<>();
    private volatile Map<UUID, String> names = Map.of();

    SchoolBoard(ObjectProvider<LaneStreams> streams, AlertText text) {
        this.streams = streams;
        this.text = text;
    }

    private static final class Row {
        private Alert alert;
        private boolean stored;
        private final Set<UUID> presses = new HashSet<>();
        private int shown;

        private Row(Alert alert) {
            this.alert = alert;
        }
    }

    /** The alert that a first press makes. */
    static Alert raised(LaneEntry.Press p) {
        return new Alert(p.agency(), p.id(), p.district(), p.school(), p.status(), p.action(), p.detail(), p.place(), p.presser(), p.acceptedAt(),
                new State.Active(p.acceptedAt(), null), Map.of(), 1);
    }

    /** A press that is on disk and not yet in the database. @return the alert it belongs to */
    synchronized UUID heard(LaneEntry.Press press) {
        var row = rows.values().stream().filter(r -> r.alert.schoolId().equals(press.school()))
                .filter(r -> r.presses.contains(press.id()) || r.alert.takes(press.status(), press.action(), press.acceptedAt()))
                .min(Comparator.comparing((Row r) -> !r.presses.contains(press.id())).thenComparing(r -> r.alert.state().over())
                        .thenComparing(r -> r.alert.raisedAt(), Comparator.reverseOrder()))
                .orElseGet(() -> add(raised(press)));
        if (!row.presses.add(press.id())) return row.alert.id();
        var joined = row.alert.decide(new AlertCommand.Press(press.person(), press.presser(), press.action(), press.detail()), press.acceptedAt());
        if (joined instanceof Decision.Accepted<Alert> accepted) row.alert = accepted.state();
        show(row);
        return row.alert.id();
    }

    synchronized void stored(LaneEntry.Press press, Alert alert) {
        rows.computeIfAbsent(alert.id(), id -> new Row(alert)).presses.add(press.id());
        stored(alert);
    }

    synchronized void stored(Alert alert) {
        var row = rows.computeIfAbsent(alert.id(), id -> new Row(alert));
        if (alert.version() >= row.alert.version()) row.alert = alert;
        row.stored = true;
        show(row);
    }

    /** Alerts of the agency that this node holds for under way and the database no longer does. */
    synchronized List<UUID> missing(UUID agency, Collection<UUID> underWay) {
        return rows.values().stream().filter(r -> r.stored && !r.alert.state().over() && r.alert.agencyId().equals(agency) && !underWay.contains(r.alert.id()))
                .map(r -> r.alert.id()).toList();
    }

    synchronized void forget(Instant now) {
        rows.values().removeIf(r -> r.stored && r.alert.state().over() && r.alert.state().since().plus(REMEMBERED).isBefore(now));
    }

    synchronized Optional<Alert> find(UUID alert) {
        return Optional.ofNullable(rows.get(alert)).map(row -> row.alert);
    }

    synchronized int pressers(UUID alert) {
        var row = rows.get(alert);
        return row == null ? 0 : row.presses.size();
    }

    /** Names of schools, for screens that cannot ask. */
    void call(Map<UUID, String> schools) {
        var known = new HashMap<>(names);
        known.putAll(schools);
        names = Map.copyOf(known);
    }

    private Row add(Alert alert) {
        var row = new Row(alert);
        rows.put(alert.id(), row);
        return row;
    }

    /** Once for each version: 400 presses of one event are one sound. */
    private void show(Row row) {
        if (row.shown >= row.alert.version()) return;
        row.shown = row.alert.version();
        var alert = row.alert;
        var lane = streams.getIfAvailable();
        if (lane == null) return;
        lane.publish(alert.agencyId(), alert.districtId(), alert.schoolId(), "alert", text.of(alert, names.getOrDefault(alert.schoolId(), ""), row.presses.size()));
        alert.forced().forEach((person, said) -> {
            if (said.over()) lane.publishTo(person, alert.schoolId(), "quiet", text.quiet(alert));
        });
        boolean quiet = rows.values().stream().noneMatch(r -> r.alert.schoolId().equals(alert.schoolId()) && !r.alert.state().over());
        if (quiet) lane.publish(alert.agencyId(), alert.districtId(), alert.schoolId(), "quiet", text.quiet(alert));
    }
}
