package org.daywatch.scheduling.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.daywatch.scheduling.problem.ScheduleProblem.Place;
import org.daywatch.scheduling.problem.ScheduleProblem;

/** Where the markets' searches write their best, and whoever watches reads the best of all. */
final class SearchBoard {

    private static final long PAUSE = 200_000_000L; // nanoseconds between two words to whoever watches

    private final ScheduleModel model;
    private final int[][] markets;
    private final SearchProgress progress;
    private final int[][] best;
    private final long[] points;
    private final long pinned; // points of the accepted seats, which every market's search counts
    private final long constant; // of the objective, and of no search: hours credited before, and what was published
    private long allMoves;
    private long lastWord;
    private volatile boolean stopped;

    SearchBoard(ScheduleModel model, int[][] markets, SearchProgress progress) {
        this.model = model;
        this.markets = markets;
        this.progress = progress;
        best = new int[markets.length][];
        points = new long[markets.length];
        boolean fewest = model.problem.objective().kind() == ScheduleProblem.Kind.FEWEST_OFFICERS;
        var accepted = new Seating(model);
        pinned = fewest ? 0 : accepted.points();
        constant = fewest
                ? 0
                : WrittenSeating.terms(accepted).values().stream().mapToLong(Long::longValue).sum() - pinned;
    }

    boolean stopped() {
        return stopped;
    }

    synchronized void first(long nanos) {
        progress.first(sum(), nanos);
    }

    /** Counts; true where the market's best should be written down now. */
    synchronized boolean wants(int market, long made) {
        allMoves += made;
        if (best[market] == null) return true;
        long time = System.nanoTime();
        if (time - lastWord < PAUSE) return false;
        lastWord = time;
        stopped |= progress.stop();
        return true;
    }

    synchronized void finished(int market, int[] pairs, long now) {
        best[market] = pairs;
        points[market] = now;
        progress.step(allMoves, sum(), this::places);
    }

    private long sum() {
        return constant + pinned + Arrays.stream(points).map(p -> p - pinned).sum();
    }

    synchronized List<Place> places() {
        var places = new ArrayList<Place>();
        for (int[] market : best) {
            for (int pair : market == null ? new int[0] : market) {
                if (pair >= 0) places.add(new Place(model.shift(model.pairSeat[pair]).id(), model.officer(pair).id()));
            }
        }
        places.sort(null);
        return places;
    }

    Seating best() {
        var seating = new Seating(model);
        for (int m = 0; m < markets.length; m++) {
            for (int pair : best[m]) {
                if (pair >= 0 && !model.pinned(pair)) seating.put(pair);
            }
        }
        return seating;
    }
}
