package org.daywatch.emergencies.alerts.pages;

import static org.daywatch_db.emergencies.Tables.ALERT;
import static org.daywatch_db.emergencies.Tables.ALERT_CHANGE;
import static org.daywatch_db.emergencies.Tables.PRESS;
import static org.daywatch_db.emergencies.Tables.ROOM_RELEASE;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.sites.School.Room;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.alerts.duress.ForcedReading;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch_db.emergencies.tables.records.AlertChangeRecord;
import org.daywatch_db.emergencies.tables.records.RoomReleaseRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Alerts as people look at them. */
@Component
@Transactional(readOnly = true)
public class AlertQueries {

    static final List<String> SORTABLE = List.of("raised", "action", "state");

    private final DSLContext db;
    private final Campuses campuses;
    private final ForcedReading forced;

    AlertQueries(DSLContext db, Campuses campuses, ForcedReading forced) {
        this.db = db;
        this.campuses = campuses;
        this.forced = forced;
    }

    public record Row(UUID id, String school, ZoneId zone, String status, String action, String state, Instant raisedAt,
            @Nullable Instant endedAt, String presser,
            String place, int pressers) {}

    /** @param pressedAt by the device's clock, null where it said none */
    public record Presser(String name, String place, String note, String source, String action, Instant at,
            @Nullable Instant pressedAt) {

        /** Whole minutes it was kept on a device before it came; 0 where that is nothing to speak of. */
        public long minutesKept() {
            return pressedAt == null || pressedAt.isAfter(at) ? 0 : Duration.between(pressedAt, at).toMinutes();
        }
    }

    /**
     * @param proposes what the first of two wants the school told instead, or null. @param made what somebody who was
     * forced was made to do, or null
     */
    public record Change(int version, Instant at, String kind, String action, String detail, @Nullable String proposes,
            @Nullable String made, String by, String why) {

        Change numbered(int number) {
            return new Change(number, at, kind, action, detail, proposes, made, by, why);
        }
    }

    long count(Paging paging, Optional<Set<UUID>> schools, UUID reader) {
        return db.fetchCount(ALERT, which(paging, schools, forced.seen(reader)));
    }

    /**
     * As this reader's screen shows them: what they were forced to bring about stands in every column, in the order and
     * in the filters too.
     */
    List<Row> list(Paging paging, Optional<Set<UUID>> schools, UUID reader, int limit) {
        var seen = forced.seen(reader);
        var column = switch (paging.sort()) {
            case "action" -> ForcedReading.shown(seen, ALERT.ACTION, a -> a.action().name());
            case "state" -> ForcedReading.shown(seen, ALERT.STATE, a -> a.state().code());
            default -> ALERT.RAISED_AT;
        };
        SortField<?> order = paging.descending() ? column.desc() : column.asc();
        var rows = db.selectFrom(ALERT).where(which(paging, schools, seen))
                .orderBy(order, ALERT.RAISED_AT.desc(), ALERT.ID).offset(paging.offset()).limit(limit).fetch();
        Map<UUID, Campus> named = campuses.list(rows.stream().map(r -> r.getSchoolId()).distinct().toList()).stream()
                .collect(Collectors.toMap(Campus::id, Function.identity()));
        var pressers = pressers(rows.map(r -> r.getId()));
        return rows.stream().map(r -> {
            var campus = Optional.ofNullable(named.get(r.getSchoolId())).or(() -> campuses.find(r.getSchoolId()));
            var own = Optional.ofNullable(seen.get(r.getId()));
            String state = own.map(a -> a.state().code()).orElse(r.getState());
            boolean over = state.equals("ENDED") || state.equals("CANCELLED");
            return new Row(r.getId(), campus.map(Campus::name).orElse(""),
                    campus.map(Campus::zone).orElse(ZoneId.of("UTC")), r.getStatus(),
                    own.map(a -> a.action().name()).orElse(r.getAction()), state, r.getRaisedAt(),
                    over ? own.map(a -> a.state().since()).orElse(r.getSince()) : null,
                    r.getPresser(), r.getPlace(), pressers.getOrDefault(r.getId(), 0));
        }).toList();
    }

    private Condition which(Paging paging, Optional<Set<UUID>> schools, Map<UUID, Alert> seen) {
        var which = schools.map(ALERT.SCHOOL_ID::in).orElse(DSL.noCondition());
        if (!paging.filter("status").isEmpty()) which = which.and(ALERT.STATUS.eq(paging.filter("status")));
        if (!paging.filter("action").isEmpty())
            which = which
                    .and(ForcedReading.shown(seen, ALERT.ACTION, a -> a.action().name()).eq(paging.filter("action")));
        if (!paging.filter("q").isEmpty()) {
            var found = campuses.search(paging.filter("q"), null).stream().map(Campus::id).toList();
            which = which.and(ALERT.SCHOOL_ID.in(found).or(ALERT.PRESSER.containsIgnoreCase(paging.filter("q"))));
        }
        return which;
    }

    public Map<UUID, Integer> pressers(List<UUID> alerts) {
        return db.select(PRESS.ALERT_ID, DSL.count()).from(PRESS).where(PRESS.ALERT_ID.in(alerts))
                .groupBy(PRESS.ALERT_ID).fetchMap(PRESS.ALERT_ID, DSL.count());
    }

    /** Everybody who pressed, in the order in which it was accepted. */
    List<Presser> presses(UUID alert) {
        return db.selectFrom(PRESS).where(PRESS.ALERT_ID.eq(alert)).orderBy(PRESS.SEQ)
                .fetch(r -> new Presser(r.getPresser(), r.getPlace(), r.getNote(), r.getSource(), r.getAction(),
                        r.getAcceptedAt(), r.getDeviceAt()));
    }

    /**
     * The versions, newest first, as this reader may know them; where some are kept from them, no gap in the numbers
     * says so.
     */
    List<Change> changes(UUID alert, UUID reader, List<Room> rooms) {
        var own = forced.lines(alert, reader);
        var lines = changes(alert, own, rooms);
        return !own.forced()
                ? lines
                : IntStream.range(0, lines.size()).mapToObj(i -> lines.get(i).numbered(lines.size() - i)).toList();
    }

    private List<Change> changes(UUID alert, ForcedReading.Lines own, List<Room> rooms) {
        var names = rooms.stream().collect(Collectors.toMap(Room::id, Room::name, (one, other) -> one));
        var released = db.selectFrom(ROOM_RELEASE).where(ROOM_RELEASE.ALERT_ID.eq(alert)).fetch().stream()
                .collect(Collectors.toMap(RoomReleaseRecord::getAt, r -> names.getOrDefault(r.getRoomId(), ""),
                        (one, other) -> one + ", " + other));
        var made = own.forced() ? Map.<Integer, String>of() : forced.made(alert);
        return db.selectFrom(ALERT_CHANGE).where(ALERT_CHANGE.ALERT_ID.eq(alert)).orderBy(ALERT_CHANGE.VERSION.desc())
                .fetch().stream()
                .filter(r -> !own.hides(r.getKind(), r.getVersion()))
                .map(r -> change(r, own.instead().get(r.getVersion()), made.get(r.getVersion()), released)).toList();
    }

    private static Change change(AlertChangeRecord r, ForcedReading.@Nullable Line own, @Nullable String made,
            Map<Instant, String> released) {
        String why = r.getKind().equals("RoomReleased") ? released.getOrDefault(r.getAt(), "") : r.getWhy();
        if (own == null)
            return new Change(r.getVersion(), r.getAt(), r.getKind(), r.getAction(), r.getDetail(), r.getProposes(),
                    made, r.getByName(), why);
        String action = own.action().isEmpty() ? r.getAction() : own.action();
        return new Change(r.getVersion(), r.getAt(), own.kind(), action, "", own.proposes(), null, own.by(),
                own.words());
    }
}
