package org.daywatch.emergencies.alerts.duress;

import static org.daywatch_db.emergencies.Tables.ALERT;
import static org.daywatch_db.emergencies.Tables.ALERT_CHANGE;
import static org.daywatch_db.emergencies.Tables.DURESS;
import static org.daywatch_db.emergencies.Tables.ROOM_RELEASE;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.sites.School.Room;
import org.daywatch.directory.sites.SchoolRooms;
import org.daywatch.emergencies.EmergencyEvent.*;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.emergencies.alerts.Forced;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What lists and timelines say to a reader who was forced: what they were made to bring about, and nothing of the
 * others' knowing better.
 */
@Component
@Transactional(readOnly = true)
public class ForcedReading {

    private final DSLContext db;
    private final AlertStore alerts;
    private final SchoolRooms rooms;

    ForcedReading(DSLContext db, AlertStore alerts, SchoolRooms rooms) {
        this.db = db;
        this.alerts = alerts;
        this.rooms = rooms;
    }

    /**
     * @param kind the fact's name. @param action empty where the row's own holds. @param words the room, or what was
     * typed
     */
    public record Line(String kind, String action, @Nullable String proposes, String by, String words) {}

    /**
     * @param instead by version of the alert. @param again versions that only do in earnest what their screen says
     * already
     * @param last the version with which it ended for them. @param since when they were forced first
     */
    public record Lines(boolean forced, Map<Integer, Line> instead, Set<Integer> again, int last, Instant since) {

        public static final Lines AS_THEY_ARE = new Lines(false, Map.of(), Set.of(), Integer.MAX_VALUE, Instant.MAX);

        /** What others have written since may name them. @param byThem whether it is their own */
        public boolean keeps(Instant written, boolean byThem) {
            return !byThem && written.isAfter(since);
        }

        public boolean hides(String kind, int version) {
            return forced && (version > last || again.contains(version)
                    || kind.equals("DuressSignaled") && !instead.containsKey(version));
        }
    }

    /** The alerts in which they were forced, as their screen shows them; for anybody else none. */
    public Map<UUID, Alert> seen(UUID reader) {
        return alertsOf(reader).stream().flatMap(id -> alerts.find(id).stream())
                .collect(Collectors.toMap(Alert::id, alert -> alert.seenBy(reader)));
    }

    /** Alerts that they were forced to end and that go on, with the moment in which they ended on their screens. */
    public Map<UUID, Instant> ended(UUID reader) {
        return alertsOf(reader).stream().flatMap(id -> alerts.find(id).stream()).filter(alert -> !alert.state().over())
                .map(alert -> alert.seenBy(reader)).filter(seen -> seen.state().over())
                .collect(Collectors.toMap(Alert::id, seen -> seen.state().since()));
    }

    /** By alert how they were forced in it. */
    Map<UUID, Forced> of(UUID reader) {
        return alertsOf(reader).stream().flatMap(id -> alerts.find(id).stream())
                .collect(Collectors.toMap(Alert::id, alert -> alert.forced().get(reader)));
    }

    /** A column of {@code emergencies.alert} as this reader sees it. @param seen what {@link #seen} says */
    public static Field<String> shown(Map<UUID, Alert> seen, Field<String> stored, Function<Alert, String> shown) {
        Field<String> field = stored;
        for (var own : seen.values()) field = DSL.when(ALERT.ID.eq(own.id()), shown.apply(own)).otherwise(field);
        return field;
    }

    private List<UUID> alertsOf(UUID reader) {
        return db.selectDistinct(DURESS.ALERT_ID).from(DURESS).where(DURESS.PERSON_ID.eq(reader))
                .fetch(DURESS.ALERT_ID);
    }

    /** By version of the alert the fact that somebody was made to bring about, for those who may know. */
    public Map<Integer, String> made(UUID alert) {
        return db.select(DURESS.VERSION, DURESS.SHOWS).from(DURESS).where(DURESS.ALERT_ID.eq(alert))
                .and(DURESS.SHOWS.isNotNull()).fetchMap(DURESS.VERSION, DURESS.SHOWS);
    }

    public Lines lines(UUID alert, UUID reader) {
        var forced = alerts.find(alert).map(a -> a.forced().get(reader));
        if (forced.isEmpty()) return Lines.AS_THEY_ARE;
        UUID school = alerts.find(alert).orElseThrow().schoolId();
        var instead = new LinkedHashMap<Integer, Line>();
        int last = Integer.MAX_VALUE;
        for (var act : forced.get().acts()) {
            if (act.version() > 0) instead.put(act.version(), line(act, school));
            if (Forced.ends(act) && act.version() > 0) last = Math.min(last, act.version());
        }
        return new Lines(true, instead, releasedAgain(alert, forced.get()), last, forced.get().at());
    }

    /** Rooms that they seemed to release and somebody has released since. */
    private Set<Integer> releasedAgain(UUID alert, Forced forced) {
        var rooms = forced.acts().stream().filter(RoomReleased.class::isInstance)
                .map(act -> ((RoomReleased) act).room()).toList();
        return db.select(ALERT_CHANGE.VERSION).from(ALERT_CHANGE).join(ROOM_RELEASE)
                .on(ROOM_RELEASE.AGENCY_ID.eq(ALERT_CHANGE.AGENCY_ID), ROOM_RELEASE.ALERT_ID.eq(ALERT_CHANGE.ALERT_ID),
                        ROOM_RELEASE.AT.eq(ALERT_CHANGE.AT))
                .where(ALERT_CHANGE.ALERT_ID.eq(alert)).and(ALERT_CHANGE.KIND.eq("RoomReleased"))
                .and(ALERT_CHANGE.VERSION.gt(since(forced)))
                .and(ROOM_RELEASE.ROOM_ID.in(rooms)).fetchSet(ALERT_CHANGE.VERSION);
    }

    private static int since(Forced forced) {
        return forced.acts().stream().filter(RoomReleased.class::isInstance).mapToInt(OfAlert::version).min()
                .orElse(Integer.MAX_VALUE);
    }

    private Line line(OfAlert act, UUID school) {
        String kind = act.getClass().getSimpleName();
        return switch (act) {
            case AlertChanged change -> new Line(kind, change.action().name(), null, change.by(), change.why());
            case AlertChangeProposed first -> new Line(kind, "", first.action().name(), first.by(), first.why());
            case RoomReleased released -> new Line(kind, "", null, released.by(), rooms.of(school).stream()
                    .filter(r -> r.id().equals(released.room())).map(Room::name).findFirst().orElse(""));
            default -> new Line(kind, "", null, act.by(), act.why());
        };
    }
}
