package org.daywatch.scheduling.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.scheduling.problem.ScheduleAnswer;
import org.daywatch.scheduling.problem.ScheduleProblem.Department;
import org.daywatch.scheduling.problem.ScheduleProblem.Officer;
import org.daywatch.scheduling.problem.ScheduleProblem.Place;
import org.daywatch.scheduling.problem.ScheduleProblem.Policy;
import org.daywatch.scheduling.problem.ScheduleProblem.School;
import org.daywatch.scheduling.problem.ScheduleProblem.Shift;
import org.daywatch.scheduling.problem.ScheduleProblem;

/** A problem and an answer laid together: who holds what. */
final class AnsweredProblem {

    final ScheduleProblem problem;
    final Map<String, Shift> shifts;
    final Map<String, Officer> officers;
    final Map<String, School> schools;
    final Map<String, Department> departments;
    final Map<String, Policy> policies;
    final Set<Place> pins;
    private final Map<String, List<Shift>> held = new HashMap<>();
    private final Map<String, List<Officer>> holders = new HashMap<>();

    AnsweredProblem(ScheduleProblem problem, ScheduleAnswer answer) {
        this.problem = problem;
        shifts = byId(problem.shifts().stream().sorted(Comparator.comparing(Shift::id)).toList(), Shift::id);
        officers = byId(problem.officers().stream().sorted(Comparator.comparing(Officer::id)).toList(), Officer::id);
        schools = byId(problem.schools(), School::id);
        departments = byId(problem.departments(), Department::id);
        policies = byId(problem.policies(), Policy::id);
        pins = new HashSet<>(problem.pins());
        answer.assignments().stream().distinct().sorted().forEach(this::put);
    }

    private void put(Place place) {
        var shift = shifts.get(place.shift());
        var officer = officers.get(place.officer());
        if (shift == null || officer == null) {
            throw new InvalidInput("assignments", place.shift() + ", " + place.officer(),
                    "The answer names a shift or an officer the problem does not have; "
                            + "ask roster check what else is wrong with it.");
        }
        held.computeIfAbsent(officer.id(), o -> new ArrayList<>()).add(shift);
        holders.computeIfAbsent(shift.id(), s -> new ArrayList<>()).add(officer);
    }

    /** Shifts an officer holds in the answer, in the order of their ids. */
    List<Shift> held(Officer officer) {
        return held.getOrDefault(officer.id(), List.of());
    }

    List<Shift> heldWithout(Officer officer, Shift left) {
        return held(officer).stream().filter(s -> !s.equals(left)).toList();
    }

    List<Officer> holders(Shift shift) {
        return holders.getOrDefault(shift.id(), List.of());
    }

    boolean pinned(Shift shift, Officer officer) {
        return pins.contains(new Place(shift.id(), officer.id()));
    }

    int unfilled(Shift shift) {
        return Math.max(0, shift.needs() - holders(shift).size());
    }

    /** Shifts with a seat that nobody holds. */
    Map<Shift, Integer> unfilled() {
        var open = new TreeMap<Shift, Integer>(Comparator.comparing(Shift::id));
        for (var shift : shifts.values()) if (unfilled(shift) > 0) open.put(shift, unfilled(shift));
        return open;
    }

    private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
        return all.stream().collect(Collectors.toMap(id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }
}
