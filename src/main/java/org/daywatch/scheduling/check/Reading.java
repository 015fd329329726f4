package org.daywatch.scheduling.check;

import java.util.Comparator;

/** What a limit comes to in one period; {@code over} is how far it is beyond what may be, in minutes, for a rest how much is missing. */
record Reading(int reached, int limit, long from, long to, boolean broken, int over) {

    /** Broken before whole, then the furthest over, then the earliest. */
    static final Comparator<Reading> BADNESS = Comparator.comparing(Reading::broken).thenComparingInt(Reading::over)
            .thenComparing(Comparator.comparingLong(Reading::from).reversed());

    static Reading atMost(int limit, int reached, long from, long to) {
        return new Reading(reached, limit, from, to, reached > limit, reached - limit);
    }

    static Reading lessThan(int limit, int reached, long from, long to) {
        return new Reading(reached, limit, from, to, reached >= limit, reached - limit);
    }

    static Reading restOf(int limit, long from, long to) {
        int rest = (int) Math.min(Integer.MAX_VALUE, to - from);
        return new Reading(rest, limit, from, to, rest < limit, limit - rest);
    }

    /** The hours to rest from fall into the shift. */
    static Reading noRest(int limit, long from, long to) {
        return new Reading(0, limit, from, to, limit > 0, limit);
    }
}
