package org.daywatch.scheduling.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.daywatch.scheduling.problem.Budget;
import org.daywatch.scheduling.problem.ScheduleAnswer;
import org.daywatch.scheduling.problem.ScheduleProblem;

/**
 * Solves a schedule: a greedy start for every market, then annealing of each with its part of the budget, markets side
 * by side. With a budget of moves the same problem and seed give the same answer whatever the number of threads.
 */
public final class ScheduleSolver {

    private final ScheduleModel model;
    private final Budget budget;
    private final long seed;
    private final SearchProgress progress;
    private final long begun = System.nanoTime();

    private ScheduleSolver(ScheduleModel model, Budget budget, long seed, SearchProgress progress) {
        this.model = model;
        this.budget = budget;
        this.seed = seed;
        this.progress = progress;
    }

    /** @param sha256 of the problem's file, kept in the answer; empty where there is no file */
    public static ScheduleAnswer solve(ScheduleProblem problem, String sha256, Budget budget, int threads, long seed,
            SearchProgress progress) {
        return solve(ScheduleModel.of(problem), sha256, budget, threads, seed, progress);
    }

    public static ScheduleAnswer solve(ScheduleModel model, String sha256, Budget budget, int threads, long seed,
            SearchProgress progress) {
        var seating = new ScheduleSolver(model, budget, seed, progress).run(Math.max(1, threads));
        return WrittenSeating.of(seating, sha256, budget, seed);
    }

    private Seating run(int threads) {
        int[][] markets = Markets.of(model);
        var board = new SearchBoard(model, markets, progress);
        long[] weights = Arrays.stream(markets).mapToLong(this::weight).toArray();
        long whole = Math.max(1, Arrays.stream(weights).sum());
        var searches = new MarketSearch[markets.length];
        try (var pool = Executors.newFixedThreadPool(threads)) {
            await(IntStream.range(0, markets.length).mapToObj(m -> pool.submit(() -> {
                searches[m] = MarketSearch.of(model, markets[m], seed * 0x9E3779B97F4A7C15L + m, board, m);
            })).toList());
            board.first(System.nanoTime() - begun);
            long end = budget instanceof Budget.Seconds(double seconds)
                    ? begun + (long) (seconds * 1e9)
                    : Long.MAX_VALUE;
            long left = end - System.nanoTime();
            // The largest first, so that the last ones to finish are small.
            var order = IntStream.range(0, markets.length).boxed()
                    .sorted(Comparator.comparingLong((Integer m) -> -weights[m]).thenComparing(m -> m)).toList();
            await(order.stream().map(m -> pool.submit(() -> {
                switch (budget) {
                    case Budget.Moves(long moves) -> searches[m].run(share(moves, weights, m, whole));
                    case Budget.Seconds s -> searches[m].runUntil(Math.min(end,
                            System.nanoTime() + (long) Math.min(left, (double) left * threads * weights[m] / whole)));
                }
            })).toList());
        }
        return board.best();
    }

    /** A market's part of the moves: the parts of all add up to the budget exactly. */
    private static long share(long moves, long[] weights, int market, long whole) {
        double before = 0;
        for (int m = 0; m < market; m++) before += weights[m];
        return (long) Math.floor(moves * ((before + weights[market]) / whole))
                - (long) Math.floor(moves * (before / whole));
    }

    private long weight(int[] seats) {
        return Arrays.stream(seats).mapToLong(s -> model.lastPair(s) - model.firstPair(s)).sum();
    }

    private static void await(List<? extends Future<?>> tasks) {
        try {
            for (var task : tasks) task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The search was interrupted.", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
