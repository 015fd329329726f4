package org.daywatch.scheduling.problem;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import org.daywatch.scheduling.problem.ScheduleProblem.Place;
import org.jspecify.annotations.Nullable;

/**
 * Who should stand where: docs/formats/roster.md, the answer. Holds no times, so equal work gives equal bytes.
 *
 * @param moves the budget it was given; null where the budget was time
 * @param bound points no schedule exceeds; null where none was proved
 * @param terms the objective taken apart by rule, in points
 */
public record ScheduleAnswer(String problem, String sha256, long seed, @Nullable Long moves, Status status,
        long objective, @Nullable Long bound,
        List<Place> assignments, List<Open> unfilled, SortedMap<String, Long> terms) {

    public enum Status { FEASIBLE, OPTIMAL, INCOMPLETE }

    /** Seats of a shift that nobody was found for. */
    public record Open(String shift, int seats) {}

    /** How far from the bound, in percent of the bound with four decimals; null without one. */
    public @Nullable BigDecimal gapPercent(ScheduleProblem.Kind kind) {
        if (bound == null) return null;
        if (bound == 0) return objective == 0 ? BigDecimal.ZERO.setScale(4) : null;
        var missing = kind == ScheduleProblem.Kind.WORTH ? bound - objective : objective - bound;
        return BigDecimal.valueOf(missing).multiply(BigDecimal.valueOf(100)).divide(BigDecimal.valueOf(Math.abs(bound)),
                4, java.math.RoundingMode.HALF_UP);
    }

    public ScheduleAnswer bounded(@Nullable Long proven) {
        boolean closed = proven != null && proven == objective && status != Status.INCOMPLETE;
        return new ScheduleAnswer(problem, sha256, seed, moves, closed ? Status.OPTIMAL : status, objective, proven,
                assignments, unfilled, terms);
    }
}
