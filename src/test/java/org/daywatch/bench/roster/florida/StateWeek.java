package org.daywatch.bench.roster.florida;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.scheduling.problem.ScheduleProblem.Kind;
import org.daywatch.scheduling.problem.ScheduleProblem.Objective;
import org.daywatch.scheduling.problem.ScheduleProblem;

/** A school week of every county on the list: one problem for the state, and the same taken apart by county. */
public record StateWeek(ScheduleProblem all, Map<String, ScheduleProblem> counties) {

    public static StateWeek of(String name, SchoolList list, long seed) {
        var byCounty = list.schools().stream()
                .collect(Collectors.groupingBy(SchoolList.Listed::county, TreeMap::new, Collectors.toList()));
        var counties = new ArrayList<County>();
        var problems = new TreeMap<String, ScheduleProblem>();
        byCounty.forEach((county, schools) -> {
            var drawn = new County(county, schools, seed);
            counties.add(drawn);
            problems.put(county, problem(name + "-" + county, List.of(drawn)));
        });
        return new StateWeek(problem(name, counties), problems);
    }

    private static ScheduleProblem problem(String id, List<County> counties) {
        return new ScheduleProblem(id, County.MONDAY, County.MONDAY.plusDays(4),
                new Objective(Kind.WORTH, Terms.WEIGHTS), Terms.POLICIES,
                all(counties, c -> c.departments), all(counties, c -> c.schools), all(counties, c -> c.shifts),
                all(counties, c -> c.officers),
                List.of(), List.of());
    }

    private static <T> List<T> all(List<County> counties, Function<County, List<T>> part) {
        return counties.stream().map(part).flatMap(List::stream).toList();
    }
}
