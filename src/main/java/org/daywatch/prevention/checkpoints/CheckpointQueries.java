package org.daywatch.prevention.checkpoints;

import static org.daywatch_db.prevention.Tables.CHECKPOINT;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.prevention.checkpoints.Inspections.Due;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Checkpoints as people look for them, a page at a time. */
@Component
@Transactional(readOnly = true)
public class CheckpointQueries {

    static final List<String> SORTS = List.of("order", "name", "kind", "seen");
    private static final int EVERYTHING = 100_000;

    private final DSLContext db;
    private final CheckpointStore store;
    private final Inspections inspections;

    CheckpointQueries(DSLContext db, CheckpointStore store, Inspections inspections) {
        this.db = db;
        this.store = store;
        this.inspections = inspections;
    }

    public record Row(Checkpoint checkpoint, Campus school, Due due) {}

    /** How many a school has, how many belong to its door sweep, and how many were not looked at in time. */
    public record Count(int all, int outer, int missed) {

        public static final Count NONE = new Count(0, 0, 0);
    }

    int count(Paging asked, List<Campus> schools) {
        return db.fetchCount(CHECKPOINT, which(asked, schools));
    }

    List<Row> page(Paging asked, List<Campus> schools) {
        return rows(asked, schools, asked.offset(), asked.size());
    }

    List<Row> all(Paging asked, List<Campus> schools) {
        return rows(asked, schools, 0, EVERYTHING);
    }

    private List<Row> rows(Paging asked, List<Campus> schools, int offset, int size) {
        var ids = db.select(CHECKPOINT.ID).from(CHECKPOINT).where(which(asked, schools)).orderBy(order(asked, schools))
                .limit(size).offset(offset).fetch(CHECKPOINT.ID);
        var found = store.list(CHECKPOINT.ID.eq(DSL.any(ids.toArray(UUID[]::new)))).stream()
                .collect(Collectors.toMap(Checkpoint::id, Function.identity()));
        var named = schools.stream().collect(Collectors.toMap(Campus::id, Function.identity()));
        var judge = inspections.judge(found.values().stream().map(c -> named.get(c.schoolId())).distinct().toList());
        return ids.stream().map(found::get)
                .map(c -> new Row(c, named.get(c.schoolId()), judge.of(c, named.get(c.schoolId())))).toList();
    }

    public Map<UUID, Count> counts(Collection<Campus> schools) {
        var missed = DSL.count().filterWhere(inspections.judge(schools).missed());
        var outer = DSL.count().filterWhere(CHECKPOINT.OUTER_DOOR);
        var all = DSL.count();
        return db.select(CHECKPOINT.SCHOOL_ID, all, outer, missed).from(CHECKPOINT)
                .where(at(schools).and(CHECKPOINT.RETIRED_AT.isNull())).groupBy(CHECKPOINT.SCHOOL_ID)
                .fetchMap(CHECKPOINT.SCHOOL_ID, r -> new Count(r.get(all), r.get(outer), r.get(missed)));
    }

    /** By school the day on which its first outer door was entered; a school without one is missing. */
    public Map<UUID, LocalDate> since(Collection<Campus> schools) {
        var zones = schools.stream().collect(Collectors.toMap(Campus::id, Campus::zone, (one, other) -> one));
        var first = DSL.min(CHECKPOINT.ADDED_AT);
        return db.select(CHECKPOINT.SCHOOL_ID, first).from(CHECKPOINT)
                .where(at(schools).and(CHECKPOINT.OUTER_DOOR)).groupBy(CHECKPOINT.SCHOOL_ID).fetch().stream()
                .collect(Collectors.toMap(r -> r.get(CHECKPOINT.SCHOOL_ID),
                        r -> r.get(first).atZone(zones.get(r.get(CHECKPOINT.SCHOOL_ID))).toLocalDate()));
    }

    private Condition which(Paging asked, List<Campus> schools) {
        var fits = at(schools);
        if (!asked.filter("school").isEmpty())
            fits = fits.and(CHECKPOINT.SCHOOL_ID.cast(String.class).eq(asked.filter("school")));
        if (!asked.filter("kind").isEmpty()) fits = fits.and(CHECKPOINT.KIND.eq(asked.filter("kind")));
        if (!asked.filter("q").isEmpty())
            fits = fits.and(CHECKPOINT.NAME.containsIgnoreCase(asked.filter("q"))
                    .or(CHECKPOINT.PLACE.containsIgnoreCase(asked.filter("q"))));
        return switch (asked.filter("state")) {
            case "RETIRED" -> fits.and(CHECKPOINT.RETIRED_AT.isNotNull());
            case "MISSED" -> fits.and(CHECKPOINT.RETIRED_AT.isNull()).and(inspections.judge(schools).missed());
            case "BREACH" -> fits.and(CHECKPOINT.RETIRED_AT.isNull()).and(CHECKPOINT.SEEN_RESULT.ne("AS_IT_MUST_BE"));
            default -> fits.and(CHECKPOINT.RETIRED_AT.isNull());
        };
    }

    private static Condition at(Collection<Campus> schools) {
        return CHECKPOINT.SCHOOL_ID.eq(DSL.any(schools.stream().map(Campus::id).toArray(UUID[]::new)));
    }

    private static List<SortField<?>> order(Paging asked, List<Campus> schools) {
        Field<?> first = switch (asked.sort()) {
            case "name" -> DSL.lower(CHECKPOINT.NAME);
            case "kind" -> CHECKPOINT.KIND;
            case "seen" -> CHECKPOINT.SEEN_AT;
            default -> DSL.field("array_position({0}, {1})", Integer.class,
                    DSL.val(schools.stream().map(Campus::id).toArray(UUID[]::new)), CHECKPOINT.SCHOOL_ID);
        };
        var sorted = asked.descending() ? first.desc().nullsLast() : first.asc().nullsFirst();
        return List.of(sorted, CHECKPOINT.POSITION.asc(), CHECKPOINT.ID.asc());
    }
}
