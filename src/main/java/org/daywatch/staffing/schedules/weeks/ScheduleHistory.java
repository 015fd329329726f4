package org.daywatch.staffing.schedules.weeks;

import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.staffing.eligibility.OfficerFacts;
import org.daywatch.staffing.fairness.OpportunityLedger;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the last weeks say: who stood where, whom a school knows, and who has had how much work. */
@Repository
@Transactional(readOnly = true)
public class ScheduleHistory {

    private static final int RECENT_DAYS = 30;
    private static final int KNOWN_DAYS = 120;
    private static final int FAIR_DAYS = 28;

    private final DSLContext db;
    private final OpportunityLedger ledger;

    ScheduleHistory(DSLContext db, OpportunityLedger ledger) {
        this.ledger = ledger;
        this.db = db;
    }

    /**
     * @param daysAt by officer and school: days they stood there, those of the last thirty whole, older ones half
     * @param credited by officer: time of the last four weeks, declined shifts included; the person who is new stands
     * at least at the median of their department
     */
    public record Past(Map<UUID, Map<UUID, Integer>> daysAt, Map<UUID, Duration> credited) {

        /**
         * Those who stood at the school most, at most {@code size}; and the person who gave their standing consent
         * first of all.
         */
        public Set<UUID> core(UUID school, int size, Collection<UUID> consenting, Set<UUID> active) {
            var core = new LinkedHashSet<UUID>(
                    consenting.stream().filter(active::contains).sorted().limit(size).toList());
            daysAt.entrySet().stream().filter(e -> e.getValue().getOrDefault(school, 0) > 0)
                    .sorted(Comparator
                            .comparingInt((Map.Entry<UUID, Map<UUID, Integer>> e) -> -e.getValue().get(school))
                            .thenComparing(Map.Entry::getKey))
                    .map(Map.Entry::getKey).filter(active::contains).takeWhile(o -> core.size() < size)
                    .forEach(core::add);
            return core;
        }
    }

    public Past before(LocalDate first, Collection<OfficerFacts> officers) {
        Instant until = first.atStartOfDay(ZoneOffset.UTC).toInstant();
        var rows = db.select(SHIFT.OFFICER_ID, SHIFT.SCHOOL_ID, SHIFT.STARTS_AT, SHIFT.ENDS_AT).from(SHIFT)
                .where(SHIFT.STATE.in("SCHEDULED", "ON_POST", "ENDED")).and(SHIFT.STARTS_AT.lt(until))
                .and(SHIFT.STARTS_AT.ge(until.minus(Duration.ofDays(KNOWN_DAYS)))).fetch();
        var halves = new HashMap<UUID, Map<UUID, Integer>>();
        for (var row : rows) {
            boolean recent = row.get(SHIFT.STARTS_AT).isAfter(until.minus(Duration.ofDays(RECENT_DAYS)));
            halves.computeIfAbsent(row.get(SHIFT.OFFICER_ID), o -> new HashMap<>()).merge(row.get(SHIFT.SCHOOL_ID),
                    recent ? 2 : 1, Integer::sum);
        }
        halves.values().forEach(schools -> schools.replaceAll((school, half) -> (half + 1) / 2));
        return new Past(halves, credited(officers, until));
    }

    /**
     * The same ledger awards are made by: what one declined counts as had, newcomers stand at the middle of their
     * department.
     */
    private Map<UUID, Duration> credited(Collection<OfficerFacts> officers, Instant until) {
        var credited = new HashMap<UUID, Duration>();
        ledger.credits(officers.stream().map(OfficerFacts::id).toList(), until, Duration.ofDays(FAIR_DAYS))
                .forEach((officer, credit) -> credited.put(officer, credit.credited()));
        return credited;
    }
}
