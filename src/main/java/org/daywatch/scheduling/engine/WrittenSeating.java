package org.daywatch.scheduling.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.scheduling.problem.Budget;
import org.daywatch.scheduling.problem.ScheduleAnswer.Open;
import org.daywatch.scheduling.problem.ScheduleAnswer.Status;
import org.daywatch.scheduling.problem.ScheduleAnswer;
import org.daywatch.scheduling.problem.ScheduleProblem.Place;
import org.daywatch.scheduling.problem.ScheduleProblem;

/** A seating as it is written down. */
public final class WrittenSeating {

    private WrittenSeating() {}

    static ScheduleAnswer of(Seating seating, String sha256, Budget budget, long seed) {
        var model = seating.model;
        var problem = model.problem;
        boolean fewest = problem.objective().kind() == ScheduleProblem.Kind.FEWEST_OFFICERS;
        var terms = fewest ? new TreeMap<String, Long>() : terms(seating);
        var open = open(seating);
        long objective = fewest ? used(seating) : terms.values().stream().mapToLong(Long::longValue).sum();
        return new ScheduleAnswer(problem.id(), sha256, seed, budget instanceof Budget.Moves(long moves) ? moves : null,
                fewest && !open.isEmpty() ? Status.INCOMPLETE : Status.FEASIBLE, objective, null, places(seating), open,
                terms);
    }

    public static List<Place> places(Seating seating) {
        var places = new ArrayList<Place>();
        for (int pair : seating.holder) {
            if (pair >= 0)
                places.add(new Place(seating.model.shift(seating.model.pairSeat[pair]).id(),
                        seating.model.officer(pair).id()));
        }
        places.sort(null);
        return List.copyOf(places);
    }

    private static List<Open> open(Seating seating) {
        var seats = new TreeMap<String, Integer>();
        for (int seat = 0; seat < seating.holder.length; seat++) {
            if (seating.holder[seat] < 0) seats.merge(seating.model.shift(seat).id(), 1, Integer::sum);
        }
        return seats.entrySet().stream().map(e -> new Open(e.getKey(), e.getValue())).toList();
    }

    private static long used(Seating seating) {
        int used = 0;
        for (int n : seating.count) if (n > 0) used++;
        return used;
    }

    /** The objective by rule; rules that gave nothing are left out. */
    static SortedMap<String, Long> terms(Seating seating) {
        var model = seating.model;
        var problem = model.problem;
        Map<String, Long> sum = new HashMap<>();
        var published = problem.published().stream()
                .collect(Collectors.groupingBy(Place::shift, Collectors.mapping(Place::officer, Collectors.toSet())));
        var points = new PairPoints(problem,
                problem.schools().stream().collect(Collectors.toMap(ScheduleProblem.School::id, Function.identity())),
                published);
        for (int pair : seating.holder) {
            if (pair >= 0)
                points.each(model.shift(model.pairSeat[pair]), model.officer(pair),
                        (term, p) -> sum.merge(term, p, Long::sum));
        }
        var costs = new SoftCosts(model);
        for (int o = 0; o < model.officers.size(); o++)
            costs.each(seating, o, (term, p) -> sum.merge(term, p, Long::sum));
        long entries = published.values().stream().mapToLong(java.util.Set::size).sum();
        sum.merge("CHANGE", -model.weights.change() * entries, Long::sum);
        sum.values().removeIf(p -> p == 0);
        return new TreeMap<>(sum);
    }
}
