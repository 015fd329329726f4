package org.daywatch.staffing.awards.methods;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.function.Function;

/**
 * One thing candidates are compared by. Its value is kept as text, empty where it is unknown; unknown always comes
 * last.
 */
public enum RankKey {
    /** The day their department hired them; the earlier, the sooner. */
    HIRED_ON(order(LocalDate::parse)),
    /** Minutes they had or declined in the days counted; the fewer, the sooner. */
    CREDITED_MINUTES(order(Long::valueOf)),
    /** When they last had or declined a turn, or joined the list; the longer ago, the sooner. */
    LAST_TURN_AT(order(Instant::parse)),
    /** Points by the dated rules; the more, the sooner. */
    POINTS(Comparator.comparing((String v) -> v.isEmpty()).thenComparing(v -> v.isEmpty() ? 0L : -Long.parseLong(v))),
    /** When they signed up; the earlier, the sooner. */
    SIGNED_UP_AT(order(Instant::parse)),
    /** Says nothing about them: it only makes sure that two never stand level. */
    OFFICER_ID(order(Function.identity()));

    private final Comparator<String> order;

    RankKey(Comparator<String> order) {
        this.order = order;
    }

    /** Who comes first by this key alone. */
    public Comparator<String> order() {
        return order;
    }

    private static <T extends Comparable<T>> Comparator<String> order(Function<String, T> read) {
        return (a, b) -> a.isEmpty() || b.isEmpty()
                ? Boolean.compare(a.isEmpty(), b.isEmpty())
                : read.apply(a).compareTo(read.apply(b));
    }
}
