package org.daywatch.emergencies.aftermath;

import static org.daywatch_db.emergencies.Tables.ALERT;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.emergencies.aftermath.AlertBudget.Counts;
import org.daywatch.emergencies.aftermath.AlertBudget.Weights;
import org.daywatch.emergencies.alerts.duress.ForcedReading;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The budgets of all schools that were alerted at all, by the rules of the day. */
@Component
@Transactional(readOnly = true)
public class AlertBudgets {

    static final Duration SPAN = Duration.ofDays(30);
    private static final List<String> HELP = List.of("HELP_FIGHT", "HELP_MEDICAL", "HELP_BEHAVIOR");

    private final DSLContext db;
    private final ForcedReading forced;
    private final Campuses campuses;
    private final ProgramRules rules;

    AlertBudgets(DSLContext db, ForcedReading forced, Campuses campuses, ProgramRules rules) {
        this.db = db;
        this.forced = forced;
        this.campuses = campuses;
        this.rules = rules;
    }

    public record OfSchool(Campus school, AlertBudget budget) {}

    /**
     * As this reader's screens show it. @param only whose; empty: those of the organization that is bound. The most
     * alerted first
     */
    public List<OfSchool> until(Instant now, Optional<Set<UUID>> only, UUID reader) {
        var state = ForcedReading.shown(forced.seen(reader), ALERT.STATE, a -> a.state().code());
        var help = ALERT.ACTION.in(HELP);
        var earnest = ALERT.STATUS.eq("ACTUAL").and(DSL.not(help));
        var tests = count(ALERT.STATUS.eq("TEST"));
        var calls = count(ALERT.STATUS.eq("ACTUAL").and(help));
        var exercises = count(ALERT.STATUS.eq("EXERCISE"));
        var cancelled = count(earnest.and(state.eq("CANCELLED")));
        var raised = count(earnest.and(state.ne("CANCELLED")));
        var counted = db.select(ALERT.SCHOOL_ID, raised, cancelled,
                exercises, calls, tests)
                .from(ALERT).where(ALERT.RAISED_AT.gt(now.minus(SPAN))).and(ALERT.RAISED_AT.le(now))
                .and(only.map(ALERT.SCHOOL_ID::in).orElse(DSL.noCondition()))
                .groupBy(ALERT.SCHOOL_ID).fetchMap(ALERT.SCHOOL_ID,
                        r -> new Counts(r.get(raised), r.get(cancelled), r.get(exercises), r.get(calls), r.get(tests)));
        var schools = schools(counted.keySet());
        var book = rules.book();
        return counted.entrySet().stream().filter(e -> schools.containsKey(e.getKey()))
                .map(e -> of(schools.get(e.getKey()), e.getValue(), book, now))
                .sorted(java.util.Comparator.comparing((OfSchool o) -> o.budget().fatigueIndex()).reversed()
                        .thenComparing(o -> o.school().name()))
                .toList();
    }

    private static OfSchool of(Campus school, Counts counts, RuleBook book, Instant now) {
        var day = now.atZone(school.zone()).toLocalDate();
        var weights = new Weights(rule(book, "ALERT_WEIGHT_ACTUAL", school, day),
                rule(book, "ALERT_WEIGHT_FALSE", school, day), rule(book, "ALERT_WEIGHT_EXERCISE", school, day),
                rule(book, "ALERT_WEIGHT_HELP", school, day), rule(book, "ALERT_WEIGHT_TEST", school, day));
        return new OfSchool(school, new AlertBudget(counts, weights, rule(book, "ALERT_BUDGET", school, day)));
    }

    private static BigDecimal rule(RuleBook book, String code, Campus school, LocalDate day) {
        return book.get(code, day, "DISTRICT:" + school.districtId(), RuleBook.state(school.state())).value();
    }

    private Map<UUID, Campus> schools(Collection<UUID> ids) {
        return campuses.list(ids).stream().collect(Collectors.toMap(Campus::id, Function.identity()));
    }

    private static Field<Integer> count(Condition which) {
        return DSL.count().filterWhere(which);
    }
}
