package org.daywatch.directory.sites;

import static org.daywatch_db.directory.Tables.BELL_SCHEDULE;
import static org.daywatch_db.directory.Tables.SCHOOL;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.platform.web.kit.Paging;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectSeekStepN;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Schools as a list: searched, filtered, sorted, paged, and as a file. */
@Component
@Transactional(readOnly = true)
public class SchoolQueries {

    static final List<String> SORTABLE = List.of("name", "district", "city", "level", "enrollment", "status");

    private final DSLContext db;

    SchoolQueries(DSLContext db) {
        this.db = db;
    }

    public record Row(UUID id, UUID districtId, String name, String city, String state, SchoolLevel level, String kind,
            String status,
            @Nullable Integer enrollment, boolean located, boolean bells, @Nullable String ncesId, String zone) {}

    /** @param districts in the order of their names: sorting by district is sorting by this order */
    List<Row> page(Paging paging, List<UUID> districts) {
        return query(paging, districts).limit(paging.size()).offset(paging.offset()).fetch(SchoolQueries::row);
    }

    long count(Paging paging) {
        return db.fetchCount(SCHOOL, matching(paging));
    }

    /** The whole list, as filtered and sorted on the screen. */
    List<Row> all(Paging paging, List<UUID> districts) {
        return query(paging, districts).fetch(SchoolQueries::row);
    }

    List<String> states() {
        return db.selectDistinct(SCHOOL.STATE).from(SCHOOL).orderBy(SCHOOL.STATE).fetch(SCHOOL.STATE);
    }

    List<String> statuses() {
        return db.selectDistinct(SCHOOL.STATUS).from(SCHOOL).orderBy(SCHOOL.STATUS).fetch(SCHOOL.STATUS);
    }

    private SelectSeekStepN<? extends Record> query(Paging paging, List<UUID> districts) {
        return db.select(SCHOOL.ID, SCHOOL.DISTRICT_ID, SCHOOL.NAME, SCHOOL.CITY, SCHOOL.STATE, SCHOOL.LEVEL,
                SCHOOL.KIND, SCHOOL.STATUS,
                SCHOOL.ENROLLMENT, SCHOOL.LATITUDE, SCHOOL.NCES_ID, SCHOOL.ZONE, DSL.field(ringing()).as("bells"))
                .from(SCHOOL).where(matching(paging)).orderBy(order(paging, districts));
    }

    private static List<SortField<?>> order(Paging paging, List<UUID> districts) {
        var field = switch (paging.sort()) {
            case "district" -> DSL.field("array_position({0}, {1})", Integer.class,
                    DSL.val(districts.toArray(UUID[]::new)), SCHOOL.DISTRICT_ID);
            case "city" -> SCHOOL.CITY;
            case "level" -> SCHOOL.LEVEL;
            case "enrollment" -> SCHOOL.ENROLLMENT;
            case "status" -> SCHOOL.STATUS;
            default -> SCHOOL.NAME;
        };
        return List.of(paging.descending() ? field.desc().nullsLast() : field.asc().nullsLast(), SCHOOL.NAME.asc(),
                SCHOOL.ID.asc());
    }

    private static Condition matching(Paging paging) {
        var fits = paging.filter("archived").equals("true")
                ? SCHOOL.ARCHIVED_AT.isNotNull()
                : SCHOOL.ARCHIVED_AT.isNull();
        var words = paging.filter("q");
        if (!words.isEmpty()) {
            for (String word : words.toLowerCase(Locale.ROOT).split("\\s+")) {
                fits = fits.and(SCHOOL.NAME.containsIgnoreCase(word).or(SCHOOL.CITY.containsIgnoreCase(word))
                        .or(SCHOOL.NCES_ID.startsWith(word)));
            }
        }
        if (!paging.filter("level").isEmpty()) fits = fits.and(SCHOOL.LEVEL.eq(paging.filter("level")));
        if (!paging.filter("state").isEmpty()) fits = fits.and(SCHOOL.STATE.eq(paging.filter("state")));
        if (!paging.filter("status").isEmpty()) fits = fits.and(SCHOOL.STATUS.eq(paging.filter("status")));
        if (uuid(paging.filter("district")) != null)
            fits = fits.and(SCHOOL.DISTRICT_ID.eq(uuid(paging.filter("district"))));
        if (uuid(paging.filter("only")) != null) fits = fits.and(SCHOOL.ID.eq(uuid(paging.filter("only"))));
        return switch (paging.filter("missing")) {
            case "position" -> fits.and(SCHOOL.LATITUDE.isNull());
            case "bells" -> fits.andNot(ringing());
            default -> fits;
        };
    }

    private static Condition ringing() {
        return DSL.exists(DSL.selectOne().from(BELL_SCHEDULE).where(BELL_SCHEDULE.AGENCY_ID.eq(SCHOOL.AGENCY_ID))
                .and(BELL_SCHEDULE.SCHOOL_ID.eq(SCHOOL.ID)).and(BELL_SCHEDULE.KIND.eq("REGULAR")));
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Row row(Record r) {
        return new Row(r.get(SCHOOL.ID), r.get(SCHOOL.DISTRICT_ID), r.get(SCHOOL.NAME), r.get(SCHOOL.CITY),
                r.get(SCHOOL.STATE),
                SchoolLevel.valueOf(r.get(SCHOOL.LEVEL)), r.get(SCHOOL.KIND), r.get(SCHOOL.STATUS),
                r.get(SCHOOL.ENROLLMENT),
                r.get(SCHOOL.LATITUDE) != null, r.get("bells", Boolean.class), r.get(SCHOOL.NCES_ID),
                r.get(SCHOOL.ZONE));
    }
}
