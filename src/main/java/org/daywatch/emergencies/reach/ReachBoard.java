package org.daywatch.emergencies.reach;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.alerts.screen.ReachFigures;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneStreams;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Receipts in memory, so that figures are told while the database is away. Screens get figures, never names, at most twice a second for
 * one alert: 2,000 receipts must not become 2,000 events for 2,000 readers. Of an alert that the database does not know yet they count
 * whoever answered: who belongs to the school only the database says.
 */
@Component
class ReachBoard implements ReachFigures {

    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final ObjectProvider<LaneStreams> streams;
    private final JsonMapper json;
    private final Clock clock;
    private final Map<UUID, Row> rows = new HashMap<>();

    ReachBoard(ObjectProvider<LaneStreams> streams, JsonMapper json, @Qualifier("expiry") Clock clock) {
        this.streams = streams;
        this.json = json;
        this.clock = clock;
    }

    private static final class Row {
        private final UUID agency;
        private final UUID district;
        private final UUID school;
        private final Map<UUID, Reach> people = new HashMap<>();
        private final java.util.Set<UUID> receipts = new java.util.HashSet<>();
        private String state = "ACTIVE";
        private String status = "";
        private Instant touched;
        private boolean changed = true;
        private boolean counted;

        private Row(UUID agency, UUID district, UUID school, Instant now) {
            this.agency = agency;
            this.district = district;
            this.school = school;
            this.touched = now;
        }

        private Tally tally() {
            return counted ? Tally.of(people.values()) : Tally.ofAll(people.values());
        }
    }

    synchronized void heard(LaneEntry.Ack ack) {
        var row = row(ack.alert(), ack.agency(), ack.district(), ack.school());
        if (!row.receipts.add(ack.id())) return;
        var before = row.people.getOrDefault(ack.person(), Reach.fresh(ack.agency(), ack.alert(), ack.district(), ack.school(), ack.person(), ack.name(), "", false, 0, ack.acceptedAt()));
        var after = before.decide(new ReachCommand.Receive(ack.version(), ack.kind(), Way.STREAM), ack.acceptedAt()).orThrow().state();
        row.changed |= !after.state().equals(before.state());
        row.people.put(ack.person(), after);
    }

    /** Who gave the alert its name has seen it; of the others the database knows whether it is what they pressed for. */
    synchronized void pressed(LaneEntry.Press press, UUID alert) {
        var row = row(alert, press.agency(), press.district(), press.school());
        if (row.status.isEmpty()) row.status = press.status().name();
        if (press.id().equals(alert) && press.person() != null && press.status() != AlertStatus.TEST) {
            heard(new LaneEntry.Ack(press.id(), press.agency(), press.district(), press.school(), alert, 1, LaneEntry.Kind.SEEN, press.person(), press.presser(), "", press.acceptedAt()));
        }
    }

    /** What the database knows of an alert. What memory knows better stays; what only memory knows too. */
    synchronized void stored(Alert alert, Collection<Reach> people) {
        var row = row(alert.id(), alert.agencyId(), alert.districtId(), alert.schoolId());
        row.changed |= !row.state.equals(alert.state().code()) || !row.status.equals(alert.status().name());
        row.state = alert.state().code();
        row.status = alert.status().name();
        row.counted = true;
        for (var stored : people) {
            var known = row.people.get(stored.person());
            var heard = known == null ? stored : known.decide(new ReachCommand.Tell(stored.told()), stored.state().since()).orThrow().state(); // of what the school is told now
            boolean behind = heard.state().rank() <= stored.state().rank();
            var next = behind ? stored : heard.as(stored.name(), stored.role(), stored.expected());
            row.changed |= !next.equals(known);
            row.people.put(stored.person(), next);
        }
    }

    synchronized Optional<Tally> tally(UUID alert) {
        return Optional.ofNullable(rows.get(alert)).map(Row::tally);
    }

    @Override
    public synchronized Map<UUID, Map<String, Object>> figures(Collection<UUID> alerts) {
        var figures = new HashMap<UUID, Map<String, Object>>();
        for (var alert : alerts) if (rows.get(alert) instanceof Row row && !row.status.isEmpty()) figures.put(alert, figures(alert, row));
        return figures;
    }

    /** Tells screens what has changed since the last time. */
    synchronized void tell() {
        var lane = streams.getIfAvailable();
        rows.forEach((alert, row) -> {
            if (!row.changed || row.status.isEmpty()) return;
            row.changed = false;
            if (lane != null) lane.publish(row.agency, row.district, row.school, "reach", json.writeValueAsString(figures(alert, row)));
        });
        rows.values().removeIf(row -> row.touched.plus(REMEMBERED).isBefore(clock.instant()));
    }

    private static Map<String, Object> figures(UUID alert, Row row) {
        var tally = row.tally();
        var said = new LinkedHashMap<String, Object>();
        said.put("alert", alert.toString());
        said.put("school", row.school.toString());
        said.put("status", row.status);
        said.put("state", row.state);
        said.put("expected", tally.expected());
        said.put("delivered", tally.delivered());
        said.put("seen", tally.seen());
        said.put("acknowledged", tally.acknowledged());
        said.put("safe", tally.safe());
        said.put("needHelp", tally.needHelp());
        return said;
    }

    private Row row(UUID alert, UUID agency, UUID district, UUID school) {
        var row = rows.computeIfAbsent(alert, id -> new Row(agency, district, school, clock.instant()));
        row.touched = clock.instant();
        return row;
    }
}
