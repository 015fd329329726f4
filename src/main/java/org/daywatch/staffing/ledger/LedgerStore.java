package org.daywatch.staffing.ledger;

import static org.daywatch_db.staffing.Tables.COVERAGE_DAY;
import static org.daywatch_db.staffing.Tables.COVERAGE_GAP;
import static org.daywatch_db.staffing.Tables.POST;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.coverage.CoverageLedger.Stretch;
import org.daywatch.staffing.coverage.GapReason;
import org.daywatch.staffing.ledger.ClosedGaps.Kept;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Writes closed days and gaps. */
@Repository
@Transactional
class LedgerStore {

    private final DSLContext db;

    LedgerStore(DSLContext db) {
        this.db = db;
    }

    /** A school's day, whose it is. */
    record Place(UUID agencyId, UUID districtId, UUID schoolId, LocalDate day) {

        private long key() {
            return Objects.hash(agencyId, schoolId, day) * 0x9E3779B97F4A7C15L ^ schoolId.getLeastSignificantBits();
        }
    }

    /**
     * Whoever counts a school day waits here for those who count it already, and then reads what they have committed.
     * All locks of a portion are taken at once, in one order for everybody.
     */
    void lock(Collection<Place> places) {
        var keys = places.stream().map(Place::key).sorted().toArray(Long[]::new);
        db.fetch("select pg_advisory_xact_lock(k) from unnest({0}::bigint[]) k", DSL.val(keys));
    }

    /** School days since {@code from} all of whose posts are over and that are not closed yet, oldest first. */
    List<Place> over(LocalDate from, Instant now, int most) {
        return db.select(POST.AGENCY_ID, POST.DISTRICT_ID, POST.SCHOOL_ID, POST.DAY).from(POST)
                .where(POST.DAY.ge(from)).and(POST.STATE.ne("CANCELLED"))
                .andNotExists(db.selectOne().from(COVERAGE_DAY).where(COVERAGE_DAY.AGENCY_ID.eq(POST.AGENCY_ID))
                        .and(COVERAGE_DAY.SCHOOL_ID.eq(POST.SCHOOL_ID))
                        .and(COVERAGE_DAY.DAY.eq(POST.DAY)))
                .groupBy(POST.AGENCY_ID, POST.DISTRICT_ID, POST.SCHOOL_ID, POST.DAY)
                .having(DSL.max(POST.ENDS_AT).le(now))
                .orderBy(POST.DAY, POST.DISTRICT_ID, POST.SCHOOL_ID).limit(most)
                .fetch(r -> new Place(r.get(POST.AGENCY_ID), r.get(POST.DISTRICT_ID), r.get(POST.SCHOOL_ID),
                        r.get(POST.DAY)));
    }

    /** Where and when the post of a shift stands, once it has begun: before that nothing is counted. */
    Optional<Place> begunPlaceOf(UUID shift, Instant now) {
        return db.select(POST.AGENCY_ID, POST.DISTRICT_ID, POST.SCHOOL_ID, POST.DAY).from(SHIFT).join(POST)
                .on(POST.AGENCY_ID.eq(SHIFT.AGENCY_ID)).and(POST.ID.eq(SHIFT.POST_ID)).where(SHIFT.ID.eq(shift))
                .and(POST.STARTS_AT.le(now))
                .fetchOptional(r -> new Place(r.get(POST.AGENCY_ID), r.get(POST.DISTRICT_ID), r.get(POST.SCHOOL_ID),
                        r.get(POST.DAY)));
    }

    void save(ClosedDay d, Instant now) {
        db.insertInto(COVERAGE_DAY).set(COVERAGE_DAY.AGENCY_ID, d.agencyId())
                .set(COVERAGE_DAY.DISTRICT_ID, d.districtId())
                .set(COVERAGE_DAY.SCHOOL_ID, d.schoolId()).set(COVERAGE_DAY.DAY, d.day())
                .set(COVERAGE_DAY.POSTS, d.posts())
                .set(COVERAGE_DAY.FILLED, d.filled())
                .set(COVERAGE_DAY.REQUIRED_MINUTES, (int) d.required())
                .set(COVERAGE_DAY.COVERED_MINUTES, (int) d.covered())
                .set(COVERAGE_DAY.UNCOVERED_MINUTES, (int) d.uncovered()).set(COVERAGE_DAY.GAPS, d.gaps())
                .set(COVERAGE_DAY.CLOSED_AT, now)
                .onConflict(COVERAGE_DAY.AGENCY_ID, COVERAGE_DAY.SCHOOL_ID, COVERAGE_DAY.DAY).doUpdate()
                .set(COVERAGE_DAY.POSTS, d.posts()).set(COVERAGE_DAY.FILLED, d.filled())
                .set(COVERAGE_DAY.REQUIRED_MINUTES,
                        (int) d.required())
                .set(COVERAGE_DAY.COVERED_MINUTES, (int) d.covered())
                .set(COVERAGE_DAY.UNCOVERED_MINUTES, (int) d.uncovered())
                .set(COVERAGE_DAY.GAPS, d.gaps()).set(COVERAGE_DAY.CLOSED_AT, now).execute();
    }

    /** Kept gaps by post. */
    Map<UUID, List<Kept>> gaps(Collection<UUID> posts) {
        var byPost = new HashMap<UUID, List<Kept>>();
        db.selectFrom(COVERAGE_GAP).where(COVERAGE_GAP.POST_ID.eq(DSL.any(posts.toArray(UUID[]::new))))
                .orderBy(COVERAGE_GAP.STARTS_AT)
                .forEach(r -> byPost.computeIfAbsent(r.getPostId(), p -> new java.util.ArrayList<>())
                        .add(new Kept(r.getId(),
                                new Window(r.getStartsAt(), r.getEndsAt()), GapReason.valueOf(r.getReason()),
                                r.getExplanation())));
        return byPost;
    }

    UUID add(Place place, UUID post, Stretch gap) {
        UUID id = Ids.next();
        db.insertInto(COVERAGE_GAP).set(COVERAGE_GAP.AGENCY_ID, place.agencyId()).set(COVERAGE_GAP.ID, id)
                .set(COVERAGE_GAP.DISTRICT_ID, place.districtId())
                .set(COVERAGE_GAP.SCHOOL_ID, place.schoolId()).set(COVERAGE_GAP.POST_ID, post)
                .set(COVERAGE_GAP.DAY, place.day())
                .set(COVERAGE_GAP.STARTS_AT, gap.window().start()).set(COVERAGE_GAP.ENDS_AT, gap.window().end())
                .set(COVERAGE_GAP.REASON, gap.reason().name())
                .execute();
        return id;
    }

    void move(UUID gap, Stretch to) {
        db.update(COVERAGE_GAP).set(COVERAGE_GAP.STARTS_AT, to.window().start())
                .set(COVERAGE_GAP.ENDS_AT, to.window().end())
                .set(COVERAGE_GAP.REASON, to.reason().name()).where(COVERAGE_GAP.ID.eq(gap)).execute();
    }

    void remove(UUID gap) {
        db.deleteFrom(COVERAGE_GAP).where(COVERAGE_GAP.ID.eq(gap)).execute();
    }
}
