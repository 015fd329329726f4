package org.daywatch.staffing.ledger;

import static org.daywatch_db.staffing.Tables.COVERAGE_DAY;
import static org.daywatch_db.staffing.Tables.COVERAGE_GAP;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.staffing.coverage.GapReason;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closed gaps one by one, and closed days summed: the rows behind every figure about the past. */
@Component
@Transactional(readOnly = true)
public class GapRegister {

    static final List<String> ORDERS = List.of("day", "minutes", "reason");
    /** Whole minutes between the ends of a gap, as the ledger counts them. */
    private static final Field<Integer> MINUTES = DSL.field("(extract(epoch from {0} - {1}) / 60)::int", Integer.class,
            COVERAGE_GAP.ENDS_AT, COVERAGE_GAP.STARTS_AT);

    private final DSLContext db;

    GapRegister(DSLContext db) {
        this.db = db;
    }

    public record Gap(UUID id, UUID postId, UUID schoolId, UUID districtId, LocalDate day, Instant from, Instant to,
            int minutes,
            GapReason reason, String explanation,
            String told, @Nullable Instant toldAt, String relief) {}

    /** @param unexplained gaps about which nobody has said anything yet */
    public record Count(long gaps, long minutes, long unexplained) {}

    /** Closed days of one school, summed. A school without closed days has no totals: unknown is not zero. */
    public record Totals(int days, long required, long covered, long uncovered, long gaps) {}

    /** What a list asks for; empty collections and nulls ask for everything. */
    public record Asked(LocalDate from, LocalDate to, @Nullable Collection<UUID> schools, @Nullable GapReason reason,
            @Nullable Boolean explained) {

        private Condition where() {
            var which = COVERAGE_GAP.DAY.between(from, to);
            if (schools != null) which = which.and(COVERAGE_GAP.SCHOOL_ID.eq(DSL.any(schools.toArray(UUID[]::new))));
            if (reason != null) which = which.and(COVERAGE_GAP.REASON.eq(reason.name()));
            if (explained != null)
                which = which.and(explained
                        ? COVERAGE_GAP.EXPLANATION.ne("")
                        : COVERAGE_GAP.EXPLANATION.eq(""));
            return which;
        }
    }

    Count count(Asked asked) {
        var unexplained = DSL.count().filterWhere(COVERAGE_GAP.EXPLANATION.eq(""));
        var minutes = DSL.sum(MINUTES);
        var gaps = DSL.count();
        return db.select(gaps, minutes, unexplained)
                .from(COVERAGE_GAP).where(asked.where())
                .fetchSingle(r -> new Count(r.get(gaps), whole(r.get(minutes)), r.get(unexplained)));
    }

    List<Gap> list(Asked asked, Paging paging) {
        return gaps(asked, paging, paging.offset(), paging.size());
    }

    /** All of them, for the CSV. */
    List<Gap> all(Asked asked, Paging paging) {
        return gaps(asked, paging, 0, 500_000);
    }

    private List<Gap> gaps(Asked asked, Paging paging, int offset, int most) {
        return db.select(COVERAGE_GAP.asterisk(), MINUTES).from(COVERAGE_GAP).where(asked.where())
                .orderBy(order(paging))
                .offset(offset).limit(most)
                .fetch(row -> {
                    var r = row.into(COVERAGE_GAP);
                    return new Gap(r.getId(), r.getPostId(), r.getSchoolId(), r.getDistrictId(), r.getDay(),
                            r.getStartsAt(),
                            r.getEndsAt(), row.get(MINUTES),
                            GapReason.valueOf(r.getReason()), r.getExplanation(), r.getTold(), r.getToldAt(),
                            r.getRelief());
                });
    }

    /** Closed days between two days, summed by school. */
    public Map<UUID, Totals> bySchool(LocalDate from, LocalDate to) {
        var totals = new HashMap<UUID, Totals>();
        var sumGaps = DSL.sum(COVERAGE_DAY.GAPS);
        var sumUncoveredMinutes = DSL.sum(COVERAGE_DAY.UNCOVERED_MINUTES);
        var sumCoveredMinutes = DSL.sum(COVERAGE_DAY.COVERED_MINUTES);
        var sumRequiredMinutes = DSL.sum(COVERAGE_DAY.REQUIRED_MINUTES);
        var days = DSL.count();
        db.select(COVERAGE_DAY.SCHOOL_ID, days, sumRequiredMinutes,
                sumCoveredMinutes,
                sumUncoveredMinutes, sumGaps).from(COVERAGE_DAY)
                .where(COVERAGE_DAY.DAY.between(from, to))
                .groupBy(COVERAGE_DAY.SCHOOL_ID)
                .forEach(r -> totals.put(r.get(COVERAGE_DAY.SCHOOL_ID),
                        new Totals(r.get(days), whole(r.get(sumRequiredMinutes)), whole(r.get(sumCoveredMinutes)),
                                whole(r.get(sumUncoveredMinutes)), whole(r.get(sumGaps)))));
        return totals;
    }

    private static List<SortField<?>> order(Paging paging) {
        var by = switch (paging.sort()) {
            case "minutes" -> MINUTES;
            case "reason" -> COVERAGE_GAP.REASON;
            default -> COVERAGE_GAP.STARTS_AT;
        };
        return List.of(paging.descending() ? by.desc() : by.asc(), COVERAGE_GAP.STARTS_AT.asc(), COVERAGE_GAP.ID.asc());
    }

    private static long whole(@Nullable BigDecimal sum) {
        return sum == null ? 0 : sum.longValueExact();
    }
}
