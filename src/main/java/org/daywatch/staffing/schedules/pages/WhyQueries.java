package org.daywatch.staffing.schedules.pages;

import static org.daywatch_db.staffing.Tables.OFFICER;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.scheduling.explain.Explainer;
import org.daywatch.scheduling.explain.ScheduleExplanation;
import org.daywatch.scheduling.problem.ScheduleAnswer;
import org.daywatch.scheduling.problem.ScheduleFile;
import org.daywatch.scheduling.problem.ScheduleProblem;
import org.daywatch.staffing.eligibility.EligibilityQueries.JudgedOfficer;
import org.daywatch.staffing.schedules.weeks.Schedule;
import org.daywatch.staffing.schedules.weeks.SchedulePlans;
import org.daywatch.staffing.schedules.weeks.ScheduleStore;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Why this officer stands at a place, who could besides, who could not and by which rule, and what it would take. */
@Component
@Transactional(readOnly = true)
public class WhyQueries {

    /** Above this many places an open one is explained by its rules only: a chain is looked for through all of them. */
    private static final int LARGEST_CHAIN = 2000;

    private final DSLContext db;
    private final ScheduleStore rosters;
    private final SchedulePlans plans;
    private final ScheduleGrid grid;

    WhyQueries(DSLContext db, ScheduleStore rosters, SchedulePlans plans, ScheduleGrid grid) {
        this.db = db;
        this.rosters = rosters;
        this.plans = plans;
        this.grid = grid;
    }

    /** @param could besides whoever stands there; @param cannot by rule, whoever lacks least first */
    public record Why(List<JudgedOfficer> could, List<JudgedOfficer> cannot) {

        public List<JudgedOfficer> firstWhoCould(int most) {
            return could.stream().limit(most).toList();
        }

        public List<JudgedOfficer> firstWhoCannot(int most) {
            return cannot.stream().limit(most).toList();
        }
    }

    public Why why(Schedule roster, ScheduleGrid.Place place) {
        var others = plans.judgeAll(roster.id(), place.post()).stream()
                .filter(j -> !j.officer().id().equals(place.officerId())).toList();
        return new Why(others.stream().filter(WhyQueries::could).toList(), others.stream().filter(j -> !could(j))
                .sorted(Comparator.comparing(WhyQueries::elsewhere).thenComparing(j -> j.verdict().reasons().size()))
                .toList());
    }

    /** Nothing to fix: they are needed where they are. */
    private static boolean elsewhere(JudgedOfficer judged) {
        return judged.verdict().reasons().stream().anyMatch(f -> f.code().equals("ELSEWHERE_THEN"));
    }

    /** A coordinator may ask a department out of its turn, so that alone keeps nobody away. */
    static boolean could(JudgedOfficer judged) {
        return judged.verdict().reasons().stream().allMatch(f -> f.code().equals("DEPARTMENT_NOT_ASKED"));
    }

    /**
     * The worth of the place taken apart, as the schedule stands today; empty where the place came after the schedule,
     * or it is too large to look for a chain.
     */
    public Optional<ScheduleExplanation> explain(Schedule roster, ScheduleGrid.Place place, @Nullable UUID officer) {
        var stored = rosters.problem(roster.id());
        if (stored.isEmpty() || !place.state().filled() && roster.seats() > LARGEST_CHAIN) return Optional.empty();
        var problem = ScheduleFile.read(stored.get());
        String shift = place.post().toString();
        if (problem.shifts().stream().noneMatch(s -> s.id().equals(shift))) return Optional.empty();
        String only = officer == null ? null : officer.toString();
        if (only != null && problem.officers().stream().noneMatch(o -> o.id().equals(only))) return Optional.empty();
        return Optional.of(Explainer.explain(problem, standing(roster, problem), shift, only));
    }

    private ScheduleAnswer standing(Schedule roster, ScheduleProblem problem) {
        var shifts = problem.shifts().stream().map(ScheduleProblem.Shift::id).collect(Collectors.toSet());
        var officers = problem.officers().stream().map(ScheduleProblem.Officer::id).collect(Collectors.toSet());
        var places = grid.places(roster.id(), roster.from(), roster.to()).stream().filter(p -> p.state().filled())
                .map(p -> new ScheduleProblem.Place(p.post().toString(), String.valueOf(p.officerId())))
                .filter(p -> shifts.contains(p.shift()) && officers.contains(p.officer())).sorted().toList();
        return new ScheduleAnswer(problem.id(), "", roster.seed(), roster.moves(), ScheduleAnswer.Status.FEASIBLE, 0,
                null, places, List.of(), new TreeMap<>());
    }

    /** Names of officers by their ids as text, for an explanation. */
    public Map<String, String> names() {
        return db.select(OFFICER.ID, OFFICER.FULL_NAME).from(OFFICER).fetchMap(r -> r.get(OFFICER.ID).toString(),
                r -> r.get(OFFICER.FULL_NAME));
    }
}
