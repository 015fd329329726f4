package org.daywatch.scheduling.engine;

import java.util.List;
import java.util.function.Supplier;
import org.daywatch.scheduling.problem.ScheduleProblem.Place;

/**
 * Hears how a search goes on, and may end it. Called from the threads that search, a few times a second, one call at a
 * time.
 */
public interface SearchProgress {

    SearchProgress SILENT = new SearchProgress() {};

    /** The first lawful schedule stands. @param nanos since the search was asked for */
    default void first(long points, long nanos) {}

    /**
     * @param moves made so far, all markets together; @param best the best schedule so far, worked out when asked for
     */
    default void step(long moves, long points, Supplier<List<Place>> best) {}

    /** Asked now and then: true ends the search with the best so far. */
    default boolean stop() {
        return false;
    }
}
