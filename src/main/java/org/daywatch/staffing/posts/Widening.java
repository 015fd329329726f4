package org.daywatch.staffing.posts;

import java.time.Duration;
import java.time.Instant;

/**
 * When an open post goes on to the next department: so long after it was opened, and to all so long before it begins.
 */
public record Widening(Duration after, Duration before) {

    /** Departments up to which rank are asked by now. */
    public int due(Instant opened, Instant start, Instant now, int ranks) {
        int rank = 1;
        while (rank < ranks && !next(opened, start, rank).isAfter(now)) rank++;
        return rank;
    }

    /** When the department after this rank is asked; never before the post was opened. */
    public Instant next(Instant opened, Instant start, int rank) {
        var waited = opened.plus(after.multipliedBy(rank));
        var late = start.minus(before);
        var first = waited.isBefore(late) ? waited : late;
        return first.isBefore(opened) ? opened : first;
    }
}
