package org.daywatch.emergencies.incidents;

import static org.daywatch_db.emergencies.Tables.ALERT;
import static org.daywatch_db.emergencies.Tables.CALLER_CLAIM;
import static org.daywatch_db.emergencies.Tables.INCIDENT;
import static org.daywatch_db.emergencies.Tables.INCIDENT_ENTRY;
import static org.daywatch_db.emergencies.Tables.INCIDENT_PHOTO;
import static org.daywatch_db.emergencies.Tables.INCIDENT_RESOURCE;
import static org.daywatch_db.emergencies.Tables.INCIDENT_ROLE;
import static org.daywatch_db.emergencies.Tables.INCIDENT_TASK;

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
import org.daywatch.emergencies.alerts.duress.ForcedReading;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch_db.emergencies.tables.records.IncidentEntryRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Incidents as people look at them. */
@Component
@Transactional(readOnly = true)
public class IncidentQueries {

    static final List<String> SORTABLE = List.of("opened", "state");

    private final DSLContext db;
    private final Campuses campuses;
    private final ForcedReading forced;

    IncidentQueries(DSLContext db, Campuses campuses, ForcedReading forced) {
        this.db = db;
        this.campuses = campuses;
        this.forced = forced;
    }

    /** @param action of its alert as it stands, or empty; @param commander empty when nobody commands */
    public record Row(UUID id, String school, ZoneId zone, String status, String action, String title, String state, Instant openedAt, String commander) {}

    /** @param corrected the number of the line that corrects this one, else 0 */
    public record Entry(int seq, Instant at, String kind, String detail, String words, String by, @Nullable Integer corrects, int corrected) {}

    public record RoleHolder(String role, String name, Instant since) {}

    public record Resource(UUID id, String kind, String name, String place, String underRole, String state, Instant orderedAt, @Nullable Instant arrivedAt) {}

    public record Task(UUID id, String words, String owner, @Nullable Instant dueAt, @Nullable Instant doneAt, @Nullable String doneBy) {

        public boolean late(Instant now) {
            return doneAt == null && dueAt != null && now.isAfter(dueAt);
        }
    }

    public record Photo(UUID id, String caption, int width, int height, Instant at, String by) {}

    /** @param findings each CODE or CODE|what it is about */
    public record Claim(String room, String words, Instant at, String by, List<String> findings) {}

    long count(Paging paging, Optional<Set<UUID>> schools) {
        return db.fetchCount(INCIDENT, which(paging, schools));
    }

    List<Row> list(Paging paging, Optional<Set<UUID>> schools, UUID reader, int limit) {
        var column = paging.sort().equals("state") ? INCIDENT.STATE : INCIDENT.OPENED_AT;
        SortField<?> order = paging.descending() ? column.desc() : column.asc();
        var rows = db.select(INCIDENT.asterisk(), ALERT.ACTION).from(INCIDENT).leftJoin(ALERT).on(ALERT.AGENCY_ID.eq(INCIDENT.AGENCY_ID), ALERT.ID.eq(INCIDENT.ALERT_ID))
                .where(which(paging, schools)).orderBy(order, INCIDENT.OPENED_AT.desc(), INCIDENT.ID).offset(paging.offset()).limit(limit).fetch();
        var seen = forced.seen(reader);
        Map<UUID, Campus> named = campuses.list(rows.stream().map(r -> r.get(INCIDENT.SCHOOL_ID)).distinct().toList()).stream()
                .collect(Collectors.toMap(Campus::id, Function.identity()));
        return rows.map(r -> {
            var campus = Optional.ofNullable(named.get(r.get(INCIDENT.SCHOOL_ID))).or(() -> campuses.find(r.get(INCIDENT.SCHOOL_ID)));
            return new Row(r.get(INCIDENT.ID), campus.map(Campus::name).orElse(""), campus.map(Campus::zone).orElse(ZoneId.of("UTC")), r.get(INCIDENT.STATUS),
                    Optional.ofNullable(seen.get(r.get(INCIDENT.ID))).map(a -> a.action().name()).or(() -> Optional.ofNullable(r.get(ALERT.ACTION))).orElse(""),
                    r.get(INCIDENT.TITLE), r.get(INCIDENT.STATE), r.get(INCIDENT.OPENED_AT),
                    Optional.ofNullable(r.get(INCIDENT.HELD_NAME)).orElse(""));
        });
    }

    private Condition which(Paging paging, Optional<Set<UUID>> schools) {
        var which = schools.map(INCIDENT.SCHOOL_ID::in).orElse(DSL.noCondition());
        if (!paging.filter("status").isEmpty()) which = which.and(INCIDENT.STATUS.eq(paging.filter("status")));
        if (!paging.filter("state").isEmpty()) which = which.and(INCIDENT.STATE.eq(paging.filter("state")));
        if (!paging.filter("q").isEmpty()) {
            var found = campuses.search(paging.filter("q"), null).stream().map(Campus::id).toList();
            which = which.and(INCIDENT.SCHOOL_ID.in(found).or(INCIDENT.TITLE.containsIgnoreCase(paging.filter("q"))).or(INCIDENT.HELD_NAME.containsIgnoreCase(paging.filter("q"))));
        }
        return which;
    }

    /** The timeline, oldest first, as this reader may know it: whoever was forced reads what he was made to bring about, and not that others have learned it. */
    public List<Entry> entries(UUID incident, UUID reader) {
        var rows = db.selectFrom(INCIDENT_ENTRY).where(INCIDENT_ENTRY.INCIDENT_ID.eq(incident)).orderBy(INCIDENT_ENTRY.AT, INCIDENT_ENTRY.SEQ).fetch();
        var own = forced.lines(incident, reader);
        var corrected = rows.stream().filter(r -> r.getCorrects() != null).collect(Collectors.toMap(r -> r.getCorrects(), r -> r.getSeq(), Math::max));
        return rows.stream().filter(r -> !own.hides(r.getKind(), r.getAlertVersion() == null ? 0 : r.getAlertVersion()))
                .map(r -> entry(r, r.getAlertVersion() == null ? null : own.instead().get(r.getAlertVersion()), corrected.getOrDefault(r.getSeq(), 0))).toList();
    }

    private static Entry entry(IncidentEntryRecord r, ForcedReading.@Nullable Line own, int corrected) {
        if (own == null) return new Entry(r.getSeq(), r.getAt(), r.getKind(), r.getDetail(), r.getWords(), r.getByName(), r.getCorrects(), corrected);
        String action = own.proposes() != null ? own.proposes() : own.action().isEmpty() ? r.getDetail() : own.action();
        return new Entry(r.getSeq(), r.getAt(), own.kind(), action, own.words(), own.by(), r.getCorrects(), corrected);
    }

    public List<RoleHolder> roles(UUID incident) {
        return db.selectFrom(INCIDENT_ROLE).where(INCIDENT_ROLE.INCIDENT_ID.eq(incident)).fetch(r -> new RoleHolder(r.getRole(), r.getName(), r.getSince())).stream()
                .sorted(java.util.Comparator.comparing(r -> CommandRole.valueOf(r.role()))).toList();
    }

    public List<Resource> resources(UUID incident) {
        return db.selectFrom(INCIDENT_RESOURCE).where(INCIDENT_RESOURCE.INCIDENT_ID.eq(incident)).orderBy(INCIDENT_RESOURCE.ORDERED_AT, INCIDENT_RESOURCE.ID)
                .fetch(r -> new Resource(r.getId(), r.getKind(), r.getName(), r.getPlace(), r.getUnderRole(), r.getState(), r.getOrderedAt(), r.getArrivedAt()));
    }

    /** Open ones first, what is due soonest at the top. */
    public List<Task> tasks(UUID incident) {
        return db.selectFrom(INCIDENT_TASK).where(INCIDENT_TASK.INCIDENT_ID.eq(incident))
                .orderBy(INCIDENT_TASK.DONE_AT.asc().nullsFirst(), INCIDENT_TASK.DUE_AT.asc().nullsLast(), INCIDENT_TASK.GIVEN_AT)
                .fetch(r -> new Task(r.getId(), r.getWords(), r.getOwner(), r.getDueAt(), r.getDoneAt(), r.getDoneBy()));
    }

    public List<Photo> photos(UUID incident) {
        var p = INCIDENT_PHOTO;
        return db.select(p.ID, p.CAPTION, p.WIDTH, p.HEIGHT, p.AT, p.BY_NAME).from(p).where(p.INCIDENT_ID.eq(incident)).orderBy(p.AT, p.ID)
                .fetch(r -> new Photo(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6()));
    }

    public List<Claim> claims(UUID incident) {
        return db.selectFrom(CALLER_CLAIM).where(CALLER_CLAIM.INCIDENT_ID.eq(incident)).orderBy(CALLER_CLAIM.SAID_AT.desc(), CALLER_CLAIM.ID)
                .fetch(r -> new Claim(r.getRoom(), r.getWords(), r.getSaidAt(), r.getByName(), List.of(r.getFindings())));
    }
}
