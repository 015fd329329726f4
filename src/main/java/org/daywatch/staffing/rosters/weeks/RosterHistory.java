package org.daywatch.staffing.rosters.weeks;

import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.staffing.eligibility.OfficerFacts;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the last weeks say: who stood where, whom a school knows, and who has had how much work. */
@Repository
@Transactional(readOnly = true)
public class RosterHistory {

    private static final int RECENT_DAYS = 30;
    private static final int KNOWN_DAYS = 120;
    private static final int FAIR_DAYS = 28;

    private final DSLContext db;

    RosterHistory(DSLContext db) {
        this.db = db;
    }

    /**
     * @param daysAt by officer and school: days he stood there, those of the last thirty whole, older ones half
     * @param credited by officer: minutes of the last four weeks; whoever is new stands at the median of his department
     */
    public record Past(Map<UUID, Map<UUID, Integer>> daysAt, Map<UUID, Duration> credited) {

        /** Those who stood at the school most, at most {@code size}; and whoever gave his standing consent first of all. */
        public Set<UUID> core(UUID school, int size, Collection<UUID> consenting) {
            var core = new LinkedHashSet<UUID>(consenting.stream().sorted().limit(size).toList());
            daysAt.entrySet().stream().filter(e -> e.getValue().getOrDefault(school, 0) > 0)
                    .sorted(Comparator.comparingInt((Map.Entry<UUID, Map<UUID, Integer>> e) -> -e.getValue().get(school)).thenComparing(Map.Entry::getKey))
                    .map(Map.Entry::getKey).takeWhile(o -> core.size() < size).forEach(core::add);
            return core;
        }
    }

    public Past before(LocalDate first, Collection<OfficerFacts> officers) {
        Instant until = first.atStartOfDay(ZoneOffset.UTC).toInstant();
        var rows = db.select(SHIFT.OFFICER_ID, SHIFT.SCHOOL_ID, SHIFT.STARTS_AT, SHIFT.ENDS_AT).from(SHIFT)
                .where(SHIFT.STATE.in("SCHEDULED", "ON_POST", "ENDED")).and(SHIFT.STARTS_AT.lt(until))
                .and(SHIFT.STARTS_AT.ge(until.minus(Duration.ofDays(KNOWN_DAYS)))).fetch();
        var halves = new HashMap<UUID, Map<UUID, Integer>>();
        var minutes = new HashMap<UUID, Long>();
        for (var row : rows) {
            boolean recent = row.value3().isAfter(until.minus(Duration.ofDays(RECENT_DAYS)));
            halves.computeIfAbsent(row.value1(), o -> new HashMap<>()).merge(row.value2(), recent ? 2 : 1, Integer::sum);
            if (row.value3().isAfter(until.minus(Duration.ofDays(FAIR_DAYS)))) minutes.merge(row.value1(), Duration.between(row.value3(), row.value4()).toMinutes(), Long::sum);
        }
        halves.values().forEach(schools -> schools.replaceAll((school, half) -> (half + 1) / 2));
        return new Past(halves, credited(officers, minutes, halves.keySet()));
    }

    private static Map<UUID, Duration> credited(Collection<OfficerFacts> officers, Map<UUID, Long> minutes, Set<UUID> known) {
        Map<UUID, List<OfficerFacts>> departments = officers.stream().collect(Collectors.groupingBy(OfficerFacts::departmentId));
        var credited = new HashMap<UUID, Duration>();
        departments.values().forEach(department -> {
            long median = median(department.stream().filter(o -> known.contains(o.id())).map(o -> minutes.getOrDefault(o.id(), 0L)).toList());
            department.forEach(o -> credited.put(o.id(), Duration.ofMinutes(known.contains(o.id()) ? minutes.getOrDefault(o.id(), 0L) : median)));
        });
        return credited;
    }

    private static long median(List<Long> values) {
        if (values.isEmpty()) return 0;
        var sorted = new ArrayList<>(values);
        sorted.sort(null);
        return sorted.get((sorted.size() - 1) / 2);
    }
}
