package org.daywatch.scheduling.explain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.daywatch.scheduling.explain.ScheduleExplanation.Chain;
import org.daywatch.scheduling.explain.ScheduleExplanation.Step;
import org.daywatch.scheduling.problem.ScheduleProblem.Kind;
import org.daywatch.scheduling.problem.ScheduleProblem.Officer;
import org.daywatch.scheduling.problem.ScheduleProblem.Shift;
import org.jspecify.annotations.Nullable;

/**
 * Looks for officers who could move up so that an open seat is filled and none is left: the shortest way first, no
 * officer twice.
 */
final class ChainSearch {

    private static final int LONGEST = 4;
    private static final int LOOKED_AT = 3_000;

    private final AnsweredProblem roster;
    private final SeatFindings rules;
    private final SeatWorth worth;

    ChainSearch(AnsweredProblem roster, SeatFindings rules, SeatWorth worth) {
        this.roster = roster;
        this.rules = rules;
        this.worth = worth;
    }

    /** A way to fill {@code open}; null where none of up to four steps was found. */
    @Nullable
    Chain fill(Shift open) {
        var next = new ArrayDeque<Way>();
        var seen = new HashSet<Shift>(Set.of(open));
        next.add(new Way(open, List.of(), Set.of()));
        for (int looked = 0; !next.isEmpty() && looked < LOOKED_AT; looked++) {
            var way = next.remove();
            for (var officer : candidates(way)) {
                if (rules.hours(officer, way.open(), roster.held(officer)).isEmpty())
                    return chain(way.then(officer, null));
            }
            if (way.steps().size() + 1 < LONGEST) branch(way, seen, next);
        }
        return null;
    }

    private void branch(Way way, Set<Shift> seen, ArrayDeque<Way> next) {
        for (var officer : candidates(way)) {
            for (var left : roster.held(officer)) {
                if (roster.pinned(left, officer) || seen.contains(left)) continue;
                if (rules.hours(officer, way.open(), roster.heldWithout(officer, left)).isEmpty() && seen.add(left))
                    next.add(way.then(officer, left));
            }
        }
    }

    private List<Officer> candidates(Way way) {
        return roster.officers.values().stream().filter(o -> !way.officers().contains(o.id())
                && !roster.held(o).contains(way.open()) && rules.alone(o, way.open()).isEmpty()).toList();
    }

    private Chain chain(Way way) {
        return new Chain(way.steps(), roster.problem.objective().kind() == Kind.WORTH ? gain(way) : null);
    }

    private long gain(Way way) {
        long gain = 0;
        for (var step : way.steps()) {
            var officer = roster.officers.get(step.officer());
            var left = step.leaves() == null ? null : roster.shifts.get(step.leaves());
            var rest = left == null ? roster.held(officer) : roster.heldWithout(officer, left);
            gain += SeatWorth.sum(worth.marginal(officer, roster.shifts.get(step.takes()), rest));
            if (left != null) gain -= SeatWorth.sum(worth.marginal(officer, left, rest));
        }
        return gain;
    }

    /** @param open the seat still to be filled */
    private record Way(@Nullable Shift open, List<Step> steps, Set<String> officers) {

        Way then(Officer officer, @Nullable Shift left) {
            var taken = new ArrayList<>(steps);
            taken.add(new Step(officer.id(), open.id(), left == null ? null : left.id()));
            var used = new HashSet<>(officers);
            used.add(officer.id());
            return new Way(left, List.copyOf(taken), Set.copyOf(used));
        }
    }
}
