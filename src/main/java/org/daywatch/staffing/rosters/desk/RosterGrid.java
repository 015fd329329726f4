package org.daywatch.staffing.rosters.desk;

import static org.daywatch_db.staffing.Tables.OFFICER;
import static org.daywatch_db.staffing.Tables.POST;
import static org.daywatch_db.staffing.Tables.ROSTER_PLACE;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.time.Window;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Every place of some days with whoever holds it, was asked for it, or is proposed: one question to the database. */
@Repository
@Transactional(readOnly = true)
public class RosterGrid {

    private static final UUID NONE = new UUID(0, 0);

    private final DSLContext db;

    RosterGrid(DSLContext db) {
        this.db = db;
    }

    /**
     * @param officer who holds it, is asked, or proposed, in this order; null for nobody
     * @param officerId likewise
     */
    public record Place(UUID post, UUID school, UUID district, LocalDate day, int seat, Window window, String role, PlaceState state, @Nullable UUID officerId,
                        @Nullable String officer, boolean pinned) {}

    public List<Place> places(@Nullable UUID roster, LocalDate from, LocalDate to) {
        return read(roster, POST.DAY.between(from, to).and(POST.STATE.in("OPEN", "HELD", "FILLED")));
    }

    public Optional<Place> place(UUID roster, UUID post) {
        return read(roster, POST.ID.eq(post)).stream().findFirst();
    }

    private List<Place> read(@Nullable UUID roster, Condition which) {
        var proposed = OFFICER.as("proposed");
        var kept = OFFICER.as("kept");
        return db.select(POST.ID, POST.SCHOOL_ID, POST.DISTRICT_ID, POST.DAY, POST.SEAT, POST.STARTS_AT, POST.ENDS_AT, POST.ROLE, POST.STATE,
                        SHIFT.OFFICER_ID, SHIFT.OFFICER_NAME, kept.ID, kept.FULL_NAME, proposed.ID, proposed.FULL_NAME,
                        DSL.coalesce(ROSTER_PLACE.PINNED, DSL.inline(false)).as("pinned"), ROSTER_PLACE.PUBLISHED_AT, ROSTER_PLACE.DECLINED_AT)
                .from(POST)
                .leftJoin(SHIFT).on(SHIFT.AGENCY_ID.eq(POST.AGENCY_ID)).and(SHIFT.POST_ID.eq(POST.ID)).and(SHIFT.STATE.in("SCHEDULED", "ON_POST", "ENDED"))
                .leftJoin(kept).on(kept.AGENCY_ID.eq(POST.AGENCY_ID)).and(kept.ID.eq(POST.HELD_FOR)).and(POST.STATE.eq("HELD"))
                .leftJoin(ROSTER_PLACE).on(ROSTER_PLACE.AGENCY_ID.eq(POST.AGENCY_ID)).and(ROSTER_PLACE.POST_ID.eq(POST.ID))
                .and(ROSTER_PLACE.ROSTER_ID.eq(roster == null ? NONE : roster))
                .leftJoin(proposed).on(proposed.AGENCY_ID.eq(POST.AGENCY_ID)).and(proposed.ID.eq(ROSTER_PLACE.OFFICER_ID))
                .where(which).orderBy(POST.DAY, POST.STARTS_AT, POST.SEAT, POST.ID)
                .fetch(r -> place(r, r.get(proposed.ID), r.get(proposed.FULL_NAME), r.get(kept.ID), r.get(kept.FULL_NAME)));
    }

    private static Place place(org.jooq.Record r, @Nullable UUID proposed, @Nullable String proposedName, @Nullable UUID kept, @Nullable String keptName) {
        var holder = r.get(SHIFT.OFFICER_ID);
        var state = state(holder, kept, proposed, r.get(ROSTER_PLACE.PUBLISHED_AT), r.get(ROSTER_PLACE.DECLINED_AT));
        var who = holder != null ? holder : kept != null ? kept : proposed;
        var name = holder != null ? r.get(SHIFT.OFFICER_NAME) : kept != null ? keptName : proposedName;
        return new Place(r.get(POST.ID), r.get(POST.SCHOOL_ID), r.get(POST.DISTRICT_ID), r.get(POST.DAY), r.get(POST.SEAT),
                new Window(r.get(POST.STARTS_AT), r.get(POST.ENDS_AT)), r.get(POST.ROLE), state, who, name, r.get("pinned", Boolean.class));
    }

    private static PlaceState state(@Nullable UUID holder, @Nullable UUID kept, @Nullable UUID proposed, @Nullable Instant published, @Nullable Instant declined) {
        if (holder != null) return PlaceState.ACCEPTED;
        if (kept != null) return PlaceState.ASKED;
        if (proposed == null) return PlaceState.UNFILLED;
        if (declined != null) return PlaceState.DECLINED;
        return published != null ? PlaceState.LAPSED : PlaceState.PROPOSED;
    }
}
