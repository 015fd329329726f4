package org.daywatch.emergencies.alerts.duress;

import static org.daywatch_db.emergencies.Tables.DURESS;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.sites.School.Room;
import org.daywatch.directory.sites.SchoolRooms;
import org.daywatch.emergencies.EmergencyEvent.*;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.alerts.AlertStore;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What lists and timelines say to a reader who was forced: what he was made to bring about, and nothing of the others' knowing better. */
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

    /** @param kind the fact's name. @param action empty where the row's own holds. @param words the room, or what was typed */
    public record Line(String kind, String action, @Nullable String proposes, String by, String words) {}

    /** @param instead by version of the alert. @param last the version with which it ended for him */
    public record Lines(boolean forced, Map<Integer, Line> instead, int last) {

        private static final Lines AS_THEY_ARE = new Lines(false, Map.of(), Integer.MAX_VALUE);

        public boolean hides(String kind, int version) {
            return forced && (version > last || kind.equals("DuressSignalled") && !instead.containsKey(version));
        }
    }

    /** The alerts in which he was forced, as his screen shows them; for anybody else none. */
    public Map<UUID, Alert> seen(UUID reader) {
        return db.selectDistinct(DURESS.ALERT_ID).from(DURESS).where(DURESS.PERSON_ID.eq(reader)).fetch(DURESS.ALERT_ID).stream()
                .flatMap(id -> alerts.find(id).stream()).collect(Collectors.toMap(Alert::id, alert -> alert.seenBy(reader)));
    }

    /** By version of the alert the fact that somebody was made to bring about, for those who may know. */
    public Map<Integer, String> made(UUID alert) {
        return db.select(DURESS.VERSION, DURESS.SHOWS).from(DURESS).where(DURESS.ALERT_ID.eq(alert)).and(DURESS.SHOWS.isNotNull()).fetchMap(DURESS.VERSION, DURESS.SHOWS);
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
        return new Lines(true, instead, last);
    }

    private Line line(OfAlert act, UUID school) {
        String kind = act.getClass().getSimpleName();
        return switch (act) {
            case AlertChanged change -> new Line(kind, change.action().name(), null, change.by(), change.why());
            case AlertChangeProposed first -> new Line(kind, "", first.action().name(), first.by(), first.why());
            case RoomReleased released -> new Line(kind, "", null, released.by(), rooms.of(school).stream().filter(r -> r.id().equals(released.room())).map(Room::name).findFirst().orElse(""));
            default -> new Line(kind, "", null, act.by(), act.why());
        };
    }
}
