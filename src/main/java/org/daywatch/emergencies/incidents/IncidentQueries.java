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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.emergencies.alerts.duress.ForcedReading;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch_db.emergencies.tables.records.IncidentEntryRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Incidents as people look at them. */
@Component
@Transactional(readOnly = true)
public class IncidentQueries {

    public static final List<String> SORTABLE = List.of("opened", "state");

    private final DSLContext db;
    private final IncidentStore incidents;
    private final Campuses campuses;
    private final ForcedReading forced;

    IncidentQueries(DSLContext db, IncidentStore incidents, Campuses campuses, ForcedReading forced) {
        this.db = db;
        this.incidents = incidents;
        this.campuses = campuses;
        this.forced = forced;
    }

    /** @param action of its alert as it stands, or empty; @param commander empty when nobody commands */
    public record Row(UUID id, String school, ZoneId zone, String status, String action, String title, String state,
            Instant openedAt, String commander) {}

    /**
     * @param seq its number in what this reader is shown. @param row its number in the record. @param corrected the
     * number of the line that corrects this one, else 0
     */
    public record Entry(int seq, int row, Instant at, String kind, String detail, String words, String by,
            @Nullable Integer corrects, int corrected) {}

    public record RoleHolder(String role, String name, Instant since) {}

    public record Resource(UUID id, String kind, String name, String place, String underRole, String state,
            Instant orderedAt, @Nullable Instant arrivedAt) {}

    public record Task(UUID id, String words, String owner, @Nullable Instant dueAt, @Nullable Instant doneAt,
            @Nullable String doneBy) {

        public boolean late(Instant now) {
            return doneAt == null && dueAt != null && now.isAfter(dueAt);
        }
    }

    public record Photo(UUID id, String caption, int width, int height, Instant at, String by) {}

    /** @param findings each CODE or CODE|what it is about */
    public record Claim(String room, String words, Instant at, String by, List<String> findings) {}

    public long count(Paging paging, Optional<Set<UUID>> schools, UUID reader) {
        return db.fetchCount(INCIDENT, which(paging, schools, state(reader)));
    }

    /** As this reader's screens show it. */
    private Field<String> state(UUID reader) {
        var closed = incidents.closedUnderForce(reader);
        return closed.isEmpty() ? INCIDENT.STATE : DSL.when(INCIDENT.ID.in(closed), "CLOSED").otherwise(INCIDENT.STATE);
    }

    public List<Row> list(Paging paging, Optional<Set<UUID>> schools, UUID reader, int limit) {
        var state = state(reader);
        var column = paging.sort().equals("state") ? state : INCIDENT.OPENED_AT;
        SortField<?> order = paging.descending() ? column.desc() : column.asc();
        var shown = state.as("shown");
        var rows = db.select(INCIDENT.asterisk(), ALERT.ACTION, shown).from(INCIDENT).leftJoin(ALERT)
                .on(ALERT.AGENCY_ID.eq(INCIDENT.AGENCY_ID), ALERT.ID.eq(INCIDENT.ALERT_ID))
                .where(which(paging, schools, state)).orderBy(order, INCIDENT.OPENED_AT.desc(), INCIDENT.ID)
                .offset(paging.offset()).limit(limit).fetch();
        var seen = forced.seen(reader);
        Map<UUID, Campus> named = campuses.list(rows.stream().map(r -> r.get(INCIDENT.SCHOOL_ID)).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Campus::id, Function.identity()));
        return rows.map(r -> {
            var campus = Optional.ofNullable(named.get(r.get(INCIDENT.SCHOOL_ID)))
                    .or(() -> campuses.find(r.get(INCIDENT.SCHOOL_ID)));
            return new Row(r.get(INCIDENT.ID), campus.map(Campus::name).orElse(""),
                    campus.map(Campus::zone).orElse(ZoneId.of("UTC")), r.get(INCIDENT.STATUS),
                    Optional.ofNullable(seen.get(r.get(INCIDENT.ID))).map(a -> a.action().name())
                            .or(() -> Optional.ofNullable(r.get(ALERT.ACTION))).orElse(""),
                    r.get(INCIDENT.TITLE), r.get(shown), r.get(INCIDENT.OPENED_AT),
                    Optional.ofNullable(r.get(INCIDENT.HELD_NAME)).orElse(""));
        });
    }

    private Condition which(Paging paging, Optional<Set<UUID>> schools, Field<String> state) {
        var which = schools.map(INCIDENT.SCHOOL_ID::in).orElse(DSL.noCondition());
        if (!paging.filter("status").isEmpty()) which = which.and(INCIDENT.STATUS.eq(paging.filter("status")));
        if (!paging.filter("state").isEmpty()) which = which.and(state.eq(paging.filter("state")));
        if (!paging.filter("q").isEmpty()) {
            var found = campuses.search(paging.filter("q"), null).stream().map(Campus::id).toList();
            which = which.and(INCIDENT.SCHOOL_ID.in(found).or(INCIDENT.TITLE.containsIgnoreCase(paging.filter("q")))
                    .or(INCIDENT.HELD_NAME.containsIgnoreCase(paging.filter("q"))));
        }
        return which;
    }

    /**
     * The timeline, oldest first, as this reader may know it: the person who was forced reads what they were made to
     * bring about, and not that others have learned it.
     */
    public List<Entry> entries(UUID incident, UUID reader) {
        var rows = TimelineOrder.of(
                db.selectFrom(INCIDENT_ENTRY).where(INCIDENT_ENTRY.INCIDENT_ID.eq(incident)).fetch(),
                IncidentEntryRecord::getSeq, IncidentEntryRecord::getAt,
                IncidentEntryRecord::getWrittenAt);
        var own = forced.lines(incident, reader);
        var shown = rows.stream()
                .filter(r -> r.getAlertVersion() == null
                        ? !own.keeps(r.getWrittenAt(), reader.equals(r.getByPerson()))
                        : !own.hides(r.getKind(), r.getAlertVersion()))
                .toList();
        var numbers = numbers(shown, own.forced());
        var corrected = shown.stream().filter(r -> r.getCorrects() != null)
                .collect(Collectors.toMap(r -> r.getCorrects(), r -> numbers.get(r.getSeq()), Math::max));
        return shown.stream()
                .map(r -> entry(r, r.getAlertVersion() == null ? null : own.instead().get(r.getAlertVersion()), reader,
                        numbers, corrected.getOrDefault(r.getSeq(), 0)))
                .toList();
    }

    /** The record's number of a line that this reader knows by the number they are shown. */
    public int row(UUID incident, UUID reader, int shown) {
        return entries(incident, reader).stream().filter(e -> e.seq() == shown).findFirst().map(Entry::row)
                .orElseThrow(() -> new NotFound("line " + shown + " of incident " + incident));
    }

    /** Where lines are kept from somebody, no gap in the numbers says so. */
    private static Map<Integer, Integer> numbers(List<IncidentEntryRecord> shown, boolean anew) {
        var inOrder = shown.stream().map(IncidentEntryRecord::getSeq).sorted().toList();
        var numbers = new HashMap<Integer, Integer>();
        for (int i = 0; i < inOrder.size(); i++) numbers.put(inOrder.get(i), anew ? i + 1 : inOrder.get(i));
        return numbers;
    }

    private static Entry entry(IncidentEntryRecord r, ForcedReading.@Nullable Line own, UUID reader,
            Map<Integer, Integer> numbers, int corrected) {
        int number = numbers.get(r.getSeq());
        Integer corrects = r.getCorrects() == null ? null : numbers.get(r.getCorrects());
        if (own == null)
            return new Entry(number, r.getSeq(), r.getAt(), kind(r, reader), r.getDetail(), r.getWords(), r.getByName(),
                    corrects, corrected);
        String action = own.proposes() != null ? own.proposes() : own.action().isEmpty() ? r.getDetail() : own.action();
        return new Entry(number, r.getSeq(), r.getAt(), own.kind(), action, own.words(), own.by(), corrects, corrected);
    }

    private static String kind(IncidentEntryRecord r, UUID reader) {
        if (!reader.equals(r.getByPerson())) return r.getKind();
        return switch (r.getKind()) {
            case IncidentStore.CLOSED_UNDER_FORCE -> "IncidentClosed";
            case IncidentStore.REOPENED_UNDER_FORCE -> "IncidentReopened";
            default -> r.getKind();
        };
    }

    /**
     * Whether this reader is shown what was entered in that moment: of what came since they were forced only what they
     * entered themselves.
     */
    public Predicate<Instant> shown(UUID incident, UUID reader) {
        var own = forced.lines(incident, reader);
        if (!own.forced()) return at -> true;
        var theirs = db.select(INCIDENT_ENTRY.AT).from(INCIDENT_ENTRY).where(INCIDENT_ENTRY.INCIDENT_ID.eq(incident))
                .and(INCIDENT_ENTRY.BY_PERSON.eq(reader)).fetchSet(INCIDENT_ENTRY.AT);
        return at -> !own.keeps(at, theirs.contains(at));
    }

    public List<RoleHolder> roles(UUID incident, Predicate<Instant> shown) {
        return db.selectFrom(INCIDENT_ROLE).where(INCIDENT_ROLE.INCIDENT_ID.eq(incident))
                .fetch(r -> new RoleHolder(r.getRole(), r.getName(), r.getSince())).stream()
                .filter(r -> shown.test(r.since()))
                .sorted(java.util.Comparator.comparing(r -> CommandRole.valueOf(r.role()))).toList();
    }

    public List<Resource> resources(UUID incident, Predicate<Instant> shown) {
        return db.selectFrom(INCIDENT_RESOURCE).where(INCIDENT_RESOURCE.INCIDENT_ID.eq(incident))
                .orderBy(INCIDENT_RESOURCE.ORDERED_AT, INCIDENT_RESOURCE.ID)
                .fetch(r -> new Resource(r.getId(), r.getKind(), r.getName(), r.getPlace(), r.getUnderRole(),
                        r.getState(), r.getOrderedAt(), r.getArrivedAt()))
                .stream().filter(r -> shown.test(r.orderedAt())).toList();
    }

    /** Open ones first, what is due soonest at the top. */
    public List<Task> tasks(UUID incident, Predicate<Instant> shown) {
        return db.selectFrom(INCIDENT_TASK).where(INCIDENT_TASK.INCIDENT_ID.eq(incident))
                .orderBy(INCIDENT_TASK.DONE_AT.asc().nullsFirst(), INCIDENT_TASK.DUE_AT.asc().nullsLast(),
                        INCIDENT_TASK.GIVEN_AT)
                .fetch().stream().filter(r -> shown.test(r.getGivenAt()))
                .map(r -> new Task(r.getId(), r.getWords(), r.getOwner(), r.getDueAt(), r.getDoneAt(), r.getDoneBy()))
                .toList();
    }

    public List<Photo> photos(UUID incident, Predicate<Instant> shown) {
        var p = INCIDENT_PHOTO;
        return db.select(p.ID, p.CAPTION, p.WIDTH, p.HEIGHT, p.AT, p.BY_NAME).from(p).where(p.INCIDENT_ID.eq(incident))
                .orderBy(p.AT, p.ID)
                .fetch(r -> new Photo(r.get(p.ID), r.get(p.CAPTION), r.get(p.WIDTH), r.get(p.HEIGHT), r.get(p.AT),
                        r.get(p.BY_NAME)))
                .stream().filter(photo -> shown.test(photo.at())).toList();
    }

    public List<Claim> claims(UUID incident, Predicate<Instant> shown) {
        return db.selectFrom(CALLER_CLAIM).where(CALLER_CLAIM.INCIDENT_ID.eq(incident))
                .orderBy(CALLER_CLAIM.SAID_AT.desc(), CALLER_CLAIM.ID)
                .fetch(r -> new Claim(r.getRoom(), r.getWords(), r.getSaidAt(), r.getByName(),
                        List.of(r.getFindings())))
                .stream().filter(c -> shown.test(c.at())).toList();
    }
}
