package org.daywatch.scheduling.engine;

import java.util.Arrays;
import java.util.Comparator;

/** The first schedule: the seat with the fewest candidates first, each with the officer who gains most there. */
final class Greedy {

    private Greedy() {}

    static void fill(Seating seating, int[] seats) {
        var model = seating.model;
        var order = Arrays.stream(seats).filter(s -> seating.holder[s] < 0).boxed()
                .sorted(Comparator.comparingLong((Integer s) -> -urgency(model, s))
                        .thenComparingInt(s -> model.lastPair(s) - model.firstPair(s))
                        .thenComparingInt(s -> s))
                .mapToInt(Integer::intValue).toArray();
        for (int seat : order) {
            int best = best(seating, seat, -1, 0);
            if (best >= 0) seating.put(best);
        }
    }

    /** Seats of priority 1 before the others; 0 where priorities are worth nothing. */
    private static long urgency(ScheduleModel model, int seat) {
        return model.weights.fill(model.shift(seat).priority());
    }

    /**
     * The pair that gains most in an open seat and more than {@code atLeast}; −1 without one. Pairs stand in falling
     * order of their own points.
     */
    static int best(Seating seating, int seat, int notOfficer, long atLeast) {
        var model = seating.model;
        int best = -1;
        long most = atLeast;
        for (int pair = model.firstPair(seat); pair < model.lastPair(seat); pair++) {
            if (model.pairPoints[pair] <= most) break; // what seats cost together only takes away
            if (model.pairOfficer[pair] == notOfficer) continue;
            if (!seating.fits(seat, pair, -1, -1)) continue;
            long gain = seating.gain(pair, -1, -1);
            if (gain > most) {
                most = gain;
                best = pair;
            }
        }
        return best;
    }
}
