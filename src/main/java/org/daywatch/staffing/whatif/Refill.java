package org.daywatch.staffing.whatif;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.scheduling.caps.CapPolicy;
import org.daywatch.scheduling.engine.ScheduleSolver;
import org.daywatch.scheduling.engine.SearchProgress;
import org.daywatch.scheduling.hours.HourLedger;
import org.daywatch.scheduling.problem.Budget;
import org.daywatch.scheduling.problem.ScheduleProblem.*;
import org.daywatch.scheduling.problem.ScheduleProblem;
import org.daywatch.staffing.eligibility.DepartmentFacts;
import org.daywatch.staffing.eligibility.Eligibility;
import org.daywatch.staffing.eligibility.EligibilityQueries;
import org.daywatch.staffing.eligibility.OfficerFacts;
import org.daywatch.staffing.eligibility.PostFacts;

/**
 * Whether anybody else could have stood at posts: one week of them given to the schedule engine with the hours officers
 * would have had left. All departments with terms are asked, whatever their rank. The same posts and hours give the
 * same answer.
 */
final class Refill {

    private static final int MOVES_A_SEAT = 1_000;
    private static final long MOST_MOVES = 2_000_000;
    private static final Weights MINUTES = new Weights(Map.of(1, 1L, 2, 1L, 3, 1L), 0, 0, Weights.NONE.share(),
            Weights.NONE.known(), List.of(), Weights.NONE.wish(), 0,
            Weights.NONE.travel(), 0, 0);

    private Refill() {}

    /**
     * @param field posts, the officers who are active now, and departments with the proposed limits
     * @param hours by officer: what they would have had besides
     * @return by post: who could have taken it; posts nobody could have taken are left out
     */
    static Map<UUID, UUID> of(EligibilityQueries.Field field, Map<UUID, HourLedger> hours) {
        if (field.posts().isEmpty()) return Map.of();
        var problem = problem(field, hours);
        long moves = Math.min(MOST_MOVES, (long) MOVES_A_SEAT * field.posts().size());
        var taken = new HashMap<UUID, UUID>();
        ScheduleSolver.solve(problem, "", new Budget.Moves(moves), 1, 1, SearchProgress.SILENT).assignments()
                .forEach(p -> taken.put(UUID.fromString(p.shift()), UUID.fromString(p.officer())));
        return taken;
    }

    private static ScheduleProblem problem(EligibilityQueries.Field field, Map<UUID, HourLedger> hours) {
        var posts = field.posts();
        var asked = field.departments().values().stream().filter(DepartmentFacts::hasTerms).map(d -> d.id().toString())
                .collect(Collectors.toSet());
        var schools = posts.stream().collect(Collectors.toMap(PostFacts::schoolId, p -> p, (a, b) -> a, TreeMap::new));
        var samples = posts.stream()
                .collect(Collectors.toMap(p -> holding(p) + "@" + p.day(), p -> p, (a, b) -> a, TreeMap::new)).values();
        return new ScheduleProblem("refill",
                posts.stream().map(PostFacts::day).min(java.time.LocalDate::compareTo).orElseThrow(),
                posts.stream().map(PostFacts::day).max(java.time.LocalDate::compareTo).orElseThrow(),
                new Objective(Kind.WORTH, MINUTES), policies(field.departments().values()),
                departments(field.departments().values()),
                schools.values().stream()
                        .map(p -> new School(p.schoolId().toString(), p.zone(), p.level(), Home.UNKNOWN, Set.of()))
                        .toList(),
                posts.stream()
                        .map(p -> new Shift(p.id().toString(), p.schoolId().toString(), p.day(), p.window(), 1,
                                p.role(), Set.of(holding(p)), p.workKind(), 2, null, asked))
                        .toList(),
                field.officers().stream().map(o -> officer(o, samples, field, hours)).toList(), List.of(), List.of());
    }

    private static Officer officer(OfficerFacts o, Collection<PostFacts> samples, EligibilityQueries.Field field,
            Map<UUID, HourLedger> hours) {
        var holds = samples.stream().filter(p -> Eligibility.holdsWhatItTakes(o, p, field.rules()))
                .map(p -> new Holding(holding(p), p.day(), p.day())).toList();
        return new Officer(o.id().toString(), o.departmentId().toString(), o.roles(), holds, Home.UNKNOWN, 0,
                o.blockedSchools().stream().map(UUID::toString).collect(Collectors.toSet()),
                hours.getOrDefault(o.id(), HourLedger.empty()).entries(), null, Wishes.NONE, History.NONE);
    }

    private static String holding(PostFacts post) {
        return post.role() + " in " + post.state() + ", " + post.level();
    }

    private static List<Policy> policies(Collection<DepartmentFacts> departments) {
        var all = new ArrayList<Policy>();
        departments.forEach(d -> d.policies().forEach(p -> all.add(
                new Policy(id(d, p), p.shape(), p.action() != CapPolicy.Action.WARN, p.validFrom(), p.validTo()))));
        return all;
    }

    private static List<Department> departments(Collection<DepartmentFacts> departments) {
        return departments.stream().map(d -> new Department(d.id().toString(), d.zone(),
                List.copyOf(new HashSet<>(d.policies().stream().map(p -> id(d, p)).toList())), d.prohibitedWork()))
                .toList();
    }

    private static String id(DepartmentFacts department, CapPolicy policy) {
        return department.id() + " " + policy.id();
    }
}
