package org.daywatch.emergencies.reach;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.alerts.AlertsNow;
import org.daywatch.emergencies.alerts.screen.ReachFigures;
import org.daywatch.emergencies.exercises.audience.ExerciseAudiences;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneNames;
import org.daywatch.emergencies.lane.LaneSender;
import org.daywatch.emergencies.lane.LaneStreams;
import org.daywatch.platform.time.Elapsed;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Receipts in memory, so that figures are told while the database is away. Screens get figures, never names, at most
 * twice a second for one alert: 2,000 receipts must not become 2,000 events for 2,000 readers. Of an alert that the
 * database does not know within three seconds, and of one at which nobody could look for ten, they say of how many by a
 * list, with the moment of that list; then whoever may read names can ask for them.
 */
@Component
class ReachBoard implements ReachFigures, LaneNames {

    private static final Duration REMEMBERED = Duration.ofHours(1);
    /** So long the database may take to learn of an alert. */
    private static final Duration SETTLES = Duration.ofSeconds(3);
    /** So long after a look at it an alert's figures are those of the records: each is looked at once a second. */
    private static final Duration AWAY = Duration.ofSeconds(10);
    private static final Set<String> OVER = Set.of("ENDED", "CANCELLED");

    private final ObjectProvider<LaneStreams> streams;
    private final AlertsNow alerts;
    private final KnownPeople known;
    private final ExerciseAudiences audiences;
    private final JsonMapper json;
    private final Elapsed elapsed;
    private final Clock time;
    private final Clock clock;
    private final Map<UUID, Row> rows = new HashMap<>();

    ReachBoard(ObjectProvider<LaneStreams> streams, AlertsNow alerts, KnownPeople known, ExerciseAudiences audiences,
            JsonMapper json, Elapsed elapsed, Clock time,
            @Qualifier("expiry") Clock clock) {
        this.time = time;
        this.streams = streams;
        this.alerts = alerts;
        this.known = known;
        this.audiences = audiences;
        this.json = json;
        this.elapsed = elapsed;
        this.clock = clock;
    }

    /** Where figures come from. LIST and NONE: the records cannot be asked; NONE: and this node knows no list. */
    private enum From {
        RECORDS, FIRST_SECONDS, LIST, NONE
    }

    /** @param asOf null where the records were asked just now */
    private record View(From from, Collection<Reach> people, @Nullable Instant asOf) {

        private Tally tally() {
            return from == From.RECORDS || from == From.LIST ? Tally.of(people) : Tally.ofAll(people);
        }
    }

    private static final class Row {
        private final UUID agency;
        private final UUID district;
        private final UUID school;
        private final Map<UUID, Reach> people = new HashMap<>();
        private final Set<UUID> receipts = new HashSet<>();
        private String state = "ACTIVE";
        private String status = "";
        private Instant touched;
        private boolean changed = true;
        private From said = From.FIRST_SECONDS;
        /** When the database was last looked at, and null before. */
        private @Nullable Instant counted;
        /** Of that look, or of the first that was heard; by a clock that nobody sets. */
        private long nanos;

        private Row(UUID agency, UUID district, UUID school, Instant now, long nanos) {
            this.agency = agency;
            this.district = district;
            this.school = school;
            this.touched = now;
            this.nanos = nanos;
        }
    }

    synchronized void heard(LaneEntry.Ack ack) {
        var row = row(ack.alert(), ack.agency(), ack.district(), ack.school());
        if (!row.receipts.add(ack.id())) return;
        var before = row.people.getOrDefault(ack.person(), Reach.fresh(ack.agency(), ack.alert(), ack.district(),
                ack.school(), ack.person(), ack.name(), "", false, 0, ack.acceptedAt()));
        var after = before.decide(new ReachCommand.Receive(ack.version(), ack.kind(), Way.STREAM), ack.acceptedAt())
                .orThrow().state();
        row.changed |= !after.state().equals(before.state());
        row.people.put(ack.person(), after);
    }

    /** Who pressed for what the school is told has seen it, as in {@link ReachStore#seenByPressing}. */
    synchronized void pressed(LaneEntry.Press press, UUID alert) {
        var row = row(alert, press.agency(), press.district(), press.school());
        if (row.status.isEmpty()) row.status = press.status().name();
        fold(alert, row);
        var now = alerts.find(alert);
        int told = now.map(Alert::told).orElse(1);
        boolean same = now.map(known -> known.action() == press.action() && known.detail().equals(press.detail()))
                .orElse(press.id().equals(alert));
        if (same && press.person() != null && press.status() != AlertStatus.TEST) {
            heard(new LaneEntry.Ack(press.id(), press.agency(), press.district(), press.school(), alert, told,
                    LaneEntry.Kind.SEEN, press.person(), press.presser(), "", press.acceptedAt()));
        }
    }

    /**
     * What two nodes had raised at once under two names is this one: whoever answered to the other name has answered to
     * it.
     */
    private void fold(UUID alert, Row row) {
        rows.entrySet().removeIf(entry -> {
            var other = entry.getValue();
            boolean merged = other != row && other.counted == null && other.school.equals(row.school)
                    && other.status.equals(row.status) && alerts.find(entry.getKey()).isEmpty();
            if (merged)
                other.people.forEach((person, reach) -> row.people.merge(person, reach,
                        (here, there) -> here.state().rank() >= there.state().rank() ? here : there));
            row.changed |= merged;
            return merged;
        });
    }

    /** What the database knows of an alert. What memory knows better stays; what only memory knows too. */
    synchronized void stored(Alert alert, Collection<Reach> people) {
        var row = row(alert.id(), alert.agencyId(), alert.districtId(), alert.schoolId());
        row.changed |= !row.state.equals(alert.state().code()) || !row.status.equals(alert.status().name());
        row.state = alert.state().code();
        row.status = alert.status().name();
        row.counted = time.instant();
        row.nanos = elapsed.nanos();
        for (var stored : people) {
            var known = row.people.get(stored.person());
            var heard = known == null
                    ? stored
                    : known.decide(new ReachCommand.Tell(stored.told()), stored.state().since()).orThrow().state(); // of what the school is told now
            boolean behind = heard.state().rank() <= stored.state().rank();
            var next = behind ? stored : heard.as(stored.name(), stored.role(), stored.expected());
            row.changed |= !next.equals(known);
            row.people.put(stored.person(), next);
        }
    }

    synchronized Optional<Tally> tally(UUID alert) {
        return Optional.ofNullable(rows.get(alert)).map(row -> view(alert, row).tally());
    }

    @Override
    public synchronized Map<UUID, Map<String, Object>> figures(Collection<UUID> alerts) {
        var figures = new HashMap<UUID, Map<String, Object>>();
        for (var alert : alerts)
            if (rows.get(alert) instanceof Row row && !row.status.isEmpty()) figures.put(alert, figures(alert, row));
        return figures;
    }

    /** Tells screens what has changed since the last time. */
    synchronized void tell() {
        var lane = streams.getIfAvailable();
        rows.forEach((alert, row) -> {
            var from = from(alert, row);
            if (!row.changed && from == row.said || row.status.isEmpty()) return;
            row.changed = false;
            row.said = from;
            if (lane != null)
                lane.publish(row.agency, row.district, row.school, "reach",
                        json.writeValueAsString(figures(alert, row)));
        });
        rows.values().removeIf(row -> row.touched.plus(REMEMBERED).isBefore(clock.instant()));
    }

    @Override
    public synchronized Optional<Map<String, Object>> notReached(LaneSender sender, UUID alert) {
        var row = rows.get(alert);
        if (row == null || row.status.isEmpty() || row.status.equals(AlertStatus.TEST.name())
                || !sender.hears(row.agency, row.district, row.school))
            return Optional.empty();
        var view = view(alert, row);
        if (view.from() != From.LIST) return Optional.empty();
        var said = figures(alert, row);
        var names = ByName.of(view.people());
        said.put("people", Map.of("NEEDS_HELP", names.needHelp(), "NOT_REACHED", names.notReached(), "DELIVERED",
                names.delivered()));
        return Optional.of(said);
    }

    private From from(UUID alert, Row row) {
        var age = Duration.ofNanos(elapsed.nanos() - row.nanos);
        boolean stands = alerts.find(alert).isPresent() && !row.status.isEmpty() && !OVER.contains(row.state);
        if (row.counted != null) return stands && age.compareTo(AWAY) > 0 ? From.LIST : From.RECORDS;
        if (!stands || age.compareTo(SETTLES) <= 0) return From.FIRST_SECONDS;
        return known.at(row.agency, row.district, row.school).isPresent() ? From.LIST : From.NONE;
    }

    private View view(UUID alert, Row row) {
        var from = from(alert, row);
        if (from != From.LIST) return new View(from, row.people.values(), null);
        var now = alerts.find(alert).orElseThrow();
        if (row.counted != null) return new View(from, ByName.told(now, row.people.values()), row.counted);
        var list = known.at(row.agency, row.district, row.school).orElseThrow();
        return new View(from, ByName.expected(now, list.people(), audiences.known(now), row.people), list.readAt());
    }

    private Map<String, Object> figures(UUID alert, Row row) {
        var view = view(alert, row);
        var tally = view.tally();
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
        if (view.from() == From.LIST || view.from() == From.NONE) said.put("from", view.from().name());
        if (view.asOf() != null) said.put("asOf", view.asOf().toString());
        return said;
    }

    private Row row(UUID alert, UUID agency, UUID district, UUID school) {
        var row = rows.computeIfAbsent(alert,
                id -> new Row(agency, district, school, clock.instant(), elapsed.nanos()));
        row.touched = clock.instant();
        return row;
    }
}
