package org.daywatch.relationships.tips.ring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Somebody who has everything that was on the disk, at every moment, and wants to know which of two tips came first.
 * What everybody may know is the bucket; they look for anything that says more.
 */
final class Estimator {

    /** More often right or wrong than that, in standard deviations, is no chance. */
    private static final double CHANCE = 5;

    /** By what is observed of a tip (a column, a place, an order) its value for each tip. */
    private final Map<String, Map<UUID, Comparable<?>>> orders = new TreeMap<>();
    private final List<String> intervals = new ArrayList<>();

    void sees(String what, UUID tip, Comparable<?> value) {
        orders.computeIfAbsent(what, w -> new HashMap<>()).put(tip, value);
    }

    /** What changed on the disk between two looks. */
    void seesInterval(String changed) {
        intervals.add(changed);
    }

    int looks() {
        return intervals.size();
    }

    /**
     * @param buckets the tips of each, in the order in which they really came
     * @return by what they told two tips of one bucket apart; empty where by nothing
     */
    Set<String> tellsApart(List<List<UUID>> buckets) {
        var found = new HashSet<String>();
        orders.forEach((what, values) -> {
            if (Math.abs(deviations(buckets, values)) > CHANCE) found.add(what);
        });
        if (new HashSet<>(intervals).size() > 1) found.add("what changes on the disk");
        return found;
    }

    /** Pairs in order less pairs in reverse order, against the spread of a random order (Kendall). */
    private static double deviations(List<List<UUID>> buckets, Map<UUID, Comparable<?>> values) {
        double score = 0;
        double variance = 0;
        for (var bucket : buckets) {
            var seen = bucket.stream().filter(values::containsKey).toList();
            int n = seen.size();
            for (int i = 0; i < n; i++)
                for (int j = i + 1; j < n; j++)
                    score += Integer.signum(compare(values.get(seen.get(j)), values.get(seen.get(i))));
            variance += n * (n - 1.0) * (2 * n + 5) / 18;
        }
        return variance == 0 ? 0 : score / Math.sqrt(variance);
    }

    @SuppressWarnings("unchecked")
    private static int compare(Comparable<?> one, Comparable<?> other) {
        return ((Comparator<Object>) (Comparator<?>) Comparator.naturalOrder()).compare(one, other);
    }
}
