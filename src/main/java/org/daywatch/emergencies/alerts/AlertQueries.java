package org.daywatch.emergencies.alerts;

import static org.daywatch_db.emergencies.Tables.ALERT;
import static org.daywatch_db.emergencies.Tables.ALERT_CHANGE;
import static org.daywatch_db.emergencies.Tables.DURESS;
import static org.daywatch_db.emergencies.Tables.PRESS;

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
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.web.kit.Paging;
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

    AlertQueries(DSLContext db, Campuses campuses) {
        this.db = db;
        this.campuses = campuses;
    }

    public record Row(UUID id, String school, ZoneId zone, String status, String action, String state, Instant raisedAt, @Nullable Instant endedAt, String presser,
            String place, int pressers) {}

    /** @param pressedAt by the device's clock, null where it said none */
    public record Presser(String name, String place, String note, String source, String action, Instant at, @Nullable Instant pressedAt) {

        /** Whole minutes it was kept on a device before it came; 0 where that is nothing to speak of. */
        public long minutesKept() {
            return pressedAt == null || pressedAt.isAfter(at) ? 0 : Duration.between(pressedAt, at).toMinutes();
        }
    }

    public record Change(int version, Instant at, String kind, String action, String detail, String by, String why) {}

    long count(Paging paging, Optional<Set<UUID>> schools) {
        return db.fetchCount(ALERT, which(paging, schools));
    }

    List<Row> list(Paging paging, Optional<Set<UUID>> schools, int limit) {
        var column = switch (paging.sort()) {
            case "action" -> ALERT.ACTION;
            case "state" -> ALERT.STATE;
            default -> ALERT.RAISED_AT;
        };
        SortField<?> order = paging.descending() ? column.desc() : column.asc();
        var rows = db.selectFrom(ALERT).where(which(paging, schools)).orderBy(order, ALERT.RAISED_AT.desc(), ALERT.ID).offset(paging.offset()).limit(limit).fetch();
        Map<UUID, Campus> named = campuses.list(rows.stream().map(r -> r.getSchoolId()).distinct().toList()).stream().collect(Collectors.toMap(Campus::id, Function.identity()));
        var pressers = pressers(rows.map(r -> r.getId()));
        return rows.stream().map(r -> {
            var campus = Optional.ofNullable(named.get(r.getSchoolId())).or(() -> campuses.find(r.getSchoolId()));
            boolean over = r.getState().equals("ENDED") || r.getState().equals("CANCELLED");
            return new Row(r.getId(), campus.map(Campus::name).orElse(""), campus.map(Campus::zone).orElse(ZoneId.of("UTC")), r.getStatus(), r.getAction(), r.getState(),
                    r.getRaisedAt(), over ? r.getSince() : null, r.getPresser(), r.getPlace(), pressers.getOrDefault(r.getId(), 0));
        }).toList();
    }

    private Condition which(Paging paging, Optional<Set<UUID>> schools) {
        var which = schools.map(ALERT.SCHOOL_ID::in).orElse(DSL.noCondition());
        if (!paging.filter("status").isEmpty()) which = which.and(ALERT.STATUS.eq(paging.filter("status")));
        if (!paging.filter("action").isEmpty()) which = which.and(ALERT.ACTION.eq(paging.filter("action")));
        if (!paging.filter("q").isEmpty()) {
            var found = campuses.search(paging.filter("q"), null).stream().map(Campus::id).toList();
            which = which.and(ALERT.SCHOOL_ID.in(found).or(ALERT.PRESSER.containsIgnoreCase(paging.filter("q"))));
        }
        return which;
    }

    public Map<UUID, Integer> pressers(List<UUID> alerts) {
        return db.select(PRESS.ALERT_ID, DSL.count()).from(PRESS).where(PRESS.ALERT_ID.in(alerts)).groupBy(PRESS.ALERT_ID).fetchMap(PRESS.ALERT_ID, DSL.count());
    }

    /** Everybody who pressed, in the order in which it was accepted. */
    List<Presser> presses(UUID alert) {
        return db.selectFrom(PRESS).where(PRESS.ALERT_ID.eq(alert)).orderBy(PRESS.ACCEPTED_AT, PRESS.ID)
                .fetch(r -> new Presser(r.getPresser(), r.getPlace(), r.getNote(), r.getSource(), r.getAction(), r.getAcceptedAt(), r.getDeviceAt()));
    }

    /** The versions, as this reader may know them: whoever was forced is not shown that others have learned it. */
    List<Change> changes(UUID alert, UUID reader) {
        boolean forced = db.fetchExists(DURESS, DURESS.ALERT_ID.eq(alert).and(DURESS.PERSON_ID.eq(reader)));
        return db.selectFrom(ALERT_CHANGE).where(ALERT_CHANGE.ALERT_ID.eq(alert)).and(forced ? ALERT_CHANGE.KIND.ne("DuressSignalled") : DSL.noCondition())
                .orderBy(ALERT_CHANGE.VERSION.desc())
                .fetch(r -> new Change(r.getVersion(), r.getAt(), r.getKind(), r.getAction(), r.getDetail(), r.getByName(), r.getWhy()));
    }
}
