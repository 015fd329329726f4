package org.daywatch.staffing.schedules.pages;

import static org.daywatch_db.staffing.Tables.OFFICER;
import static org.daywatch_db.staffing.Tables.POST;
import static org.daywatch_db.staffing.Tables.ROSTER_PLACE;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.time.Window;
import org.daywatch_db.staffing.tables.Officer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The places of some days with whoever holds them, was asked for them, or is proposed: counted by school for all of
 * them, read one by one for the schools that are shown. Each is one question to the database, whatever the number of
 * schools.
 */
@Repository
@Transactional(readOnly = true)
public class ScheduleGrid {

    private static final UUID NONE = new UUID(0, 0);
    private static final Officer PROPOSED = OFFICER.as("proposed");
    private static final Officer KEPT = OFFICER.as("kept");
    private static final Field<UUID> WHO = DSL.coalesce(SHIFT.OFFICER_ID, KEPT.ID, PROPOSED.ID).as("who");
    private static final Field<String> NAME = DSL.coalesce(SHIFT.OFFICER_NAME, KEPT.FULL_NAME, PROPOSED.FULL_NAME);
    private static final Field<Boolean> PINNED = DSL.coalesce(ROSTER_PLACE.PINNED, DSL.inline(false)).as("pinned");
    private static final Field<String> STATE = DSL.when(SHIFT.OFFICER_ID.isNotNull(), word(PlaceState.ACCEPTED))
            .when(KEPT.ID.isNotNull(), word(PlaceState.ASKED))
            .when(PROPOSED.ID.isNull(), word(PlaceState.UNFILLED))
            .when(ROSTER_PLACE.DECLINED_AT.isNotNull(), word(PlaceState.DECLINED))
            .when(ROSTER_PLACE.PUBLISHED_AT.isNotNull(), word(PlaceState.LAPSED)).otherwise(word(PlaceState.PROPOSED))
            .as("place_state");
    private static final Field<Boolean> WEEKEND = DSL.condition("extract(isodow from {0}) > 5", POST.DAY).as("weekend");

    private final DSLContext db;

    ScheduleGrid(DSLContext db) {
        this.db = db;
    }

    /**
     * @param officer who holds it, is asked, or proposed, in this order; null for nobody
     * @param officerId likewise
     */
    public record Place(UUID post, UUID school, UUID district, LocalDate day, int seat, Window window, String role,
            PlaceState state, @Nullable UUID officerId,
            @Nullable String officer, boolean pinned) {}

    /**
     * The places of one school over some days. @param named one of them is an officer's whose name was asked
     * for; @param weekend days with a post
     */
    public record SchoolWeek(UUID school, Map<PlaceState, Integer> by, boolean named, List<LocalDate> weekend) {

        int count(PlaceState state) {
            return by.getOrDefault(state, 0);
        }

        int places() {
            return by.values().stream().mapToInt(n -> n).sum();
        }

        int lacking() {
            return by.entrySet().stream().filter(e -> !e.getKey().filled()).mapToInt(Map.Entry::getValue).sum();
        }
    }

    /** @param officer words of a name; blank where nobody is looked for */
    public List<SchoolWeek> schools(@Nullable UUID roster, LocalDate from, LocalDate to, String officer) {
        var named = officer.isBlank()
                ? DSL.inline(false).as("named")
                : DSL.coalesce(DSL.field(NAME.containsIgnoreCase(officer)), DSL.inline(false)).as("named");
        var place = places(roster, POST.SCHOOL_ID, STATE, named, POST.DAY, WEEKEND).where(within(from, to))
                .asTable("place");
        var state = place.field(STATE);
        var counts = java.util.Arrays.stream(PlaceState.values())
                .map(s -> DSL.count().filterWhere(state.eq(word(s))).as(s.name())).toList();
        var any = DSL.boolOr(place.field(named)).as("named");
        var weekend = DSL.arrayAggDistinct(place.field(POST.DAY)).filterWhere(place.field(WEEKEND)).as("weekend");
        var school = place.field(POST.SCHOOL_ID);
        return db.select(school).select(counts).select(any, weekend).from(place).groupBy(school).fetch(r -> {
            var by = new EnumMap<PlaceState, Integer>(PlaceState.class);
            counts.forEach(count -> by.put(PlaceState.valueOf(count.getName()), r.get(count)));
            var days = r.get(weekend);
            return new SchoolWeek(r.get(school), by, r.get(any), days == null ? List.of() : List.of(days));
        });
    }

    /** All places of these days. */
    public List<Place> places(@Nullable UUID roster, LocalDate from, LocalDate to) {
        return read(roster, within(from, to));
    }

    /** Those of some schools. */
    public List<Place> places(@Nullable UUID roster, LocalDate from, LocalDate to, Collection<UUID> schools) {
        return read(roster, within(from, to).and(POST.SCHOOL_ID.eq(DSL.any(schools.toArray(UUID[]::new)))));
    }

    public Optional<Place> place(UUID roster, UUID post) {
        return read(roster, POST.ID.eq(post)).stream().findFirst();
    }

    private static Condition within(LocalDate from, LocalDate to) {
        return POST.DAY.between(from, to).and(POST.STATE.in("OPEN", "HELD", "FILLED"));
    }

    private List<Place> read(@Nullable UUID roster, Condition which) {
        return places(roster, POST.ID, POST.SCHOOL_ID, POST.DISTRICT_ID, POST.DAY, POST.SEAT, POST.STARTS_AT,
                POST.ENDS_AT, POST.ROLE, STATE, WHO, NAME.as("name"), PINNED)
                .where(which).orderBy(POST.DAY, POST.STARTS_AT, POST.SEAT, POST.ID)
                .fetch(r -> new Place(r.get(POST.ID), r.get(POST.SCHOOL_ID), r.get(POST.DISTRICT_ID), r.get(POST.DAY),
                        r.get(POST.SEAT),
                        new Window(r.get(POST.STARTS_AT), r.get(POST.ENDS_AT)), r.get(POST.ROLE),
                        PlaceState.valueOf(r.get(STATE)), r.get(WHO), r.get("name", String.class), r.get(PINNED)));
    }

    private SelectOnConditionStep<? extends Record> places(@Nullable UUID roster, SelectField<?>... fields) {
        return db.select(fields).from(POST)
                .leftJoin(SHIFT).on(SHIFT.AGENCY_ID.eq(POST.AGENCY_ID)).and(SHIFT.POST_ID.eq(POST.ID))
                .and(SHIFT.STATE.in("SCHEDULED", "ON_POST", "ENDED"))
                .leftJoin(KEPT).on(KEPT.AGENCY_ID.eq(POST.AGENCY_ID)).and(KEPT.ID.eq(POST.HELD_FOR))
                .and(POST.STATE.eq("HELD"))
                .leftJoin(ROSTER_PLACE).on(ROSTER_PLACE.AGENCY_ID.eq(POST.AGENCY_ID))
                .and(ROSTER_PLACE.POST_ID.eq(POST.ID))
                .and(ROSTER_PLACE.ROSTER_ID.eq(roster == null ? NONE : roster))
                .leftJoin(PROPOSED).on(PROPOSED.AGENCY_ID.eq(POST.AGENCY_ID))
                .and(PROPOSED.ID.eq(ROSTER_PLACE.OFFICER_ID));
    }

    private static Field<String> word(PlaceState state) {
        return DSL.inline(state.name());
    }
}
