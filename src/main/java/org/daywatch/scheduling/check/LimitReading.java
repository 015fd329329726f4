package org.daywatch.scheduling.check;

import java.util.Comparator;

/**
 * What a limit comes to in one period; {@code over} is how far it is beyond what may be, in minutes, for a rest how
 * much is missing.
 */
record LimitReading(int reached, int limit, long from, long to, boolean broken, int over) {

    /** Broken before whole, then the furthest over, then the earliest. */
    static final Comparator<LimitReading> BADNESS = Comparator.comparing(LimitReading::broken)
            .thenComparingInt(LimitReading::over)
            .thenComparing(Comparator.comparingLong(LimitReading::from).reversed());

    static LimitReading atMost(int limit, int reached, long from, long to) {
        return new LimitReading(reached, limit, from, to, reached > limit, reached - limit);
    }

    static LimitReading lessThan(int limit, int reached, long from, long to) {
        return new LimitReading(reached, limit, from, to, reached >= limit, reached - limit);
    }

    static LimitReading restOf(int limit, long from, long to) {
        int rest = (int) Math.min(Integer.MAX_VALUE, to - from);
        return new LimitReading(rest, limit, from, to, rest < limit, limit - rest);
    }

    /** The hours to rest from fall into the shift. */
    static LimitReading noRest(int limit, long from, long to) {
        return new LimitReading(0, limit, from, to, limit > 0, limit);
    }
}
