package org.daywatch.emergencies.alerts;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.daywatch.emergencies.alerts.Alert.State;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneStreams;
import org.daywatch.platform.events.Decision;
import org.daywatch.platform.time.Elapsed;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * What stands now at every school, in memory, so that a press is answered and shown while the database is away. It
 * decides with the same pure function as the database path; what was stored wins. Screens are sent a version once.
 */
@Component
class SchoolBoard implements AlertsNow {

    /** So long a press that comes late still finds the alert that has ended since. */
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    /**
     * A press waits no longer than this between its acceptance and here: one that comes later was made after the end,
     * whatever the time of day says.
     */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(10);

    private final Supplier<@Nullable LaneStreams> streams;
    private final AlertText text;
    private final Map<UUID, Row> rows = new HashMap<>();
    private final LongSupplier nanos;
    private volatile Map<UUID, AlertText.School> schools = Map.of();

    @Autowired
    SchoolBoard(ObjectProvider<LaneStreams> streams, AlertText text, Elapsed elapsed) {
        this(streams, text, elapsed::nanos);
    }

    /** @param nanos of a clock that nobody sets */
    SchoolBoard(ObjectProvider<LaneStreams> streams, AlertText text, LongSupplier nanos) {
        this(streams::getIfAvailable, text, nanos);
    }

    private SchoolBoard(Supplier<@Nullable LaneStreams> streams, AlertText text, LongSupplier nanos) {
        this.streams = streams;
        this.text = text;
        this.nanos = nanos;
    }

    /** One that knows of nothing, and tells these screens. */
    SchoolBoard apart(LaneStreams screens) {
        return new SchoolBoard(() -> screens, text, nanos);
    }

    private static final class Row {
        private Alert alert;
        private boolean stored;
        private final Set<UUID> presses = new HashSet<>();
        /** Those that came before the database knew of the event, the earliest first. */
        private final TreeSet<LaneEntry.Press> pending = new TreeSet<>(
                Comparator.comparing(LaneEntry.Press::acceptedAt).thenComparing(LaneEntry.Press::id));
        /** Those that this run heard as they were accepted: their order is known without looking at a clock. */
        private final Set<UUID> live = new HashSet<>();
        private @Nullable Long over;
        private int shown;

        private Row(Alert alert) {
            this.alert = alert;
        }
    }

    /** The alert that a first press makes. */
    static Alert raised(LaneEntry.Press p) {
        return raised(p, p.id());
    }

    /** @param id that of an earlier press which gave the alert its name */
    static Alert raised(LaneEntry.Press p, UUID id) {
        return new Alert(p.agency(), id, p.district(), p.school(), p.status(), p.action(), p.detail(), p.place(),
                p.presser(), p.acceptedAt(),
                new State.Active(p.acceptedAt(), null), Map.of(), 1, 1);
    }

    /** A press that is on disk and not yet in the database. @return the alert it belongs to */
    synchronized UUID heard(LaneEntry.Press press) {
        return hear(press, How.LIVE);
    }

    /** One that an earlier run accepted and may not have stored: only its time says whether it was before an end. */
    synchronized UUID heardAgain(LaneEntry.Press press) {
        return hear(press, How.AGAIN);
    }

    private enum How { LIVE, AGAIN, OUTSIDE }

    /**
     * A press that another node accepted. Where both had raised the same at once and the database has seen neither, the
     * earliest press of all gives the alert its name: every node comes to the same, in whatever order it hears them.
     */
    synchronized UUID heardFromOutside(LaneEntry.Press press) {
        return hear(press, How.OUTSIDE);
    }

    private UUID hear(LaneEntry.Press press, How how) {
        var row = rows.values().stream().filter(r -> r.alert.schoolId().equals(press.school()))
                .filter(r -> r.presses.contains(press.id()) || !(how == How.LIVE && longOver(r))
                        && r.alert.takes(press.status(), press.action(), press.place(), press.acceptedAt()))
                .min(Comparator.comparing((Row r) -> !r.presses.contains(press.id()))
                        .thenComparing(r -> r.alert.state().over())
                        .thenComparing(r -> r.alert.raisedAt(), Comparator.reverseOrder()))
                .orElseGet(() -> add(raised(press)));
        if (!row.presses.add(press.id())) return row.alert.id();
        if (how == How.LIVE) row.live.add(press.id());
        if (!row.stored) row.pending.add(press);
        if (!press.id().equals(row.alert.id())) join(row, press);
        UUID before = row.alert.id();
        if (how == How.OUTSIDE && !row.stored && !row.pending.first().id().equals(before))
            row = named(row, row.pending.first());
        if (!before.equals(row.alert.id())) merge(row.alert, before);
        if (!press.id().equals(row.alert.id())) merge(row.alert, press.id()); // another node may have called the event by this press
        show(row);
        return row.alert.id();
    }

    private boolean longOver(Row row) {
        return row.over != null && nanos.getAsLong() - row.over > ON_ITS_WAY.toNanos();
    }

    /** The alert that this run put a press to when it was accepted; empty where another run or node accepted it. */
    synchronized Optional<UUID> alertOfLive(UUID press) {
        return rows.values().stream().filter(r -> r.live.contains(press)).map(r -> r.alert.id()).findFirst();
    }

    private static void join(Row row, LaneEntry.Press press) {
        var joined = row.alert.decide(
                new AlertCommand.Press(press.person(), press.presser(), press.action(), press.detail()),
                press.acceptedAt());
        if (joined instanceof Decision.Accepted<Alert> accepted) row.alert = accepted.state();
    }

    /** The same presses as one alert that begins with this one. */
    private Row named(Row before, LaneEntry.Press first) {
        var row = new Row(raised(first));
        row.presses.addAll(before.presses);
        row.live.addAll(before.live);
        row.pending.addAll(before.pending);
        row.pending.tailSet(first, false).forEach(press -> join(row, press));
        rows.remove(before.alert.id());
        rows.put(first.id(), row);
        return row;
    }

    private void merge(Alert into, UUID from) {
        var lane = streams.get();
        if (lane != null) lane.merge(into.agencyId(), into.districtId(), into.schoolId(), from, into.id());
    }

    /** Of an event that the database does not know yet the press that gives it its name, where that is another one. */
    synchronized Optional<LaneEntry.Press> first(LaneEntry.Press of) {
        return rows.values().stream()
                .filter(r -> !r.stored && r.presses.contains(of.id()) && !r.alert.id().equals(of.id()))
                .flatMap(r -> r.pending.stream().filter(press -> press.id().equals(r.alert.id()))).findFirst();
    }

    /** The database has put a press to this alert; whatever this node took it for was the same. */
    synchronized void stored(LaneEntry.Press press, Alert alert) {
        var row = rows.computeIfAbsent(alert.id(), id -> new Row(alert));
        row.presses.add(press.id());
        var taken = rows.values().stream().filter(r -> r != row && !r.stored && r.presses.contains(press.id()))
                .toList();
        for (var other : taken) {
            row.presses.addAll(other.presses);
            row.live.addAll(other.live);
            rows.remove(other.alert.id());
        }
        taken.forEach(other -> merge(alert, other.alert.id()));
        if (!press.id().equals(alert.id())) merge(alert, press.id());
        stored(alert);
    }

    synchronized void stored(Alert alert) {
        var row = rows.computeIfAbsent(alert.id(), id -> new Row(alert));
        if (alert.version() >= row.alert.version()) row.alert = alert;
        row.stored = true;
        if (row.alert.state().over() && row.over == null) row.over = nanos.getAsLong();
        row.pending.clear();
        show(row);
    }

    /** Alerts of the agency that this node holds for under way and the database no longer does. */
    synchronized List<UUID> missing(UUID agency, Collection<UUID> underWay) {
        return rows.values().stream()
                .filter(r -> r.stored && !r.alert.state().over() && r.alert.agencyId().equals(agency)
                        && !underWay.contains(r.alert.id()))
                .map(r -> r.alert.id()).toList();
    }

    synchronized void forget() {
        rows.values().removeIf(r -> r.over != null && nanos.getAsLong() - r.over > REMEMBERED.toNanos());
    }

    @Override
    public synchronized Optional<Alert> find(UUID alert) {
        return Optional.ofNullable(rows.get(alert)).map(row -> row.alert);
    }

    @Override
    public synchronized boolean onItsWay(UUID id) {
        return rows.values().stream().anyMatch(row -> !row.stored && row.presses.contains(id));
    }

    /** Whether screens were told that it is over. */
    synchronized boolean over(UUID alert) {
        return find(alert).filter(known -> known.state().over()).isPresent();
    }

    synchronized int pressers(UUID alert) {
        var row = rows.get(alert);
        return row == null ? 0 : row.presses.size();
    }

    /** Names of schools, for screens that cannot ask. */
    void call(Map<UUID, AlertText.School> named) {
        var known = new HashMap<>(schools);
        known.putAll(named);
        schools = Map.copyOf(known);
    }

    private Row add(Alert alert) {
        var row = new Row(alert);
        rows.put(alert.id(), row);
        return row;
    }

    private String words(Alert alert, Row row) {
        return text.of(alert, schools.getOrDefault(alert.schoolId(), AlertText.School.UNKNOWN), row.presses.size());
    }

    /**
     * Once for each version: 400 presses of one event are one. Whether it sounds, screens know by the version that last
     * told people what to do.
     */
    private void show(Row row) {
        if (row.shown >= row.alert.version()) return;
        row.shown = row.alert.version();
        var alert = row.alert;
        var lane = streams.get();
        if (lane == null) return;
        // Anyone who is forced hears first what their screen shows of this version; what the others hear of the same version is then nothing new to it.
        alert.forced().forEach((person, said) -> {
            if (!said.over() && !said.acts().isEmpty())
                lane.publishTo(person, alert.schoolId(), "alert", words(alert.seenBy(person), row));
        });
        lane.publish(alert.agencyId(), alert.districtId(), alert.schoolId(), "alert", words(alert, row));
        alert.forced().forEach((person, said) -> {
            if (said.over()) lane.publishTo(person, alert.schoolId(), "quiet", text.quiet(alert));
        });
        boolean quiet = rows.values().stream()
                .noneMatch(r -> r.alert.schoolId().equals(alert.schoolId()) && !r.alert.state().over());
        if (quiet) lane.publish(alert.agencyId(), alert.districtId(), alert.schoolId(), "quiet", text.quiet(alert));
    }
}
