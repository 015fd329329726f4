package org.daywatch.staffing.shifts;

import static org.daywatch_db.staffing.Tables.POST;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.time.Window;
import org.daywatch_db.staffing.tables.records.PostRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Posts as seats: who wants one locks it first, so that two who want the same one come one after the other. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Seats {

    private final DSLContext db;

    Seats(DSLContext db) {
        this.db = db;
    }

    /**
     * @param state DRAFT, OPEN, HELD, FILLED or CANCELLED
     * @param postedRank departments asked so far: those whose rank is at most this
     */
    public record Seat(UUID agencyId, UUID postId, UUID districtId, UUID schoolId, LocalDate day, Window window,
            String role, String state,
            int postedRank, @Nullable UUID heldFor, @Nullable Instant heldUntil) {

        public boolean heldForSomebodyElse(UUID officerId, Instant now) {
            return state.equals("HELD") && !officerId.equals(heldFor) && now.isBefore(heldUntil);
        }

        public boolean canBeTaken() {
            return state.equals("OPEN") || state.equals("HELD");
        }
    }

    public Seat lock(UUID postId) {
        return db.selectFrom(POST).where(POST.ID.eq(postId)).forNoKeyUpdate().fetchOptional(Seats::seat)
                .orElseThrow(() -> new NotFound("post " + postId));
    }

    public void fill(UUID postId) {
        db.update(POST).set(POST.STATE, "FILLED").setNull(POST.HELD_FOR).setNull(POST.HELD_UNTIL)
                .setNull(POST.HELD_REASON)
                .set(POST.VERSION, POST.VERSION.plus(1)).where(POST.ID.eq(postId)).execute();
    }

    /** Free again, for those it was offered to before. A cancelled post stays cancelled. */
    public void reopen(UUID postId) {
        db.update(POST).set(POST.STATE, "OPEN").set(POST.VERSION, POST.VERSION.plus(1)).where(POST.ID.eq(postId))
                .and(POST.STATE.eq("FILLED")).execute();
    }

    public static Seat seat(PostRecord r) {
        return new Seat(r.getAgencyId(), r.getId(), r.getDistrictId(), r.getSchoolId(), r.getDay(),
                new Window(r.getStartsAt(), r.getEndsAt()),
                r.getRole(), r.getState(), r.getPostedRank(), r.getHeldFor(), r.getHeldUntil());
    }
}
