package org.daywatch.scheduling.explain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.daywatch.scheduling.engine.PairPoints;
import org.daywatch.scheduling.problem.ScheduleProblem.Kind;
import org.daywatch.scheduling.problem.ScheduleProblem.Officer;
import org.daywatch.scheduling.problem.ScheduleProblem.Shift;
import org.daywatch.scheduling.problem.ScheduleProblem.Weights;

/** What a seat is worth with an officer in it, given the other seats they hold, taken apart by rule. */
final class SeatWorth {

    private final AnsweredProblem roster;
    private final Weights weights;
    private final PairPoints pairs;

    SeatWorth(AnsweredProblem roster) {
        this.roster = roster;
        this.weights = roster.problem.objective().kind() == Kind.WORTH
                ? roster.problem.objective().weights()
                : Weights.NONE;
        this.pairs = PairPoints.of(roster.problem);
    }

    /** Terms that are not zero. */
    SortedMap<String, Long> marginal(Officer officer, Shift shift, List<Shift> others) {
        var terms = new TreeMap<String, Long>();
        if (roster.problem.objective().kind() != Kind.WORTH) return terms;
        pairs.each(shift, officer, (term, points) -> terms.merge(term, points, Long::sum));
        var with = java.util.stream.Stream.concat(others.stream(), java.util.stream.Stream.of(shift)).toList();
        together(officer, with).forEach((term, points) -> terms.merge(term, points, Long::sum));
        together(officer, others).forEach((term, points) -> terms.merge(term, -points, Long::sum));
        terms.values().removeIf(points -> points == 0);
        return terms;
    }

    static long sum(Map<String, Long> terms) {
        return terms.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What their seats cost together. */
    private Map<String, Long> together(Officer officer, List<Shift> seats) {
        var bySchool = new HashMap<String, Integer>();
        seats.forEach(s -> bySchool.merge(s.school(), 1, Integer::sum));
        long faces = bySchool.keySet().stream()
                .filter(school -> !roster.schools.get(school).core().contains(officer.id())).count();
        long beyond = bySchool.values().stream().mapToLong(n -> Math.max(0, n - weights.share().most())).sum();
        Integer most = officer.wishes().mostDays();
        long minutes = officer.history().credited().toMinutes() + seats.stream().mapToLong(Shift::minutes).sum();
        long unfair = weights.fair().stream().mapToLong(b -> Math.max(0, minutes - b.over().toMinutes()) * b.points())
                .sum();
        return Map.of("FACE", -faces * weights.face(), "SHARE", -beyond * weights.share().points(), "FAIR", -unfair,
                "WISH", most == null ? 0 : -Math.max(0, seats.size() - most) * weights.wish().days());
    }
}
