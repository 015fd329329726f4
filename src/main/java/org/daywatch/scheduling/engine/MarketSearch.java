package org.daywatch.scheduling.engine;

import org.daywatch.scheduling.problem.ScheduleProblem;

/** The search in one market, in short runs so that it can be watched, cooled and stopped. */
abstract class MarketSearch {

    private static final int RUN = 2048;

    private final SearchBoard board;
    private final int market;

    MarketSearch(SearchBoard board, int market) {
        this.board = board;
        this.market = market;
    }

    /** Makes the first schedule of the market at once. */
    static MarketSearch of(ScheduleModel model, int[] seats, long seed, SearchBoard board, int market) {
        var search = model.problem.objective().kind() == ScheduleProblem.Kind.WORTH
                ? new Worth(model, seats, seed, board, market)
                : new FewestOfficers(model, seats, seed, board, market);
        search.publish(0);
        return search;
    }

    abstract void step(int moves, double share);

    /** No better schedule exists. */
    abstract boolean done();

    abstract long points();

    /** By place in the market's seats: the pair that holds it, −1 where it is open. */
    abstract int[] best();

    final void run(long moves) {
        long made = 0;
        while (made < moves && !done() && !board.stopped()) {
            int next = (int) Math.min(RUN, moves - made);
            step(next, (double) made / moves);
            made += next;
            publish(next);
        }
        board.finished(market, best(), points());
    }

    final void runUntil(long end) {
        long start = System.nanoTime();
        for (long now = start; now < end && !done() && !board.stopped(); now = System.nanoTime()) {
            step(RUN, (double) (now - start) / (end - start));
            publish(RUN);
        }
        board.finished(market, best(), points());
    }

    private void publish(long moves) {
        if (board.wants(market, moves)) board.finished(market, best(), points());
    }

    /** Points by annealing from a greedy start. */
    private static final class Worth extends MarketSearch {

        private final Annealing annealing;

        Worth(ScheduleModel model, int[] seats, long seed, SearchBoard board, int market) {
            super(board, market);
            var seating = new Seating(model);
            Greedy.fill(seating, seats);
            annealing = new Annealing(seating, seats, seed);
        }

        @Override
        void step(int moves, double share) {
            annealing.cool(share);
            annealing.run(moves);
        }

        @Override
        boolean done() {
            return annealing.idle();
        }

        @Override
        long points() {
            return annealing.bestPoints();
        }

        @Override
        int[] best() {
            return annealing.best();
        }
    }
}
