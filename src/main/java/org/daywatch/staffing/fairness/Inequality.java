package org.daywatch.staffing.fairness;

import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/** How unequal some figures are. */
final class Inequality {

    private Inequality() {}

    /**
     * 0: all have the same; near 1: one has all. Empty for fewer than two, or where nobody has anything: then nothing
     * was shared.
     */
    static OptionalDouble gini(Collection<Long> figures) {
        var sorted = figures.stream().sorted().toList();
        long total = sorted.stream().mapToLong(Long::longValue).sum();
        if (sorted.size() < 2 || total == 0) return OptionalDouble.empty();
        double weighted = 0;
        for (int i = 0; i < sorted.size(); i++) weighted += (2.0 * (i + 1) - sorted.size() - 1) * sorted.get(i);
        return OptionalDouble.of(weighted / (sorted.size() * (double) total));
    }

    /** The middle one; of two in the middle the lower. 0 where there are none. */
    static long median(List<Long> figures) {
        return figures.isEmpty() ? 0 : figures.stream().sorted().toList().get((figures.size() - 1) / 2);
    }
}
