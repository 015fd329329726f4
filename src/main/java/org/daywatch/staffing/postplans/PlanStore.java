package org.daywatch.staffing.postplans;

import static org.daywatch_db.staffing.Tables.POST;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.postplans.PostDifference.Move;
import org.daywatch.staffing.posts.PostState;
import org.daywatch.staffing.requests.DetailRequest;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Posts many at a time: what stands, and what a plan adds, moves and takes away. */
@Repository
@Transactional
class PlanStore {

    private static final int CHUNK = 1000;

    private final DSLContext db;

    PlanStore(DSLContext db) {
        this.db = db;
    }

    List<PlannedPost> existing(Collection<UUID> requests, LocalDate from, LocalDate to) {
        if (requests.isEmpty()) return List.of();
        return db
                .select(POST.ID, POST.REQUEST_ID, POST.SCHOOL_ID, POST.DAY, POST.SEAT, POST.STARTS_AT, POST.ENDS_AT,
                        POST.BELL_KIND,
                        POST.MARGIN_RULE, POST.STATE, POST.CANCELLED_BY_CALENDAR, SHIFT.OFFICER_NAME)
                .from(POST).leftJoin(SHIFT).on(SHIFT.AGENCY_ID.eq(POST.AGENCY_ID)).and(SHIFT.POST_ID.eq(POST.ID))
                .and(SHIFT.STATE.in("SCHEDULED", "ON_POST", "ENDED"))
                .where(POST.REQUEST_ID.eq(DSL.any(requests.toArray(UUID[]::new)))).and(POST.DAY.between(from, to))
                .fetch(PlanStore::planned);
    }

    void insert(List<WantedPost> wanted, Map<UUID, DetailRequest> requests) {
        for (int from = 0; from < wanted.size(); from += CHUNK) {
            var insert = db.insertInto(POST, POST.AGENCY_ID, POST.ID, POST.DISTRICT_ID, POST.SCHOOL_ID, POST.REQUEST_ID,
                    POST.DAY, POST.SEAT,
                    POST.STARTS_AT, POST.ENDS_AT, POST.ROLE, POST.BELL_KIND, POST.STATE, POST.MARGIN_RULE);
            for (var post : wanted.subList(from, Math.min(wanted.size(), from + CHUNK))) {
                var request = requests.get(post.requestId());
                insert = insert.values(request.agencyId(), Ids.next(), request.districtId(), post.schoolId(),
                        post.requestId(), post.day(), post.seat(),
                        post.window().start(), post.window().end(), request.content().role().name(), post.bellKind(),
                        PostState.DRAFT.name(), post.marginRule());
            }
            // Two people planning the same days at once make each post once.
            insert.onConflict(POST.AGENCY_ID, POST.REQUEST_ID, POST.DAY, POST.SEAT).doNothing().execute();
        }
    }

    void move(Collection<Move> moves) {
        var updates = moves.stream().map(m -> db.update(POST).set(POST.STARTS_AT, m.after().window().start())
                .set(POST.ENDS_AT, m.after().window().end()).set(POST.BELL_KIND, m.after().bellKind())
                .set(POST.MARGIN_RULE, m.after().marginRule())
                .set(POST.VERSION, POST.VERSION.plus(1)).where(POST.ID.eq(m.before().id()))).toList();
        if (!updates.isEmpty()) db.batch(updates).execute();
    }

    /**
     * Posts the calendar took away and now asks for again. They start as drafts or open, as they were posted before.
     */
    void revive(Collection<Move> moves) {
        move(moves);
        if (moves.isEmpty()) return;
        db.update(POST)
                .set(POST.STATE, DSL.when(POST.POSTED_RANK.gt(0), DSL.inline("OPEN")).otherwise(DSL.inline("DRAFT")))
                .set(POST.CANCELLED_BY_CALENDAR, false).setNull(POST.CANCELLED_REASON)
                .where(POST.ID.eq(DSL.any(moves.stream().map(m -> m.before().id()).toArray(UUID[]::new)))).execute();
    }

    void cancel(Collection<PlannedPost> posts, String reason, boolean byCalendar) {
        if (posts.isEmpty()) return;
        db.update(POST).set(POST.STATE, PostState.CANCELLED.name()).set(POST.CANCELLED_REASON, reason)
                .set(POST.CANCELLED_BY_CALENDAR, byCalendar)
                .setNull(POST.HELD_FOR).setNull(POST.HELD_UNTIL).setNull(POST.HELD_REASON)
                .set(POST.VERSION, POST.VERSION.plus(1))
                .where(POST.ID.eq(DSL.any(posts.stream().map(PlannedPost::id).toArray(UUID[]::new)))).execute();
    }

    void shorten(UUID shift, Window window) {
        db.update(SHIFT).set(SHIFT.STARTS_AT, window.start()).set(SHIFT.ENDS_AT, window.end())
                .set(SHIFT.VERSION, SHIFT.VERSION.plus(1))
                .where(SHIFT.ID.eq(shift)).execute();
    }

    /** An open place, kept for one officer. */
    void keepFor(UUID post, UUID officer, Instant until, String reason) {
        db.update(POST).set(POST.STATE, PostState.HELD.name()).set(POST.HELD_FOR, officer).set(POST.HELD_UNTIL, until)
                .set(POST.HELD_REASON, reason)
                .set(POST.VERSION, POST.VERSION.plus(1)).where(POST.ID.eq(post))
                .and(POST.STATE.eq(PostState.OPEN.name())).execute();
    }

    /** Standing posts of one request that have not begun. */
    List<PlannedPost> ahead(UUID request, Instant now) {
        return existing(List.of(request), LocalDate.of(2000, 1, 1), LocalDate.of(2999, 12, 31)).stream()
                .filter(p -> p.stands() && p.window().start().isAfter(now)).toList();
    }

    private static PlannedPost planned(Record r) {
        return new PlannedPost(r.get(POST.ID), r.get(POST.REQUEST_ID), r.get(POST.SCHOOL_ID), r.get(POST.DAY),
                r.get(POST.SEAT),
                new Window(r.get(POST.STARTS_AT), r.get(POST.ENDS_AT)), r.get(POST.BELL_KIND), r.get(POST.MARGIN_RULE),
                PostState.valueOf(r.get(POST.STATE)), r.get(POST.CANCELLED_BY_CALENDAR), r.get(SHIFT.OFFICER_NAME));
    }
}
