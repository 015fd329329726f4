package org.daywatch.scheduling.bound;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.daywatch.scheduling.engine.ScheduleModel;
import org.daywatch.scheduling.engine.Seating;

/**
 * The columns of one officer: what they could take beside their pins.
 *
 * @param columns their numbers in the program; {@code pairs} and {@code stretches} stand in the same order
 * @param parts all stretches, each in one set, of which they can take one at most
 */
record OwnColumns(ScheduleModel model, int officer, int[] columns, int[] pairs, Stretches stretches, List<BitSet> parts,
        int[] pins) {

    static OwnColumns of(ScheduleModel model, Seating pinned, int officer, int[] columns, int[] pairs, boolean exact) {
        var stretches = new Stretches(model, pinned, pairs, exact);
        int[] pins = IntStream.range(0, pinned.heldCount(officer)).map(i -> pinned.held(officer, i)).toArray();
        return new OwnColumns(model, officer, columns, pairs, stretches,
                Cliques.partition(stretches.apart, stretches.all()), pins);
    }

    int size() {
        return columns.length;
    }

    int stretch(int i) {
        return stretches.stretchOf[i];
    }

    int minutes(int i) {
        return model.minutes(pairs[i]);
    }

    int pinnedMinutes() {
        return Arrays.stream(pins).map(model::minutes).sum();
    }

    /** Two of their pins overlap: minutes would be counted twice, so nothing is said of their sums. */
    boolean pinsOverlap() {
        for (int a : pins) {
            for (int b : pins) {
                if (a < b && model.start(a) < model.end(b) && model.start(b) < model.end(a)) return true;
            }
        }
        return false;
    }

    /** No more of these amounts than this can come together: of each part at most the largest. */
    long most(int[] amounts) {
        long sum = 0;
        int[] of = new int[stretches.count()];
        for (int i = 0; i < amounts.length; i++) of[stretch(i)] = Math.max(of[stretch(i)], amounts[i]);
        for (var part : parts) sum += part.stream().map(s -> of[s]).max().orElse(0);
        return sum;
    }
}
