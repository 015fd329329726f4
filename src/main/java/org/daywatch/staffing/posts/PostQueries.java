package org.daywatch.staffing.posts;

import static org.daywatch_db.staffing.Tables.DETAIL_REQUEST;
import static org.daywatch_db.staffing.Tables.OFFICER;
import static org.daywatch_db.staffing.Tables.POST;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.time.Days;
import org.daywatch.platform.time.Window;
import org.daywatch.platform.web.kit.Paging;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Posts as a list, and one post with all that is known of it. */
@Component
@Transactional(readOnly = true)
public class PostQueries {

    /** Asked as a state: every post that coverage counts. */
    static final String STANDING = "STANDING";
    public static final List<String> SORTABLE = List.of("day", "school", "state");
    private static final Condition TAKEN = SHIFT.STATE.in("SCHEDULED", "ON_POST", "ENDED", "NO_SHOW");

    private final DSLContext db;
    private final Campuses campuses;

    PostQueries(DSLContext db, Campuses campuses) {
        this.db = db;
        this.campuses = campuses;
    }

    public record Row(UUID id, Campus school, LocalDate day, int seat, Window window, String role, PostState state,
            @Nullable String officer) {}

    public record Listing(Paging paging, List<Row> rows) {}

    public record Detail(Row row, UUID requestId, String requestNumber, String bellKind, String marginRule,
            int postedRank, @Nullable String heldFor,
            @Nullable Instant heldUntil, String heldReason, String cancelledReason, boolean byCalendar,
            @Nullable UUID shiftId) {}

    public Listing list(Paging asked, @Nullable UUID only, LocalDate today, int most) {
        var schools = schools(asked, only);
        var place = DSL.unnest(DSL.val(schools.keySet().toArray(UUID[]::new))).withOrdinality().as("place", "school",
                "position");
        var joined = DSL.field(DSL.name("place", "school"), UUID.class).eq(POST.SCHOOL_ID);
        var fits = matching(asked, today);
        var paging = asked.of(db.fetchCount(POST.join(place).on(joined), fits));
        var rows = db.select(POST.asterisk(), SHIFT.OFFICER_NAME).from(POST).join(place).on(joined)
                .leftJoin(SHIFT).on(SHIFT.AGENCY_ID.eq(POST.AGENCY_ID)).and(SHIFT.POST_ID.eq(POST.ID)).and(TAKEN)
                .and(POST.STATE.eq("FILLED"))
                .where(fits).orderBy(order(paging), POST.STARTS_AT.asc(), POST.SCHOOL_ID.asc(), POST.SEAT.asc())
                .limit(most > 0 ? most : paging.size()).offset(most > 0 ? 0 : paging.offset())
                .fetch(r -> row(r, schools.get(r.get(POST.SCHOOL_ID))));
        return new Listing(paging, rows);
    }

    public Detail get(UUID id) {
        var r = db.select(POST.asterisk(), DETAIL_REQUEST.NUMBER, SHIFT.ID, SHIFT.OFFICER_NAME, OFFICER.FULL_NAME)
                .from(POST)
                .join(DETAIL_REQUEST).on(DETAIL_REQUEST.AGENCY_ID.eq(POST.AGENCY_ID))
                .and(DETAIL_REQUEST.ID.eq(POST.REQUEST_ID))
                .leftJoin(SHIFT).on(SHIFT.AGENCY_ID.eq(POST.AGENCY_ID)).and(SHIFT.POST_ID.eq(POST.ID))
                .and(SHIFT.STATE.in("SCHEDULED", "ON_POST", "ENDED"))
                .leftJoin(OFFICER).on(OFFICER.AGENCY_ID.eq(POST.AGENCY_ID)).and(OFFICER.ID.eq(POST.HELD_FOR))
                .where(POST.ID.eq(id)).fetchOptional().orElseThrow(() -> new NotFound("post " + id));
        var school = campuses.find(r.get(POST.SCHOOL_ID)).orElseThrow();
        return new Detail(row(r, school), r.get(POST.REQUEST_ID), r.get(DETAIL_REQUEST.NUMBER), r.get(POST.BELL_KIND),
                r.get(POST.MARGIN_RULE),
                r.get(POST.POSTED_RANK), r.get(OFFICER.FULL_NAME), r.get(POST.HELD_UNTIL),
                text(r.get(POST.HELD_REASON)), text(r.get(POST.CANCELLED_REASON)),
                r.get(POST.CANCELLED_BY_CALENDAR), r.get(SHIFT.ID));
    }

    private Map<UUID, Campus> schools(Paging asked, @Nullable UUID only) {
        var school = only != null ? only : uuid(asked.filter("school"));
        return campuses.search(asked.filter("q"), uuid(asked.filter("district"))).stream()
                .filter(c -> school == null || c.id().equals(school))
                .collect(Collectors.toMap(Campus::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    private static Condition matching(Paging paging, LocalDate today) {
        var fits = DSL.noCondition();
        var request = uuid(paging.filter("request"));
        if (request != null) fits = fits.and(POST.REQUEST_ID.eq(request));
        var from = date(paging.filter("from"));
        var to = date(paging.filter("to"));
        // Without a day or a request in the address the list begins today: the past is asked for, not waded through.
        if (from != null) fits = fits.and(POST.DAY.ge(from));
        else if (request == null && to == null) fits = fits.and(POST.DAY.ge(today));
        if (to != null) fits = fits.and(POST.DAY.le(to));
        return switch (paging.filter("state")) {
            case "" -> fits;
            case STANDING -> fits.and(POST.STATE.ne("CANCELLED"));
            case "OPEN", "uncovered" -> fits.and(POST.STATE.in("OPEN", "HELD"));
            default -> fits.and(POST.STATE.eq(paging.filter("state")));
        };
    }

    private static SortField<?> order(Paging paging) {
        var field = switch (paging.sort()) {
            case "school" -> DSL.field(DSL.name("place", "position"), Long.class);
            case "state" -> POST.STATE;
            default -> POST.DAY;
        };
        return paging.descending() ? field.desc() : field.asc();
    }

    private static Row row(Record r, Campus school) {
        return new Row(r.get(POST.ID), school, r.get(POST.DAY), r.get(POST.SEAT),
                new Window(r.get(POST.STARTS_AT), r.get(POST.ENDS_AT)), r.get(POST.ROLE),
                PostState.valueOf(r.get(POST.STATE)), r.get(SHIFT.OFFICER_NAME));
    }

    private static String text(@Nullable String stored) {
        return stored == null ? "" : stored;
    }

    static @Nullable LocalDate date(String text) {
        try {
            return text.isEmpty() ? null : Days.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
