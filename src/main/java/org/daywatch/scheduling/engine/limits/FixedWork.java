package org.daywatch.scheduling.engine.limits;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.hours.WorkTime;

/**
 * Hours no schedule moves (duty, court, other jobs), as minutes since the model's origin: merged, in order, with
 * totals.
 */
public final class FixedWork {

    private static final Duration AGES = Duration.ofDays(4000);

    final int[] starts;
    final int[] ends;
    private final int[] totals;

    private FixedWork(int[] starts, int[] ends) {
        this.starts = starts;
        this.ends = ends;
        this.totals = new int[starts.length + 1];
        for (int i = 0; i < starts.length; i++) totals[i + 1] = totals[i] + ends[i] - starts[i];
    }

    static FixedWork of(WorkTime work, Instant origin) {
        var windows = work.touching(new Window(origin.minus(AGES), origin.plus(AGES)));
        return new FixedWork(windows.stream().mapToInt(w -> minute(w.start(), origin)).toArray(),
                windows.stream().mapToInt(w -> minute(w.end(), origin)).toArray());
    }

    public static int minute(Instant at, Instant origin) {
        return Math.toIntExact(Math.floorDiv(at.getEpochSecond() - origin.getEpochSecond(), 60L));
    }

    /** Minutes of it between two moments. */
    int within(int from, int to) {
        if (starts.length == 0 || to <= from) return 0;
        return before(to) - before(from);
    }

    boolean touches(int from, int to) {
        int i = firstEndingAfter(from);
        return i < starts.length && starts[i] < to;
    }

    /** The end of the last stretch that has ended by then; {@link Integer#MIN_VALUE} without one. */
    int lastEnd(int at) {
        int i = firstEndingAfter(at);
        return i == 0 ? Integer.MIN_VALUE : ends[i - 1];
    }

    /** The start of the next stretch from then on; {@link Integer#MAX_VALUE} without one. */
    int nextStart(int at) {
        int found = Arrays.binarySearch(starts, at);
        int i = found >= 0 ? found : -found - 1;
        return i == starts.length ? Integer.MAX_VALUE : starts[i];
    }

    private int before(int at) {
        int i = firstEndingAfter(at - 1);
        return totals[i] + (i < starts.length && starts[i] < at ? at - starts[i] : 0);
    }

    int firstEndingAfter(int at) {
        int found = Arrays.binarySearch(ends, at + 1);
        return found >= 0 ? found : -found - 1;
    }
}
