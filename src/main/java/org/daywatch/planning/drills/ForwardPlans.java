package org.daywatch.planning.drills;

import static org.daywatch_db.planning.Tables.DRILL;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.BellDays;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Due;
import org.daywatch.planning.drills.forwardplan.DrillSpread;
import org.daywatch.planning.drills.forwardplan.SpreadPlan;
import org.daywatch.planning.drills.forwardplan.SpreadProblem.Hour;
import org.daywatch.planning.drills.forwardplan.SpreadProblem.Placed;
import org.daywatch.planning.drills.forwardplan.SpreadProblem.Wanted;
import org.daywatch.planning.drills.forwardplan.SpreadProblem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what a school still owes and asks for it to be spread. What was held, or fixed by a person, stays. */
@Component
@Transactional
public class ForwardPlans {

    private static final int HOURS = 6;
    private static final int LATE_IS_MADE_UP_WITHIN_DAYS = 21;

    private final DrillStore drills;
    private final DrillDues dues;
    private final DrillDoses doses;
    private final DrillYears years;
    private final BellDays bells;
    private final Clock clock;

    ForwardPlans(DrillStore drills, DrillDues dues, DrillDoses doses, DrillYears years, BellDays bells, Clock clock) {
        this.drills = drills;
        this.dues = dues;
        this.doses = doses;
        this.years = years;
        this.bells = bells;
        this.clock = clock;
    }

    /**
     * Requirement by requirement, the narrowest first: what was placed for one may count for the next, so what is still
     * open is asked anew each time, and everything is spread again together.
     */
    public SpreadPlan of(Campus school) {
        var base = problem(school);
        var wanted = new ArrayList<Wanted>();
        var plan = DrillSpread.of(base);
        var asked = new HashSet<String>();
        for (var next = next(school, base, plan, asked); !next.isEmpty(); next = next(school, base, plan, asked)) {
            wanted.addAll(next);
            plan = DrillSpread.of(base.with(wanted));
        }
        return plan;
    }

    /**
     * As of the end of the year what is planned counts as done; what cannot be made up any more today is not asked for.
     */
    private List<Wanted> next(Campus school, SpreadProblem base, SpreadPlan plan, HashSet<String> asked) {
        if (base.days().isEmpty()) return List.of();
        var done = new ArrayList<Due.Done>();
        base.fixed().forEach(f -> done.add(new Due.Done(f.kind().subject(), f.day(), "/drills")));
        plan.choices().forEach(c -> done.add(new Due.Done(c.wanted().kind().subject(), c.day(), "/drills")));
        var gone = new HashSet<String>();
        due(school, base.earliest().minusDays(1), done).stream().filter(d -> d.state() == Due.State.MISSED)
                .forEach(d -> gone.add(key(d)));
        var open = due(school, base.days().getLast().day(), done).stream()
                .filter(d -> d.state() != Due.State.DONE && d.state() != Due.State.DONE_LATE && !gone.contains(key(d)))
                .filter(d -> !asked.contains(d.requirement().rule().id())).toList();
        var first = open.stream()
                .min(Comparator.comparingInt((Due d) -> DrillDues.breadth(d))
                        .thenComparing(d -> ChronoUnit.DAYS.between(d.from(), d.by())).thenComparing(Due::by)
                        .thenComparing(d -> d.requirement().rule().id()));
        if (first.isEmpty()) return List.of();
        asked.add(first.get().requirement().rule().id());
        return open.stream().filter(d -> d.requirement().rule().id().equals(first.get().requirement().rule().id()))
                .map(d -> wanted(school, base, d)).toList();
    }

    private List<Due> due(Campus school, LocalDate asOf, List<Due.Done> done) {
        return dues.of(List.of(school.id()), asOf, Map.of(school.id(), done)).getOrDefault(school.id(), List.of());
    }

    private static String key(Due due) {
        return due.requirement().rule().id() + " " + due.number();
    }

    private Wanted wanted(Campus school, SpreadProblem base, Due due) {
        var kind = DrillDues.toHold(due);
        var by = due.by().isBefore(base.earliest()) ? base.earliest().plusDays(LATE_IS_MADE_UP_WITHIN_DAYS) : due.by();
        return new Wanted(kind, due.number(), due.from(), by, dues.earliest(school, kind, base.earliest().minusDays(1)),
                due.requirement().rule().version());
    }

    private SpreadProblem problem(Campus school) {
        var today = LocalDate.now(clock.withZone(school.zone()));
        var year = years.of(school, today).orElse(new DrillYears.Year(today, today, List.of()));
        var stay = drills.list(DRILL.SCHOOL_ID.eq(school.id()).and(DRILL.DAY.between(year.first(), year.last()))
                .and(DRILL.STATE.in("HELD", "REVIEWED", "RUNNING")
                        .or(DRILL.STATE.eq("SCHEDULED").and(DRILL.DAY.ge(today))
                                .and(DRILL.FIXED.isTrue().or(DRILL.ORIGIN.ne("PLANNED")).or(DRILL.DAY.eq(today))))));
        var elsewhere = new HashSet<>(drills
                .list(DRILL.DISTRICT_ID.eq(school.districtId()).and(DRILL.SCHOOL_ID.ne(school.id()))
                        .and(DRILL.STATE.eq("SCHEDULED")).and(DRILL.DAY.gt(today)))
                .stream().map(Drill::day).toList());
        var counted = stay.stream().filter(d -> d.counts() || !d.held()).map(d -> new Placed(d.kind(), d.day(), d.at()))
                .toList();
        return new SpreadProblem(year.days(), hours(school, year, today.plusDays(1)), today.plusDays(1), List.of(),
                counted, elsewhere, dues.ceilings(school, year, today),
                had(school, today, stay), doses.limit(school, today));
    }

    /** Moments spread over the shortest regular day that comes, away from its first and last half hour. */
    private List<Hour> hours(Campus school, DrillYears.Year year, LocalDate from) {
        var days = bells.of(List.of(school.id()), from, year.last().isBefore(from) ? from : year.last());
        var first = days.stream().map(d -> d.firstBell()).max(LocalTime::compareTo).orElse(LocalTime.of(8, 30))
                .plusMinutes(30);
        var last = days.stream().map(d -> d.lastBell()).min(LocalTime::compareTo).orElse(LocalTime.of(14, 0))
                .minusMinutes(50);
        int span = Math.max(0, (last.toSecondOfDay() - first.toSecondOfDay()) / 60);
        var hours = new ArrayList<Hour>();
        for (int i = 0; i < HOURS; i++) {
            var at = first.plusMinutes(span * i / (HOURS - 1) / 5 * 5L);
            if (hours.isEmpty() || !hours.getLast().at().equals(at))
                hours.add(new Hour(at, doses.meeting(school, at).keySet()));
        }
        return hours;
    }

    /** Those that give way to the new plan are not counted. */
    private Map<UUID, Integer> had(Campus school, LocalDate today, List<Drill> stay) {
        var had = new HashMap<>(doses.had(school, today, null));
        var staying = stay.stream().map(Drill::id).toList();
        drills.list(DRILL.SCHOOL_ID.eq(school.id()).and(DRILL.STATE.eq("SCHEDULED"))).stream()
                .filter(d -> d.kind().lockdownLike() && !staying.contains(d.id()))
                .forEach(d -> doses.meeting(school, d.at()).keySet()
                        .forEach(c -> had.computeIfPresent(c, (k, n) -> n - 1)));
        return had;
    }
}
