package org.daywatch.staffing.schedules.publishing;

import static org.daywatch_db.staffing.Tables.ROSTER_PLACE;
import static org.daywatch_db.staffing.Tables.ROSTER_PUBLICATION;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.schedules.publishing.Publication.Outcome;
import org.daywatch.staffing.schedules.publishing.Publication.State;
import org.daywatch_db.staffing.tables.records.RosterPublicationRecord;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Publications that wait, go on and are over, and what became of each place: the queue is the table. */
@Repository
@Transactional
public class PublicationStore {

    private final DSLContext db;

    PublicationStore(DSLContext db) {
        this.db = db;
    }

    /** A place that could not be published, with the code of what stood against it. */
    public record Refusal(UUID post, UUID officer, String code) {}

    /** @return the one that is added, or the one of this schedule that has not ended */
    UUID add(UUID id, UUID roster, String reason, @Nullable LocalDate until, @Nullable UUID by, Instant now) {
        var p = ROSTER_PUBLICATION;
        int added = db.insertInto(p).set(p.AGENCY_ID, Tenancy.tenant()).set(p.ID, id).set(p.ROSTER_ID, roster)
                .set(p.REASON, reason).set(p.UNTIL_DAY, until)
                .set(p.STATE, "QUEUED").set(p.ASKED_BY, by).set(p.ASKED_AT, now).onConflict(p.AGENCY_ID, p.ROSTER_ID)
                .where(p.STATE.in(DSL.inline("QUEUED"), DSL.inline("RUNNING"))).doNothing().execute();
        return added == 1 ? id : latest(roster).orElseThrow().id();
    }

    @Transactional(readOnly = true)
    public Publication get(UUID id) {
        return publication(db.selectFrom(ROSTER_PUBLICATION).where(ROSTER_PUBLICATION.ID.eq(id)).fetchSingle());
    }

    /** The newest of a schedule, whether it has ended or not. */
    @Transactional(readOnly = true)
    public Optional<Publication> latest(UUID roster) {
        return db.selectFrom(ROSTER_PUBLICATION).where(ROSTER_PUBLICATION.ROSTER_ID.eq(roster))
                .orderBy(ROSTER_PUBLICATION.ASKED_AT.desc(), ROSTER_PUBLICATION.ID.desc())
                .limit(1).fetchOptional().map(this::publication);
    }

    /** Takes one that waits, or whose node has not been heard of for the lease; nobody else gets the same one. */
    Optional<Publication> take(String node, Instant now, Instant lease) {
        var p = ROSTER_PUBLICATION;
        return db.update(p).set(p.STATE, "RUNNING").set(p.TAKEN_BY, node).set(p.LEASE_UNTIL, lease)
                .where(p.ID.in(db.select(p.ID).from(p)
                        .where(p.STATE.eq("QUEUED").or(p.STATE.eq("RUNNING").and(p.LEASE_UNTIL.lt(now))))
                        .orderBy(p.ASKED_AT).limit(1).forUpdate().skipLocked()))
                .returning().fetchOptional().map(this::publication);
    }

    void counted(UUID id, int places) {
        db.update(ROSTER_PUBLICATION).set(ROSTER_PUBLICATION.PLACES, places).where(ROSTER_PUBLICATION.ID.eq(id))
                .execute();
    }

    /** Keeps the lease. @return false where it is no longer this node's to work on */
    boolean beat(UUID id, String node, Instant lease) {
        var p = ROSTER_PUBLICATION;
        return db.update(p).set(p.LEASE_UNTIL, lease).where(p.ID.eq(id)).and(p.TAKEN_BY.eq(node))
                .and(p.STATE.eq("RUNNING")).execute() == 1;
    }

    boolean end(UUID id, String node, State state, @Nullable String words, Instant now) {
        var p = ROSTER_PUBLICATION;
        return db.update(p).set(p.STATE, state.name()).set(p.WORDS, words).set(p.ENDED_AT, now).setNull(p.LEASE_UNTIL)
                .setNull(p.TAKEN_BY)
                .where(p.ID.eq(id)).and(p.TAKEN_BY.eq(node)).and(p.STATE.eq("RUNNING")).execute() == 1;
    }

    /** Posts this publication has come to already, by whichever node. */
    Set<UUID> reached(UUID id) {
        return db.select(ROSTER_PLACE.POST_ID).from(ROSTER_PLACE).where(ROSTER_PLACE.PUBLICATION_ID.eq(id))
                .fetchSet(ROSTER_PLACE.POST_ID);
    }

    /**
     * The place is this publication's now, until the transaction ends nobody else's. @return false where it came here
     * before
     */
    boolean claim(Publication publication, UUID post) {
        var p = ROSTER_PLACE;
        return db.update(p).set(p.PUBLICATION_ID, publication.id()).set(p.OUTCOME, Outcome.PASSED.name())
                .setNull(p.REFUSED_BY)
                .where(p.ROSTER_ID.eq(publication.roster())).and(p.POST_ID.eq(post))
                .and(p.PUBLICATION_ID.isDistinctFrom(publication.id())).execute() == 1;
    }

    /** @param at when its officer was told; null where they were not */
    void became(Publication publication, UUID post, Outcome outcome, @Nullable String code, @Nullable Instant at) {
        var p = ROSTER_PLACE;
        db.update(p).set(p.PUBLICATION_ID, publication.id()).set(p.OUTCOME, outcome.name()).set(p.REFUSED_BY, code)
                .set(p.PUBLISHED_AT, DSL.coalesce(DSL.val(at), p.PUBLISHED_AT))
                .where(p.ROSTER_ID.eq(publication.roster())).and(p.POST_ID.eq(post)).execute();
    }

    /** Officers who were asked, each once. */
    List<UUID> asked(UUID id) {
        return db.selectDistinct(ROSTER_PLACE.OFFICER_ID).from(ROSTER_PLACE).where(ROSTER_PLACE.PUBLICATION_ID.eq(id))
                .and(ROSTER_PLACE.OUTCOME.eq(Outcome.ASKED.name()))
                .orderBy(ROSTER_PLACE.OFFICER_ID).fetch(ROSTER_PLACE.OFFICER_ID);
    }

    @Transactional(readOnly = true)
    public List<Refusal> refused(UUID id, int most) {
        return db.selectFrom(ROSTER_PLACE).where(ROSTER_PLACE.PUBLICATION_ID.eq(id))
                .and(ROSTER_PLACE.OUTCOME.eq(Outcome.REFUSED.name())).orderBy(ROSTER_PLACE.POST_ID).limit(most)
                .fetch(r -> new Refusal(r.getPostId(), r.getOfficerId(), r.getRefusedBy()));
    }

    private Publication publication(RosterPublicationRecord r) {
        Map<String, Integer> by = db.select(ROSTER_PLACE.OUTCOME, DSL.count()).from(ROSTER_PLACE)
                .where(ROSTER_PLACE.ROSTER_ID.eq(r.getRosterId()))
                .and(ROSTER_PLACE.PUBLICATION_ID.eq(r.getId())).groupBy(ROSTER_PLACE.OUTCOME)
                .fetchMap(ROSTER_PLACE.OUTCOME, DSL.count());
        return new Publication(r.getId(), r.getRosterId(), r.getReason(), r.getUntilDay(), State.valueOf(r.getState()),
                r.getAskedAt(), r.getEndedAt(), r.getPlaces(),
                by.getOrDefault("ASKED", 0), by.getOrDefault("TAKEN", 0), by.getOrDefault("PASSED", 0),
                by.getOrDefault("REFUSED", 0));
    }
}
