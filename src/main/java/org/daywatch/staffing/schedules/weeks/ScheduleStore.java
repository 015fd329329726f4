package org.daywatch.staffing.schedules.weeks;

import static org.daywatch_db.staffing.Tables.ROSTER;
import static org.daywatch_db.staffing.Tables.ROSTER_PLACE;
import static org.daywatch_db.staffing.Tables.ROSTER_PUBLICATION;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.scheduling.problem.ScheduleProblem.Place;
import org.daywatch_db.staffing.tables.records.RosterRecord;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Schedules and their places. */
@Repository
@Transactional
public class ScheduleStore {

    private final DSLContext db;

    ScheduleStore(DSLContext db) {
        this.db = db;
    }

    /** A place a schedule proposes. */
    public record Seated(UUID post, UUID officer, boolean pinned, @Nullable Instant publishedAt,
            @Nullable Instant declinedAt) {}

    /** @return false where one over these days waits or is being worked out already */
    boolean add(UUID id, LocalDate from, LocalDate to, int ranks, long seed, @Nullable UUID by, Instant now) {
        return db.insertInto(ROSTER).set(ROSTER.AGENCY_ID, Tenancy.tenant()).set(ROSTER.ID, id)
                .set(ROSTER.FROM_DAY, from).set(ROSTER.TO_DAY, to)
                .set(ROSTER.RANKS, ranks).set(ROSTER.SEED, seed).set(ROSTER.MOVES, 0L).set(ROSTER.STATE, "QUEUED")
                .set(ROSTER.ASKED_BY, by)
                .set(ROSTER.ASKED_AT, now).onConflict(ROSTER.AGENCY_ID, ROSTER.FROM_DAY, ROSTER.TO_DAY)
                .where(ROSTER.STATE.in(DSL.inline("QUEUED"), DSL.inline("RUNNING")))
                .doNothing().execute() == 1;
    }

    public Schedule get(UUID id) {
        return find(id).orElseThrow(() -> new NotFound("roster " + id));
    }

    public Optional<Schedule> find(UUID id) {
        return db.selectFrom(ROSTER).where(ROSTER.ID.eq(id)).fetchOptional(ScheduleStore::roster);
    }

    /** The newest over exactly these days. */
    public Optional<Schedule> latest(LocalDate from, LocalDate to) {
        return db.selectFrom(ROSTER).where(ROSTER.FROM_DAY.eq(from)).and(ROSTER.TO_DAY.eq(to))
                .orderBy(ROSTER.ASKED_AT.desc()).limit(1)
                .fetchOptional(ScheduleStore::roster);
    }

    public Optional<String> problem(UUID id) {
        return db.select(ROSTER.PROBLEM).from(ROSTER).where(ROSTER.ID.eq(id)).fetchOptional(ROSTER.PROBLEM);
    }

    /** Takes one that waits, or whose node has not been heard of for the lease; nobody else gets the same one. */
    Optional<Schedule> take(String node, Instant now, Instant lease) {
        return db.update(ROSTER).set(ROSTER.STATE, "RUNNING").set(ROSTER.TAKEN_BY, node).set(ROSTER.LEASE_UNTIL, lease)
                .set(ROSTER.BEGAN_AT, now)
                .where(ROSTER.ID.in(db.select(ROSTER.ID).from(ROSTER)
                        .where(ROSTER.STATE.eq("QUEUED").or(ROSTER.STATE.eq("RUNNING").and(ROSTER.LEASE_UNTIL.lt(now))))
                        .orderBy(ROSTER.ASKED_AT).limit(1).forUpdate().skipLocked()))
                .returning().fetchOptional(ScheduleStore::roster);
    }

    void begin(UUID id, String problem, int seats, long moves) {
        db.update(ROSTER).set(ROSTER.PROBLEM, problem).set(ROSTER.SEATS, seats).set(ROSTER.MOVES, moves)
                .setNull(ROSTER.CHANGED_AT)
                .where(ROSTER.ID.eq(id)).execute();
    }

    /**
     * Says how far it has come and keeps the lease. @return false where it is no longer this node's to work on, or was
     * asked to stop
     */
    boolean beat(UUID id, String node, Instant lease, long moves, @Nullable Long points) {
        var row = db.update(ROSTER).set(ROSTER.LEASE_UNTIL, lease).set(ROSTER.MOVES_MADE, moves)
                .set(ROSTER.POINTS, points)
                .where(ROSTER.ID.eq(id)).and(ROSTER.TAKEN_BY.eq(node)).and(ROSTER.STATE.eq("RUNNING"))
                .returning(ROSTER.STOP_ASKED).fetchOne();
        return row != null && !row.getStopAsked();
    }

    /** Keeps the lease, whatever the node does meanwhile. @return false where it is no longer this node's to work on */
    boolean renew(UUID id, String node, Instant lease) {
        return db.update(ROSTER).set(ROSTER.LEASE_UNTIL, lease).where(ROSTER.ID.eq(id)).and(ROSTER.TAKEN_BY.eq(node))
                .and(ROSTER.STATE.eq("RUNNING")).execute() == 1;
    }

    /**
     * @param notes until when this node has its bound and its empty places to look into; null where there are none to
     * look into
     */
    boolean end(UUID id, String node, Schedule.State state, long moves, @Nullable Long points, @Nullable String words,
            Instant now, @Nullable Instant notes) {
        return db.update(ROSTER).set(ROSTER.STATE, state.name()).set(ROSTER.MOVES_MADE, moves)
                .set(ROSTER.POINTS, points)
                .set(ROSTER.PROBLEM_WORDS, words).set(ROSTER.ENDED_AT, now).set(ROSTER.NOTES_UNTIL, notes)
                .setNull(ROSTER.LEASE_UNTIL).setNull(ROSTER.TAKEN_BY)
                .where(ROSTER.ID.eq(id)).and(ROSTER.TAKEN_BY.eq(node)).and(ROSTER.STATE.eq("RUNNING")).execute() == 1;
    }

    /** Takes one that stands, but whose node died before bound and reasons were written. */
    Optional<Schedule> takeNotes(Instant now, Instant lease) {
        return db.update(ROSTER).set(ROSTER.NOTES_UNTIL, lease)
                .where(ROSTER.ID.in(db.select(ROSTER.ID).from(ROSTER).where(ROSTER.NOTES_UNTIL.lt(now))
                        .orderBy(ROSTER.ASKED_AT).limit(1).forUpdate().skipLocked()))
                .returning().fetchOptional(ScheduleStore::roster);
    }

    /** @return false where bound and reasons are written */
    boolean renewNotes(UUID id, Instant lease) {
        return db.update(ROSTER).set(ROSTER.NOTES_UNTIL, lease).where(ROSTER.ID.eq(id))
                .and(ROSTER.NOTES_UNTIL.isNotNull()).execute() == 1;
    }

    /** Bound and reasons are written. @param bound null where none was proved */
    void noted(UUID id, @Nullable Long bound) {
        db.update(ROSTER).set(ROSTER.BOUND, bound).setNull(ROSTER.NOTES_UNTIL).where(ROSTER.ID.eq(id)).execute();
    }

    void askToStop(UUID id) {
        db.update(ROSTER).set(ROSTER.STOP_ASKED, true).where(ROSTER.ID.eq(id)).execute();
    }

    /** Writes the best so far: what has not changed is not even locked, and what a person pinned stays. */
    void seat(UUID id, Collection<Place> places) {
        var agency = DSL.val(Tenancy.tenant());
        var posts = DSL.val(places.stream().map(p -> UUID.fromString(p.shift())).toArray(UUID[]::new));
        var officers = DSL.val(places.stream().map(p -> UUID.fromString(p.officer())).toArray(UUID[]::new));
        db.execute("""
                delete from staffing.roster_place place where agency_id = {0} and roster_id = {1} and not pinned
                and not exists (select from unnest({2}) as seat (post) where seat.post = place.post_id)""", agency,
                DSL.val(id), posts);
        db.execute("""
                insert into staffing.roster_place as place (agency_id, roster_id, post_id, officer_id)
                select {0}, {1}, seat.post, seat.officer from unnest({2}, {3}) as seat (post, officer)
                where not exists (select from staffing.roster_place held where held.agency_id = {0} and held.roster_id = {1} and held.post_id = seat.post
                  and (held.pinned or held.officer_id = seat.officer))
                on conflict (agency_id, roster_id, post_id) do update set officer_id = excluded.officer_id, declined_at = null
                where not place.pinned and place.officer_id <> excluded.officer_id""",
                agency, DSL.val(id), posts, officers);
    }

    public List<Seated> places(UUID id) {
        return db.selectFrom(ROSTER_PLACE).where(ROSTER_PLACE.ROSTER_ID.eq(id)).orderBy(ROSTER_PLACE.POST_ID)
                .fetch(r -> new Seated(r.getPostId(), r.getOfficerId(), r.getPinned(), r.getPublishedAt(),
                        r.getDeclinedAt()));
    }

    Map<UUID, UUID> pins(UUID id) {
        return db.select(ROSTER_PLACE.POST_ID, ROSTER_PLACE.OFFICER_ID).from(ROSTER_PLACE)
                .where(ROSTER_PLACE.ROSTER_ID.eq(id))
                .and(ROSTER_PLACE.PINNED.isTrue()).fetchMap(ROSTER_PLACE.POST_ID, ROSTER_PLACE.OFFICER_ID);
    }

    /** Sets who stands there by a person's word; null takes the word back and leaves the place open. */
    void pin(UUID id, UUID post, @Nullable UUID officer, Instant now) {
        changed(id, now);
        db.deleteFrom(ROSTER_PLACE).where(ROSTER_PLACE.ROSTER_ID.eq(id)).and(ROSTER_PLACE.POST_ID.eq(post)).execute();
        if (officer == null) return;
        db.insertInto(ROSTER_PLACE).set(ROSTER_PLACE.AGENCY_ID, Tenancy.tenant()).set(ROSTER_PLACE.ROSTER_ID, id)
                .set(ROSTER_PLACE.POST_ID, post)
                .set(ROSTER_PLACE.OFFICER_ID, officer).set(ROSTER_PLACE.PINNED, true).execute();
    }

    /** Takes a person's word back; the officer stays proposed until the next fill looks again. */
    void unpin(UUID id, UUID post, Instant now) {
        changed(id, now);
        db.update(ROSTER_PLACE).set(ROSTER_PLACE.PINNED, false).where(ROSTER_PLACE.ROSTER_ID.eq(id))
                .and(ROSTER_PLACE.POST_ID.eq(post)).execute();
    }

    private void changed(UUID id, Instant now) {
        db.update(ROSTER).set(ROSTER.CHANGED_AT, now).where(ROSTER.ID.eq(id)).execute();
    }

    /** They said no to a place they were asked for: no later schedule of these days proposes them there. */
    void declined(UUID post, UUID officer, Instant now) {
        db.update(ROSTER_PLACE).set(ROSTER_PLACE.DECLINED_AT, now).set(ROSTER_PLACE.PINNED, false)
                .where(ROSTER_PLACE.POST_ID.eq(post)).and(ROSTER_PLACE.OFFICER_ID.eq(officer)).execute();
    }

    /** Its officers are being told: until that is over nobody moves a place. */
    boolean inPublication(UUID id) {
        return db.fetchExists(ROSTER_PUBLICATION,
                ROSTER_PUBLICATION.ROSTER_ID.eq(id).and(ROSTER_PUBLICATION.STATE.in("QUEUED", "RUNNING")));
    }

    private static Schedule roster(RosterRecord r) {
        return new Schedule(r.getId(), r.getFromDay(), r.getToDay(), r.getRanks(), r.getSeed(), r.getMoves(),
                Schedule.State.valueOf(r.getState()), r.getAskedAt(),
                r.getEndedAt(), r.getStopAsked(), r.getSeats(), r.getMovesMade(), r.getPoints(), r.getBound(),
                r.getProblemWords(),
                r.getChangedAt() != null);
    }
}
