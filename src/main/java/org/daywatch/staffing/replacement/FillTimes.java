package org.daywatch.staffing.replacement;

import java.util.Collection;

/**
 * How long it took until somebody had accepted, from the moment the search began. @param count searches that were
 * filled
 */
public record FillTimes(int count, long medianSeconds, long p95Seconds) {

    /** By nearest rank: each figure is one that was really measured. Null where nothing was. */
    static @org.jspecify.annotations.Nullable FillTimes of(Collection<Long> seconds) {
        if (seconds.isEmpty()) return null;
        var sorted = seconds.stream().sorted().toList();
        return new FillTimes(sorted.size(), at(sorted, 50), at(sorted, 95));
    }

    private static long at(java.util.List<Long> sorted, int percent) {
        return sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }
}
