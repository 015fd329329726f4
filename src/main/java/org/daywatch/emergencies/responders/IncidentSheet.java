package org.daywatch.emergencies.responders;

import static org.daywatch_db.emergencies.Tables.ALERT_CHANGE;
import static org.daywatch_db.emergencies.Tables.ROOM_RELEASE;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.CheckInPlace;
import org.daywatch.directory.CheckInPlaces;
import org.daywatch.directory.sites.School.Room;
import org.daywatch.directory.sites.SchoolRooms;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.emergencies.alerts.duress.ForcedReading;
import org.daywatch.platform.errors.NotFound;
import org.daywatch_db.emergencies.tables.records.AlertChangeRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * One alert as it goes out of the house: no notes and reasons somebody typed, which may name a student, and nothing of
 * force.
 */
@Component
@Transactional(readOnly = true)
public class IncidentSheet {

    private final DSLContext db;
    private final AlertStore alerts;
    private final ForcedReading forced;
    private final Campuses campuses;
    private final CheckInPlaces places;
    private final SchoolRooms rooms;

    IncidentSheet(DSLContext db, AlertStore alerts, ForcedReading forced, Campuses campuses, CheckInPlaces places,
            SchoolRooms rooms) {
        this.rooms = rooms;
        this.db = db;
        this.alerts = alerts;
        this.forced = forced;
        this.campuses = campuses;
        this.places = places;
    }

    /** What happened, newest last. @param kind the fact's name. @param room that was released, else empty */
    public record Entry(Instant at, String kind, ProtocolAction action, String detail, String state, String room) {}

    /** @param polygon closed, "lat,lon lat,lon …"; empty where the border is not known */
    public record Sheet(Alert alert, Campus school, Optional<CheckInPlace> place, List<Entry> entries, String circle,
            String polygon) {

        /** As it was when this fact became true. */
        public Sheet upTo(String fact, Instant at) {
            for (int i = 0; i < entries.size(); i++) {
                if (entries.get(i).kind().equals(fact) && entries.get(i).at().equals(at))
                    return new Sheet(alert, school, place, entries.subList(0, i + 1), circle, polygon);
            }
            throw new NotFound(fact + " of alert " + alert.id() + " at " + at);
        }

        public String site() {
            return school.name() + place.map(p -> p.address().isBlank() ? "" : ", " + p.address()).orElse("");
        }
    }

    /**
     * @param reader who is signed in where it is read: the person who was forced sees what they were made to do here
     * too; null for somebody from outside
     */
    public Sheet of(UUID id, @Nullable UUID reader) {
        var alert = alerts.find(id).map(a -> reader == null ? a : a.seenBy(reader))
                .orElseThrow(() -> new NotFound("alert " + id));
        var school = campuses.find(alert.schoolId()).orElseThrow(() -> new NotFound("school " + alert.schoolId()));
        var own = reader == null ? ForcedReading.Lines.AS_THEY_ARE : forced.lines(id, reader);
        var released = released(alert);
        var entries = db.selectFrom(ALERT_CHANGE).where(ALERT_CHANGE.ALERT_ID.eq(id)).orderBy(ALERT_CHANGE.VERSION)
                .fetch().stream()
                .filter(r -> own.forced()
                        ? !own.hides(r.getKind(), r.getVersion())
                        : !r.getKind().equals("DuressSignaled"))
                .map(r -> entry(r, own.instead().get(r.getVersion()), released)).toList();
        var place = places.find(alert.schoolId());
        return new Sheet(alert, school, place, entries, place.map(IncidentSheet::circle).orElse(""),
                place.map(IncidentSheet::polygon).orElse(""));
    }

    /** Rooms by the moment in which they were released. */
    private Map<Instant, String> released(Alert alert) {
        var names = rooms.of(alert.schoolId()).stream()
                .collect(Collectors.toMap(Room::id, Room::name, (one, other) -> one));
        var r = ROOM_RELEASE;
        return db.select(r.AT, r.ROOM_ID).from(r).where(r.ALERT_ID.eq(alert.id())).fetch().stream()
                .collect(Collectors.toMap(row -> row.get(r.AT), row -> names.getOrDefault(row.get(r.ROOM_ID), ""),
                        (one, other) -> one + ", " + other));
    }

    private static Entry entry(AlertChangeRecord r, ForcedReading.@Nullable Line own, Map<Instant, String> released) {
        if (own == null)
            return new Entry(r.getAt(), r.getKind(), ProtocolAction.valueOf(r.getAction()), r.getDetail(),
                    r.getState(), r.getKind().equals("RoomReleased") ? released.getOrDefault(r.getAt(), "") : "");
        boolean told = !own.action().isEmpty() && own.proposes() == null;
        String state = switch (own.kind()) {
            case "AlertEnded" -> "ENDED";
            case "FalseAlarmFound" -> "CANCELLED";
            case "AlertChanged" -> "ACTIVE";
            case "RoomReleased" -> "RELEASING";
            case "BuildingEmptied" -> "EVACUATED";
            case "ReunificationBegun" -> "REUNIFYING";
            default -> r.getState();
        };
        return new Entry(r.getAt(), own.kind(), ProtocolAction.valueOf(told ? own.action() : r.getAction()),
                told ? "" : r.getDetail(), state, own.kind().equals("RoomReleased") ? own.words() : "");
    }

    private static String circle(CheckInPlace p) {
        return p.latitude() == null
                ? ""
                : String.format(Locale.ROOT, "%.5f,%.5f %.3f", p.latitude(), p.longitude(), p.radiusMeters() / 1000.0);
    }

    private static String polygon(CheckInPlace p) {
        if (p.boundary().size() < 3) return "";
        var corners = p.boundary().stream()
                .map(c -> String.format(Locale.ROOT, "%.5f,%.5f", c.latitude(), c.longitude()))
                .collect(Collectors.toList());
        if (!corners.getFirst().equals(corners.getLast())) corners.add(corners.getFirst());
        return String.join(" ", corners);
    }
}
