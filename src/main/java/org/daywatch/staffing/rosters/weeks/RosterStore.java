package org.daywatch.staffing.rosters.weeks;

import static org.daywatch_db.staffing.Tables.ROSTER;
import static org.daywatch_db.staffing.Tables.ROSTER_PLACE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.rosters.problem.RosterProblem.Place;
import org.daywatch_db.staffing.tables.records.RosterRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Rosters and their places. Named, since the pupils' roster has a store of the same name. */
@Repository("weekRosterStore")
@Transactional
class RosterStore {

    private final DSLContext db;

    RosterStore(DSLContext db) {
        this.db = db;
    }

    /** A place a roster proposes. */
    record Seated(UUID post, UUID officer, boolean pinned, @Nullable Instant publishedAt) {}

    void add(UUID id, LocalDate from, LocalDate to, int ranks, long seed, @Nullable UUID by, Instant now) {
        db.insertInto(ROSTER).set(ROSTER.AGENCY_ID, Tenancy.tenant()).set(ROSTER.ID, id).set(ROSTER.FROM_DAY, from).set(ROSTER.TO_DAY, to)
                .set(ROSTER.RANKS, ranks).set(ROSTER.SEED, seed).set(ROSTER.MOVES, 0L).set(ROSTER.STATE, "QUEUED").set(ROSTER.ASKED_BY, by)
                .set(ROSTER.ASKED_AT, now).execute();
    }

    Roster get(UUID id) {
        return find(id).orElseThrow(() -> new NotFound("roster " + id));
    }

    Optional<Roster> find(UUID id) {
        return db.selectFrom(ROSTER).where(ROSTER.ID.eq(id)).fetchOptional(RosterStore::roster);
    }

    /** The newest over exactly these days. */
    Optional<Roster> latest(LocalDate from, LocalDate to) {
        return db.selectFrom(ROSTER).where(ROSTER.FROM_DAY.eq(from)).and(ROSTER.TO_DAY.eq(to)).orderBy(ROSTER.ASKED_AT.desc()).limit(1)
                .fetchOptional(RosterStore::roster);
    }

    Optional<String> problem(UUID id) {
        return db.select(ROSTER.PROBLEM).from(ROSTER).where(ROSTER.ID.eq(id)).fetchOptional(ROSTER.PROBLEM);
    }

    /** Takes one that waits, or whose node has not been heard of for the lease; nobody else gets the same one. */
    Optional<Roster> take(String node, Instant now, Instant lease) {
        return db.update(ROSTER).set(ROSTER.STATE, "RUNNING").set(ROSTER.TAKEN_BY, node).set(ROSTER.LEASE_UNTIL, lease).set(ROSTER.BEGAN_AT, now)
                .where(ROSTER.ID.in(db.select(ROSTER.ID).from(ROSTER)
                        .where(ROSTER.STATE.eq("QUEUED").or(ROSTER.STATE.eq("RUNNING").and(ROSTER.LEASE_UNTIL.lt(now))))
                        .orderBy(ROSTER.ASKED_AT).limit(1).forUpdate().skipLocked()))
                .returning().fetchOptional(RosterStore::roster);
    }

    void begin(UUID id, String problem, int seats, long moves) {
        db.update(ROSTER).set(ROSTER.PROBLEM, problem).set(ROSTER.SEATS, seats).set(ROSTER.MOVES, moves).where(ROSTER.ID.eq(id)).execute();
    }

    /** Says how far it has come and keeps the lease. @return false where it is no longer this node's to work on, or was asked to stop */
    boolean beat(UUID id, String node, Instant lease, long moves, @Nullable Long points) {
        var row = db.update(ROSTER).set(ROSTER.LEASE_UNTIL, lease).set(ROSTER.MOVES_MADE, moves).set(ROSTER.POINTS, points)
                .where(ROSTER.ID.eq(id)).and(ROSTER.TAKEN_BY.eq(node)).and(ROSTER.STATE.eq("RUNNING")).returning(ROSTER.STOP_ASKED).fetchOne();
        return row != null && !row.getStopAsked();
    }

    boolean end(UUID id, String node, Roster.State state, long moves, @Nullable Long points, @Nullable String words, Instant now) {
        return db.update(ROSTER).set(ROSTER.STATE, state.name()).set(ROSTER.MOVES_MADE, moves).set(ROSTER.POINTS, points)
                .set(ROSTER.PROBLEM_WORDS, words).set(ROSTER.ENDED_AT, now).setNull(ROSTER.LEASE_UNTIL).setNull(ROSTER.TAKEN_BY)
                .where(ROSTER.ID.eq(id)).and(ROSTER.TAKEN_BY.eq(node)).and(ROSTER.STATE.eq("RUNNING")).execute() == 1;
    }

    void bound(UUID id, long bound) {
        db.update(ROSTER).set(ROSTER.BOUND, bound).where(ROSTER.ID.eq(id)).execute();
    }

    void askToStop(UUID id) {
        db.update(ROSTER).set(ROSTER.STOP_ASKED, true).where(ROSTER.ID.eq(id)).execute();
    }

    /** Writes the best so far; places pinned by a person stay as they are. */
    void seat(UUID id, Collection<Place> places) {
        db.deleteFrom(ROSTER_PLACE).where(ROSTER_PLACE.ROSTER_ID.eq(id)).and(ROSTER_PLACE.PINNED.isFalse()).execute();
        var pinned = db.select(ROSTER_PLACE.POST_ID).from(ROSTER_PLACE).where(ROSTER_PLACE.ROSTER_ID.eq(id)).fetchSet(ROSTER_PLACE.POST_ID);
        var rows = places.stream().filter(p -> !pinned.contains(UUID.fromString(p.shift()))).map(p -> {
            var row = db.newRecord(ROSTER_PLACE);
            row.setAgencyId(Tenancy.tenant());
            row.setRosterId(id);
            row.setPostId(UUID.fromString(p.shift()));
            row.setOfficerId(UUID.fromString(p.officer()));
            row.setPinned(false);
            return row;
        }).toList();
        db.batchInsert(rows).execute();
    }

    List<Seated> places(UUID id) {
        return db.selectFrom(ROSTER_PLACE).where(ROSTER_PLACE.ROSTER_ID.eq(id)).orderBy(ROSTER_PLACE.POST_ID)
                .fetch(r -> new Seated(r.getPostId(), r.getOfficerId(), r.getPinned(), r.getPublishedAt()));
    }

    Map<UUID, UUID> pins(UUID id) {
        return db.select(ROSTER_PLACE.POST_ID, ROSTER_PLACE.OFFICER_ID).from(ROSTER_PLACE).where(ROSTER_PLACE.ROSTER_ID.eq(id))
                .and(ROSTER_PLACE.PINNED.isTrue()).fetchMap(ROSTER_PLACE.POST_ID, ROSTER_PLACE.OFFICER_ID);
    }

    /** Sets who stands there by a person's word; null takes the word back and leaves the place open. */
    void pin(UUID id, UUID post, @Nullable UUID officer) {
        db.deleteFrom(ROSTER_PLACE).where(ROSTER_PLACE.ROSTER_ID.eq(id)).and(ROSTER_PLACE.POST_ID.eq(post)).execute();
        if (officer == null) return;
        db.insertInto(ROSTER_PLACE).set(ROSTER_PLACE.AGENCY_ID, Tenancy.tenant()).set(ROSTER_PLACE.ROSTER_ID, id).set(ROSTER_PLACE.POST_ID, post)
                .set(ROSTER_PLACE.OFFICER_ID, officer).set(ROSTER_PLACE.PINNED, true).execute();
    }

    void published(UUID id, UUID post, Instant now) {
        db.update(ROSTER_PLACE).set(ROSTER_PLACE.PUBLISHED_AT, now).where(ROSTER_PLACE.ROSTER_ID.eq(id)).and(ROSTER_PLACE.POST_ID.eq(post)).execute();
    }

    private static Roster roster(RosterRecord r) {
        return new Roster(r.getId(), r.getFromDay(), r.getToDay(), r.getRanks(), r.getSeed(), r.getMoves(), Roster.State.valueOf(r.getState()), r.getAskedAt(),
                r.getEndedAt(), r.getStopAsked(), r.getSeats(), r.getMovesMade(), r.getPoints(), r.getBound(), r.getProblemWords());
    }
}
