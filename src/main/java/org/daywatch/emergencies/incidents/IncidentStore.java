package org.daywatch.emergencies.incidents;

import static org.daywatch_db.emergencies.Tables.ALERT;
import static org.daywatch_db.emergencies.Tables.ALERT_CHANGE;
import static org.daywatch_db.emergencies.Tables.INCIDENT;
import static org.daywatch_db.emergencies.Tables.INCIDENT_ENTRY;
import static org.daywatch_db.emergencies.Tables.INCIDENT_TASK;
import static org.daywatch_db.emergencies.Tables.ROOM_RELEASE;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.sites.SchoolRooms;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.incidents.Incident.Holder;
import org.daywatch.emergencies.incidents.Incident.Offer;
import org.daywatch.emergencies.incidents.Incident.State;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Stale;
import org.daywatch_db.emergencies.tables.records.IncidentRecord;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Incidents and the lines of their timelines as rows. */
@Repository
@Transactional
public class IncidentStore {

    /** Lines of somebody who was forced to close it, and to go on; on their screens they stand without the force. */
    public static final String CLOSED_UNDER_FORCE = "ClosedUnderForce";
    public static final String REOPENED_UNDER_FORCE = "ReopenedUnderForce";

    private final DSLContext db;
    private final SchoolRooms rooms;
    private final Clock clock;

    IncidentStore(DSLContext db, SchoolRooms rooms, Clock clock) {
        this.db = db;
        this.rooms = rooms;
        this.clock = clock;
    }

    /**
     * One line to be written. @param at when it was
     *
     * @param detail a word of the house: an action, a role, a state; @param words what somebody wrote; @param corrects
     * the number of another line
     */
    public record Line(Instant at, String kind, String detail, String words, String by, @Nullable UUID person,
            @Nullable Integer corrects) {

        public static Line of(Instant at, String kind, String detail, String words, IncidentCommand.By by) {
            return new Line(at, kind, detail, words, by.name(), by.person(), null);
        }
    }

    @Transactional(readOnly = true)
    public Optional<Incident> find(UUID id) {
        return db.selectFrom(INCIDENT).where(INCIDENT.ID.eq(id)).fetchOptional().map(IncidentStore::incident);
    }

    /** The newest that goes on at a school, of those that are no exercise. */
    @Transactional(readOnly = true)
    public Optional<Incident> goingOn(UUID school) {
        return db.selectFrom(INCIDENT).where(INCIDENT.SCHOOL_ID.eq(school)).and(INCIDENT.STATUS.eq("ACTUAL"))
                .and(INCIDENT.STATE.ne("CLOSED")).orderBy(INCIDENT.OPENED_AT.desc()).limit(1)
                .fetchOptional().map(IncidentStore::incident);
    }

    /**
     * Nobody else changes it or writes into its timeline until the transaction ends. @throws NotFound when it is not
     * there or another's
     */
    public Incident lock(UUID id) {
        return db.selectFrom(INCIDENT).where(INCIDENT.ID.eq(id)).forNoKeyUpdate().fetchOptional()
                .map(IncidentStore::incident)
                .orElseThrow(() -> new NotFound("incident " + id));
    }

    /** @return false when it was there already */
    boolean insert(Incident i) {
        return db.insertInto(INCIDENT).set(INCIDENT.AGENCY_ID, i.agencyId()).set(INCIDENT.ID, i.id())
                .set(INCIDENT.DISTRICT_ID, i.districtId())
                .set(INCIDENT.SCHOOL_ID, i.schoolId()).set(INCIDENT.ALERT_ID, i.alertId())
                .set(INCIDENT.STATUS, i.status().name()).set(INCIDENT.TITLE, i.title())
                .set(INCIDENT.OPENED_AT, i.openedAt()).set(INCIDENT.STATE, i.state().code())
                .set(INCIDENT.SINCE, i.state().since()).set(INCIDENT.VERSION, i.version())
                .onConflict(INCIDENT.AGENCY_ID, INCIDENT.ID).doNothing().execute() > 0;
    }

    /** @throws Stale when another version was saved meanwhile */
    void save(Incident i) {
        var closed = i.state() instanceof State.Closed c ? c : null;
        var held = i.holder();
        var offer = i.offer();
        int hit = db.update(INCIDENT).set(INCIDENT.STATE, i.state().code()).set(INCIDENT.SINCE, i.state().since())
                .set(INCIDENT.CLOSED_BY, closed == null ? null : closed.by())
                .set(INCIDENT.SUMMARY, closed == null ? null : closed.summary())
                .set(INCIDENT.HELD_BY, held == null ? null : held.person())
                .set(INCIDENT.HELD_NAME, held == null ? null : held.name())
                .set(INCIDENT.HELD_SINCE, held == null ? null : held.since())
                .set(INCIDENT.OFFER_TO, offer == null ? null : offer.to())
                .set(INCIDENT.OFFER_BRIEFED, offer == null ? null : offer.briefed())
                .set(INCIDENT.OFFER_BY, offer == null ? null : offer.by())
                .set(INCIDENT.OFFER_NAME, offer == null ? null : offer.byName())
                .set(INCIDENT.OFFER_AT, offer == null ? null : offer.at())
                .set(INCIDENT.VERSION, i.version()).where(INCIDENT.ID.eq(i.id()))
                .and(INCIDENT.VERSION.eq(i.version() - 1)).execute();
        if (hit == 0) throw new Stale("incident " + i.id());
    }

    /** Writes one more line; the incident is locked. @return its number */
    public int write(Incident incident, Line line) {
        return write(incident, line, null);
    }

    private int write(Incident incident, Line line, @Nullable Integer alertVersion) {
        int seq = db.update(INCIDENT).set(INCIDENT.LAST_ENTRY, INCIDENT.LAST_ENTRY.plus(1))
                .where(INCIDENT.ID.eq(incident.id()))
                .returning(INCIDENT.LAST_ENTRY).fetchSingle().getLastEntry();
        db.insertInto(INCIDENT_ENTRY).set(INCIDENT_ENTRY.AGENCY_ID, incident.agencyId())
                .set(INCIDENT_ENTRY.INCIDENT_ID, incident.id()).set(INCIDENT_ENTRY.SEQ, seq)
                .set(INCIDENT_ENTRY.DISTRICT_ID, incident.districtId()).set(INCIDENT_ENTRY.AT, line.at())
                .set(INCIDENT_ENTRY.WRITTEN_AT, clock.instant())
                .set(INCIDENT_ENTRY.KIND, line.kind()).set(INCIDENT_ENTRY.DETAIL, line.detail())
                .set(INCIDENT_ENTRY.WORDS, line.words())
                .set(INCIDENT_ENTRY.BY_NAME, line.by()).set(INCIDENT_ENTRY.BY_PERSON, line.person())
                .set(INCIDENT_ENTRY.CORRECTS, line.corrects())
                .set(INCIDENT_ENTRY.ALERT_VERSION, alertVersion).execute();
        return seq;
    }

    /**
     * The versions of its alert that the timeline does not have yet, in their order. The incident is locked. @return
     * how many
     */
    int catchUp(Incident incident) {
        int last = db.select(DSL.coalesce(DSL.max(INCIDENT_ENTRY.ALERT_VERSION), DSL.inline(0))).from(INCIDENT_ENTRY)
                .where(INCIDENT_ENTRY.INCIDENT_ID.eq(incident.id()))
                .fetchSingle().value1();
        var missing = db.selectFrom(ALERT_CHANGE).where(ALERT_CHANGE.ALERT_ID.eq(incident.id()))
                .and(ALERT_CHANGE.VERSION.gt(last)).orderBy(ALERT_CHANGE.VERSION).fetch();
        for (var c : missing) {
            String words = c.getKind().equals("RoomReleased") ? room(incident, c.getAt()) : c.getWhy();
            write(incident, new Line(c.getAt(), c.getKind(), c.getProposes() == null ? c.getAction() : c.getProposes(),
                    words, c.getByName(), c.getByPerson(), null), c.getVersion());
        }
        return missing.size();
    }

    /** The room that was released in that moment, by name; empty where the school is one room. */
    private String room(Incident incident, Instant at) {
        var released = db.select(ROOM_RELEASE.ROOM_ID).from(ROOM_RELEASE).where(ROOM_RELEASE.ALERT_ID.eq(incident.id()))
                .and(ROOM_RELEASE.AT.eq(at)).fetch(ROOM_RELEASE.ROOM_ID);
        return rooms.of(incident.schoolId()).stream().filter(r -> released.contains(r.id())).map(r -> r.name())
                .collect(Collectors.joining(", "));
    }

    /** What the second of the two said why its alert was a false alarm, else the first. */
    @Transactional(readOnly = true)
    String whyFalseAlarm(UUID alert) {
        var c = ALERT_CHANGE;
        return db.select(c.WHY).from(c).where(c.ALERT_ID.eq(alert))
                .and(c.KIND.in("FalseAlarmFound", "AlertEndProposed")).and(c.WHY.ne("")).orderBy(c.VERSION.desc())
                .limit(1).fetchOptional(c.WHY).orElse("");
    }

    /** Whether somebody has been made to close it before. */
    @Transactional(readOnly = true)
    boolean wasForced(UUID incident, UUID person) {
        var e = INCIDENT_ENTRY;
        return db.fetchExists(e, e.INCIDENT_ID.eq(incident).and(e.BY_PERSON.eq(person))
                .and(e.KIND.eq(CLOSED_UNDER_FORCE)));
    }

    /** As this person's screens show it: whoever was forced to close it sees it closed, though nothing came of it. */
    @Transactional(readOnly = true)
    public Incident seenBy(Incident incident, UUID person) {
        if (incident.closed()) return incident;
        var e = INCIDENT_ENTRY;
        return db.selectFrom(e).where(e.INCIDENT_ID.eq(incident.id())).and(e.BY_PERSON.eq(person))
                .and(e.KIND.in(CLOSED_UNDER_FORCE, REOPENED_UNDER_FORCE)).orderBy(e.SEQ.desc()).limit(1)
                .fetchOptional().filter(r -> r.getKind().equals(CLOSED_UNDER_FORCE))
                .map(r -> incident.shownClosed(r.getAt(), r.getByName(), r.getWords())).orElse(incident);
    }

    /** The incidents that this person's screens show closed though they are not. */
    @Transactional(readOnly = true)
    Set<UUID> closedUnderForce(UUID person) {
        var closed = new HashSet<UUID>();
        var e = INCIDENT_ENTRY;
        db.selectFrom(e).where(e.BY_PERSON.eq(person)).and(e.KIND.in(CLOSED_UNDER_FORCE, REOPENED_UNDER_FORCE))
                .orderBy(e.SEQ).forEach(r -> {
                    if (r.getKind().equals(CLOSED_UNDER_FORCE)) closed.add(r.getIncidentId());
                    else closed.remove(r.getIncidentId());
                });
        return closed;
    }

    @Transactional(readOnly = true)
    public boolean wrote(UUID incident, int seq) {
        return db.fetchExists(INCIDENT_ENTRY, INCIDENT_ENTRY.INCIDENT_ID.eq(incident).and(INCIDENT_ENTRY.SEQ.eq(seq)));
    }

    @Transactional(readOnly = true)
    boolean alertOver(Incident incident) {
        return incident.alertId() == null
                || db.fetchExists(ALERT, ALERT.ID.eq(incident.alertId()).and(ALERT.STATE.in("ENDED", "CANCELLED")));
    }

    @Transactional(readOnly = true)
    int openTasks(UUID incident) {
        return db.fetchCount(INCIDENT_TASK, INCIDENT_TASK.INCIDENT_ID.eq(incident).and(INCIDENT_TASK.DONE_AT.isNull()));
    }

    private static Incident incident(IncidentRecord r) {
        var state = switch (r.getState()) {
            case "OPEN" -> new State.Open(r.getSince());
            case "STANDING_DOWN" -> new State.StandingDown(r.getSince());
            case "CLOSED" -> new State.Closed(r.getSince(), r.getClosedBy(), r.getSummary());
            default ->
                throw new IllegalStateException("incident " + r.getId() + " has the unknown state " + r.getState());
        };
        var holder = r.getHeldName() == null ? null : new Holder(r.getHeldBy(), r.getHeldName(), r.getHeldSince());
        var offer = r.getOfferTo() == null
                ? null
                : new Offer(r.getOfferTo(), r.getOfferBriefed(), r.getOfferBy(), r.getOfferName(), r.getOfferAt());
        return new Incident(r.getAgencyId(), r.getId(), r.getDistrictId(), r.getSchoolId(), r.getAlertId(),
                AlertStatus.valueOf(r.getStatus()), r.getTitle(), r.getOpenedAt(),
                state, holder, offer, r.getVersion());
    }
}
