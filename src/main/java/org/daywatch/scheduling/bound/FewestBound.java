package org.daywatch.scheduling.bound;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.daywatch.scheduling.engine.Markets;
import org.daywatch.scheduling.engine.ScheduleModel;

/**
 * How many officers a schedule that fills every seat needs at least. In each market, which shares no officer with
 * another: at any moment each seat then running has an officer of its own, and whoever has accepted something there and
 * can stand on none of them is used besides.
 */
final class FewestBound {

    private final ScheduleModel model;

    private FewestBound(ScheduleModel model) {
        this.model = model;
    }

    static long of(ScheduleModel model) {
        var bound = new FewestBound(model);
        return Arrays.stream(Markets.of(model)).mapToLong(bound::market).sum();
    }

    /** The number of seats running is largest at a moment when one begins. */
    private long market(int[] seats) {
        var pinned = new HashSet<Integer>();
        for (int seat : seats) if (model.pinnedPair(seat) >= 0) pinned.add(model.officerOf(model.pinnedPair(seat)));
        return Arrays.stream(seats).mapToObj(s -> model.shift(s).window().start()).distinct()
                .mapToLong(at -> at(at, seats, pinned)).max().orElse(0);
    }

    private long at(Instant moment, int[] seats, Set<Integer> pinned) {
        int[] running = Arrays.stream(seats).filter(s -> model.shift(s).window().contains(moment)).toArray();
        if (pinned.isEmpty()) return running.length;
        var elsewhere = new HashSet<>(pinned);
        for (int seat : running)
            IntStream.range(model.firstPair(seat), model.lastPair(seat)).map(model::officerOf)
                    .forEach(elsewhere::remove);
        return running.length + elsewhere.size();
    }
}
