package org.daywatch.staffing.requests;

import static org.daywatch_db.staffing.Tables.DETAIL_REQUEST;
import static org.daywatch_db.staffing.Tables.POST;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.scheduling.OfficerRole;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Detail requests as a list, and what became of one. */
@Component
@Transactional(readOnly = true)
public class RequestQueries {

    static final List<String> SORTABLE = List.of("number", "school", "first", "state", "officers");

    private final DSLContext db;
    private final Campuses campuses;

    RequestQueries(DSLContext db, Campuses campuses) {
        this.db = db;
        this.campuses = campuses;
    }

    public record Row(UUID id, String number, Campus school, RequestKind kind, OfficerRole role, int officers,
            LocalDate first, LocalDate last,
            String state) {}

    public record Listing(Paging paging, List<Row> rows) {}

    /** How many posts stand in each state. */
    public record Made(int draft, int open, int held, int filled, int cancelled, @Nullable LocalDate plannedFrom,
            @Nullable LocalDate plannedTo) {

        public boolean none() {
            return standing() + cancelled == 0;
        }

        public int standing() {
            return draft + open + held + filled;
        }
    }

    /** @param only the school of a principal; null for everybody else */
    Listing list(Paging asked, @Nullable UUID only, int most) {
        var words = asked.filter("q");
        var schools = schools(asked, only, words);
        var place = DSL.unnest(DSL.val(schools.keySet().toArray(UUID[]::new))).withOrdinality().as("place", "school",
                "position");
        var fits = matching(asked, words);
        var joined = DSL.field(DSL.name("place", "school"), UUID.class).eq(DETAIL_REQUEST.SCHOOL_ID);
        var paging = asked.of(db.fetchCount(DETAIL_REQUEST.join(place).on(joined), fits));
        var rows = db.select(DETAIL_REQUEST.asterisk()).from(DETAIL_REQUEST).join(place).on(joined).where(fits)
                .orderBy(order(paging), DETAIL_REQUEST.ID.desc())
                .limit(most > 0 ? most : paging.size()).offset(most > 0 ? 0 : paging.offset()).fetch()
                .into(DETAIL_REQUEST);
        return new Listing(paging, rows.map(r -> new Row(r.getId(), r.getNumber(), schools.get(r.getSchoolId()),
                RequestKind.valueOf(r.getKind()),
                OfficerRole.valueOf(r.getRole()), r.getOfficers(), r.getFirstDay(), r.getLastDay(), r.getState())));
    }

    Made made(UUID request) {
        var counts = db.select(POST.STATE, DSL.count()).from(POST).where(POST.REQUEST_ID.eq(request))
                .groupBy(POST.STATE).fetchMap(POST.STATE, DSL.count());
        var planned = db.select(DETAIL_REQUEST.PLANNED_FROM, DETAIL_REQUEST.PLANNED_TO).from(DETAIL_REQUEST)
                .where(DETAIL_REQUEST.ID.eq(request)).fetchSingle();
        return new Made(counts.getOrDefault("DRAFT", 0), counts.getOrDefault("OPEN", 0), counts.getOrDefault("HELD", 0),
                counts.getOrDefault("FILLED", 0),
                counts.getOrDefault("CANCELLED", 0), planned.get(DETAIL_REQUEST.PLANNED_FROM),
                planned.get(DETAIL_REQUEST.PLANNED_TO));
    }

    private Map<UUID, Campus> schools(Paging asked, @Nullable UUID only, String words) {
        var district = uuid(asked.filter("district"));
        var school = only != null ? only : uuid(asked.filter("school"));
        var found = isNumber(words) ? campuses.search("", district) : campuses.search(words, district);
        return found.stream().filter(c -> school == null || c.id().equals(school))
                .collect(Collectors.toMap(Campus::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    private static Condition matching(Paging paging, String words) {
        var fits = DSL.noCondition();
        if (isNumber(words)) fits = fits.and(DETAIL_REQUEST.NUMBER.containsIgnoreCase(words));
        if (!paging.filter("state").isEmpty()) fits = fits.and(DETAIL_REQUEST.STATE.eq(paging.filter("state")));
        if (!paging.filter("kind").isEmpty()) fits = fits.and(DETAIL_REQUEST.KIND.eq(paging.filter("kind")));
        return fits;
    }

    private static boolean isNumber(String words) {
        return words.matches("(?i)(R-)?[0-9-]+");
    }

    private static SortField<?> order(Paging paging) {
        var field = switch (paging.sort()) {
            case "school" -> DSL.field(DSL.name("place", "position"), Long.class);
            case "first" -> DETAIL_REQUEST.FIRST_DAY;
            case "state" -> DETAIL_REQUEST.STATE;
            case "officers" -> DETAIL_REQUEST.OFFICERS;
            default -> DETAIL_REQUEST.NUMBER;
        };
        return paging.descending() ? field.desc() : field.asc();
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
