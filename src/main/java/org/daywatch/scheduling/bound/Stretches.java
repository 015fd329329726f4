package org.daywatch.scheduling.bound;

import java.util.Arrays;
import java.util.BitSet;
import org.daywatch.scheduling.engine.ScheduleModel;
import org.daywatch.scheduling.engine.Seating;

/**
 * The columns of one officer by their hours: limits look at times only, so columns at the same hours are alike to them.
 * Numbered by end, then start.
 */
final class Stretches {

    /** Farther apart two seats are not asked about: fewer rows, the same proof. */
    private static final int NEAR = 36 * 60;

    final int[] pairs;
    final int[] stretchOf; // by column
    final int[] start;
    final int[] end;
    final BitSet[] apart;

    /**
     * @param pinned holds what is pinned and nothing else, and does so again afterward
     * @param exact whether the officer's limits may be asked: a set of seats they refuse must stay refused with more
     * seats
     */
    Stretches(ScheduleModel model, Seating pinned, int[] pairs, boolean exact) {
        this.pairs = pairs;
        long[] keys = Arrays.stream(pairs).mapToLong(p -> (long) model.end(p) << 32 | model.start(p) + (1L << 30))
                .toArray();
        long[] distinct = Arrays.stream(keys).sorted().distinct().toArray();
        stretchOf = Arrays.stream(keys).mapToInt(k -> Arrays.binarySearch(distinct, k)).toArray();
        int[] sample = new int[distinct.length];
        for (int c = 0; c < pairs.length; c++) sample[stretchOf[c]] = pairs[c];
        start = Arrays.stream(sample).map(model::start).toArray();
        end = Arrays.stream(sample).map(model::end).toArray();
        apart = new BitSet[distinct.length];
        for (int i = 0; i < apart.length; i++) {
            apart[i] = new BitSet();
            apart[i].set(i);
        }
        for (int i = 0; i < apart.length; i++) compare(model, pinned, sample, i, exact);
    }

    private void compare(ScheduleModel model, Seating pinned, int[] sample, int i, boolean exact) {
        if (exact) pinned.put(sample[i]);
        for (int j = i + 1; j < apart.length; j++) {
            boolean overlap = start[j] < end[i];
            boolean ask = !overlap && exact && start[j] - end[i] < NEAR;
            if (overlap || ask && !pinned.fits(sample[j], -1, -1)) {
                apart[i].set(j);
                apart[j].set(i);
            }
        }
        if (exact) pinned.take(sample[i]);
    }

    int count() {
        return apart.length;
    }

    BitSet all() {
        var set = new BitSet();
        set.set(0, count());
        return set;
    }
}
