package org.daywatch.prevention.rounds;

import static org.daywatch_db.prevention.Tables.CHECKPOINT;
import static org.daywatch_db.prevention.Tables.FINDING;
import static org.daywatch_db.prevention.Tables.ROUND;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.prevention.checkpoints.Checkpoint;
import org.daywatch.prevention.checkpoints.CheckpointStore;
import org.daywatch.prevention.findings.Finding;
import org.daywatch.prevention.findings.FindingStore;
import org.daywatch.prevention.rounds.WeekSweep.Walk;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rounds as people look for them, a page at a time, and one with all that was seen on it. */
@Component
@Transactional(readOnly = true)
public class RoundQueries {

    static final List<String> SORTS = List.of("day", "school", "kind", "breaches");
    private static final int EVERYTHING = 100_000;

    private final DSLContext db;
    private final RoundStore rounds;
    private final CheckpointStore checkpoints;
    private final FindingStore findings;

    RoundQueries(DSLContext db, RoundStore rounds, CheckpointStore checkpoints, FindingStore findings) {
        this.db = db;
        this.rounds = rounds;
        this.checkpoints = checkpoints;
        this.findings = findings;
    }

    public record Row(Round round, Campus school) {}

    /**
     * @param sighting null: the round had to see it and nobody said how it was. @param finding what became of a breach;
     * null where there was none
     */
    public record Line(Checkpoint checkpoint, @Nullable Sighting sighting, @Nullable Finding finding) {

        public boolean wrong() {
            return sighting != null && sighting.result().breach();
        }
    }

    int count(Paging asked, List<Campus> schools) {
        return db.fetchCount(ROUND, which(asked, schools));
    }

    List<Row> page(Paging asked, List<Campus> schools) {
        return rows(asked, schools, asked.offset(), asked.size());
    }

    List<Row> all(Paging asked, List<Campus> schools) {
        return rows(asked, schools, 0, EVERYTHING);
    }

    private List<Row> rows(Paging asked, List<Campus> schools, int offset, int size) {
        var named = schools.stream().collect(Collectors.toMap(Campus::id, Function.identity()));
        return db.selectFrom(ROUND).where(which(asked, schools))
                .orderBy(order(asked, schools), ROUND.STARTED_AT.desc(), ROUND.ID.asc()).limit(size).offset(offset)
                .fetch(r -> new Row(RoundStore.round(r), named.get(r.getSchoolId())));
    }

    private static Condition which(Paging asked, List<Campus> schools) {
        Condition fits = ROUND.SCHOOL_ID.eq(DSL.any(schools.stream()
                .filter(s -> asked.filter("school").isEmpty() || s.id().toString().equals(asked.filter("school")))
                .map(Campus::id).toArray(UUID[]::new)));
        if (!asked.filter("kind").isEmpty()) fits = fits.and(ROUND.KIND.eq(asked.filter("kind")));
        if (!asked.filter("q").isEmpty()) {
            var found = schools.stream().filter(s -> asked.finds(s.name())).map(Campus::id).toArray(UUID[]::new);
            fits = fits.and(
                    ROUND.WALKER_NAME.containsIgnoreCase(asked.filter("q")).or(ROUND.SCHOOL_ID.eq(DSL.any(found))));
        }
        return switch (asked.filter("state")) {
            case "WALKING", "FINISHED", "ABANDONED" -> fits.and(ROUND.STATE.eq(asked.filter("state")));
            case "BREACH" -> fits.and(ROUND.BREACHES.gt(0));
            case "PARTLY" -> fits.and(ROUND.KIND.eq("SWEEP")).and(ROUND.CHECKED.lt(ROUND.CHECKPOINTS));
            default -> fits;
        };
    }

    private static org.jooq.SortField<?> order(Paging asked, List<Campus> schools) {
        Field<?> first = switch (asked.sort()) {
            case "school" -> DSL.field("array_position({0}, {1})", Integer.class,
                    DSL.val(schools.stream().map(Campus::id).toArray(UUID[]::new)), ROUND.SCHOOL_ID);
            case "kind" -> ROUND.KIND;
            case "breaches" -> DSL.coalesce(ROUND.BREACHES, 0);
            default -> ROUND.DAY;
        };
        return asked.descending() ? first.desc() : first.asc();
    }

    /** What each round saw, in the order in which one walks; doors a sweep left out stand there without a word. */
    public Map<UUID, List<Line>> lines(List<Round> of, UUID school) {
        var all = checkpoints.all(school);
        var seen = rounds.standing(of.stream().map(Round::id).toList());
        var opened = seen.values().stream().flatMap(List::stream).map(Sighting::finding).filter(f -> f != null)
                .collect(Collectors.toSet());
        var followed = opened.isEmpty()
                ? Map.<UUID, Finding>of()
                : findings.list(FINDING.ID.in(opened)).stream()
                        .collect(Collectors.toMap(Finding::id, Function.identity()));
        return of.stream().collect(
                Collectors.toMap(Round::id, r -> lines(r, all, seen.getOrDefault(r.id(), List.of()), followed)));
    }

    /** What was due and what was seen on each round, whichever school it is of. */
    public Map<UUID, Walk> walks(List<Round> of) {
        if (of.isEmpty()) return Map.of();
        var all = checkpoints
                .list(CHECKPOINT.SCHOOL_ID
                        .eq(DSL.any(of.stream().map(Round::schoolId).distinct().toArray(UUID[]::new))))
                .stream().collect(Collectors.groupingBy(Checkpoint::schoolId));
        var seen = rounds.standing(of.stream().map(Round::id).toList());
        return of.stream().collect(Collectors.toMap(Round::id, r -> RoundTally.walk(r,
                all.getOrDefault(r.schoolId(), List.of()), seen.getOrDefault(r.id(), List.of()))));
    }

    private static List<Line> lines(Round round, List<Checkpoint> all, List<Sighting> standing,
            Map<UUID, Finding> followed) {
        Set<UUID> due = RoundTally.due(round.kind(), all, round.startedAt(), standing);
        var by = standing.stream().collect(Collectors.toMap(Sighting::checkpointId, Function.identity()));
        return all.stream().filter(c -> due.contains(c.id()) || by.containsKey(c.id())).map(c -> {
            var s = by.get(c.id());
            return new Line(c, s, s == null || s.finding() == null ? null : followed.get(s.finding()));
        }).toList();
    }
}
