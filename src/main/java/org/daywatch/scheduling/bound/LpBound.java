package org.daywatch.scheduling.bound;

import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.daywatch.scheduling.engine.Markets;
import org.daywatch.scheduling.engine.ScheduleModel;
import org.daywatch.scheduling.engine.Seating;
import org.daywatch.scheduling.problem.ScheduleProblem;
import org.jspecify.annotations.Nullable;

/**
 * What no lawful schedule of a problem exceeds, in points; for FEWEST_OFFICERS the officers that every full schedule
 * uses at least. Proven, not estimated: see {@link Prices}.
 */
public final class LpBound {

    /** Up to so many terms the simplex is quicker; beyond, the two race where there are threads for it. */
    private static final int LARGE = 300_000;

    private final ScheduleModel model;
    private final int threads;
    private final long deadline;

    private LpBound(ScheduleModel model, double seconds, int threads) {
        this.model = model;
        this.threads = threads;
        this.deadline = System.nanoTime() + (long) (seconds * 1e9);
    }

    /**
     * @param seconds for all markets together; a little more may pass, since a solver looks at the clock now and then
     * @return null where the seconds were over before every market had its bound, and where the model does not hold all
     * pairs
     */
    public static @Nullable Long of(ScheduleModel model, double seconds, int threads) {
        if (model.narrowed()) return null;
        if (model.problem().objective().kind() == ScheduleProblem.Kind.FEWEST_OFFICERS) return FewestBound.of(model);
        return new LpBound(model, seconds, Math.max(1, threads)).run();
    }

    private @Nullable Long run() {
        // The small ones first: they take next to nothing, and the largest gets all the time that is left.
        int[][] markets = Arrays.stream(Markets.of(model)).sorted(Comparator.comparingInt(m -> m.length))
                .toArray(int[][]::new);
        long sum = constant();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var bounds = Arrays.stream(markets).map(m -> pool.submit(() -> market(m))).toList();
            for (var bound : bounds) {
                Long points = answer(bound);
                if (points == null) return null;
                sum = Math.addExact(sum, points);
            }
        }
        return sum;
    }

    /** What the pins alone are worth, every officer's fixed costs among it, less the price of everything published. */
    private long constant() {
        long published = model.problem().published().stream().distinct().count();
        return new Seating(model).points() - model.weights().change() * published;
    }

    private @Nullable Long market(int[] seats) {
        if (left() <= 0) return null;
        var program = new MarketProgram(model, new Seating(model)).of(seats);
        if (program.columns == 0) return 0L;
        if (program.rows == 0) return Prices.bound(program, new double[0]);
        try (var solver = new LinearSolver(program)) {
            if (left() <= 0) return null;
            boolean large = program.terms > LARGE;
            if (large && threads > 1)
                return solver.race(left()).stream().map(f -> bound(program, f)).reduce(null, LpBound::better);
            var exact = solver.glop(left() * (large ? 0.4 : 0.8));
            Long best = bound(program, exact);
            if (exact.optimal() || left() <= 0) return best;
            return better(best, bound(program, solver.pdlp(left())));
        }
    }

    private static @Nullable Long bound(LinearProgram program, LinearSolver.Found found) {
        try {
            return Prices.bound(program, found.prices());
        } catch (ArithmeticException unusable) {
            return null;
        }
    }

    private static @Nullable Long better(@Nullable Long one, @Nullable Long other) {
        if (one == null || other == null) return one == null ? other : one;
        return Math.min(one, other);
    }

    private double left() {
        return (deadline - System.nanoTime()) / 1e9;
    }

    private static @Nullable Long answer(Future<@Nullable Long> bound) {
        try {
            return bound.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The bound was interrupted.", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
