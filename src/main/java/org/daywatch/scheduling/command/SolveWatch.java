package org.daywatch.scheduling.command;

import java.util.List;
import java.util.function.Supplier;
import org.daywatch.scheduling.engine.SearchProgress;
import org.daywatch.scheduling.problem.ScheduleProblem.Place;

/** Times a search for whoever waits for it; nothing of it goes into the answer. */
final class SolveWatch implements SearchProgress {

    private final long begun = System.nanoTime();
    private volatile long first;
    private volatile long moves;

    @Override
    public void first(long points, long nanos) {
        first = System.nanoTime() - begun;
    }

    @Override
    public void step(long made, long points, Supplier<List<Place>> best) {
        moves = Math.max(moves, made);
    }

    /** Seconds until the first lawful schedule stood, the problem's compiling included. */
    double first() {
        return first / 1e9;
    }

    long moves() {
        return moves;
    }

    double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }
}
