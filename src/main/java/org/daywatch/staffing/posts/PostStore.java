package org.daywatch.staffing.posts;

import static org.daywatch_db.staffing.Tables.OFFICER;
import static org.daywatch_db.staffing.Tables.POST;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Stale;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.posts.Post.State;
import org.daywatch_db.staffing.tables.records.PostRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Posts, one by one with a version check, or many at once where that is what was asked. */
@Repository
@Transactional
class PostStore {

    /** Any number, the same on every node: one of them does the round, the others skip it. */
    private static final long ONE_NODE_ONLY = 0x5749_4445_4E00L;

    private final DSLContext db;

    PostStore(DSLContext db) {
        this.db = db;
    }

    Post get(UUID id) {
        return db.selectFrom(POST).where(POST.ID.eq(id)).fetchOptional(PostStore::post)
                .orElseThrow(() -> new NotFound("post " + id));
    }

    /** @throws Stale when somebody, perhaps an officer taking it, was first */
    void save(Post post, Instant now) {
        var held = post.state() instanceof State.Held h ? h : null;
        var cancelled = post.state() instanceof State.Cancelled c ? c : null;
        int hit = db.update(POST).set(POST.ENDS_AT, post.window().end()).set(POST.STATE, post.state().code().name())
                .set(POST.POSTED_RANK, post.postedRank())
                .set(POST.POSTED_AT,
                        DSL.coalesce(POST.POSTED_AT,
                                DSL.val(post.state() instanceof State.Open ? now : null, POST.POSTED_AT)))
                .set(POST.HELD_FOR, held == null ? null : held.officerId())
                .set(POST.HELD_UNTIL, held == null ? null : held.until())
                .set(POST.HELD_REASON, held == null ? null : held.reason())
                .set(POST.CANCELLED_REASON, cancelled == null ? null : cancelled.reason())
                .set(POST.CANCELLED_BY_CALENDAR, cancelled != null && cancelled.byCalendar())
                .set(POST.VERSION, post.version() + 1)
                .where(POST.ID.eq(post.id())).and(POST.VERSION.eq(post.version())).execute();
        if (hit == 0) throw new Stale("post " + post.id());
    }

    /** Every draft of these requests becomes open. */
    Opened open(Collection<UUID> requests, int rank, Instant now) {
        return open(DSL.noCondition(), requests, rank, now);
    }

    /** Every draft of these requests between two days becomes open. */
    Opened open(Collection<UUID> requests, LocalDate from, LocalDate to, int rank, Instant now) {
        return open(POST.DAY.between(from, to), requests, rank, now);
    }

    private Opened open(Condition which, Collection<UUID> requests, int rank, Instant now) {
        return Opened.on(db.update(POST).set(POST.STATE, "OPEN").set(POST.POSTED_RANK, rank).set(POST.POSTED_AT, now)
                .set(POST.VERSION, POST.VERSION.plus(1))
                .where(POST.REQUEST_ID.eq(DSL.any(requests.toArray(UUID[]::new)))).and(which)
                .and(POST.STATE.eq("DRAFT")).and(POST.ENDS_AT.gt(now)).returningResult(POST.DAY).fetch(POST.DAY));
    }

    /** Holds whose time is up: the places are open again. */
    int releaseExpired(Instant now) {
        return db.update(POST).set(POST.STATE, "OPEN").setNull(POST.HELD_FOR).setNull(POST.HELD_UNTIL)
                .setNull(POST.HELD_REASON)
                .set(POST.VERSION, POST.VERSION.plus(1)).where(POST.STATE.eq("HELD")).and(POST.HELD_UNTIL.le(now))
                .execute();
    }

    boolean officerExists(UUID officer) {
        return db.fetchExists(OFFICER, OFFICER.ID.eq(officer).and(OFFICER.STATE.eq("ACTIVE")));
    }

    private static Post post(PostRecord r) {
        return new Post(r.getId(), r.getAgencyId(), r.getDistrictId(), r.getSchoolId(), r.getRequestId(), r.getDay(),
                r.getSeat(),
                new Window(r.getStartsAt(), r.getEndsAt()), r.getPostedRank(), state(r), r.getVersion());
    }

    private static State state(PostRecord r) {
        return switch (PostState.valueOf(r.getState())) {
            case DRAFT -> new State.Draft();
            case OPEN -> new State.Open();
            case HELD -> new State.Held(r.getHeldFor(), r.getHeldUntil(), text(r.getHeldReason()));
            case FILLED -> new State.Filled();
            case CANCELLED -> new State.Cancelled(text(r.getCancelledReason()), r.getCancelledByCalendar());
        };
    }

    private static String text(@Nullable String stored) {
        return stored == null ? "" : stored;
    }

    /** For departments that are asked one after the other. @return false where another node is at it */
    boolean takeRound() {
        return Boolean.TRUE.equals(db.fetchValue("select pg_try_advisory_xact_lock({0})", DSL.val(ONE_NODE_ONLY)));
    }

    /** An open post, since when it is offered and to the departments up to which rank. */
    record Posted(UUID id, UUID school, LocalDate day, Instant at, Instant starts, int rank) {}

    Optional<Posted> posted(UUID post) {
        return posted(POST.ID.eq(post)).stream().findFirst();
    }

    /** Those that have not begun and are offered up to this rank. */
    List<Posted> posted(int upTo, Instant now) {
        return posted(POST.POSTED_RANK.between(1, upTo).and(POST.STARTS_AT.gt(now)));
    }

    private List<Posted> posted(Condition which) {
        return db.selectFrom(POST).where(which).and(POST.STATE.eq("OPEN")).and(POST.POSTED_AT.isNotNull())
                .fetch(r -> new Posted(r.getId(), r.getSchoolId(), r.getDay(), r.getPostedAt(), r.getStartsAt(),
                        r.getPostedRank()));
    }

    void widen(Collection<UUID> posts, int rank) {
        db.update(POST).set(POST.POSTED_RANK, rank).set(POST.VERSION, POST.VERSION.plus(1))
                .where(POST.ID.eq(DSL.any(posts.toArray(UUID[]::new))))
                .and(POST.STATE.eq("OPEN")).and(POST.POSTED_RANK.lt(rank)).execute();
    }
}
