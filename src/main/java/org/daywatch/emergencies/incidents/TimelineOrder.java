package org.daywatch.emergencies.incidents;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * The order of a timeline: what was written as it happened stands in the order in which it was written, also where the
 * clock was set meanwhile; what somebody wrote down later, with the time at which it was, stands behind the last line
 * that is not younger.
 */
final class TimelineOrder {

    /** Between the act and its line. */
    private static final Duration AS_IT_HAPPENED = Duration.ofSeconds(5);

    private TimelineOrder() {}

    /** @param at when it was, @param written when it was written down, both by the clock of that moment */
    static <T> List<T> of(List<T> lines, ToIntFunction<T> number, Function<T, Instant> at,
            Function<T, Instant> written) {
        var order = new ArrayList<T>();
        var later = new ArrayList<T>();
        for (var line : lines.stream().sorted(Comparator.comparingInt(number)).toList()) {
            boolean asItHappened = Duration.between(at.apply(line), written.apply(line)).abs()
                    .compareTo(AS_IT_HAPPENED) <= 0;
            (asItHappened ? order : later).add(line);
        }
        later.sort(Comparator.comparing(at).thenComparing(number::applyAsInt));
        for (var line : later) {
            int place = order.size();
            while (place > 0 && at.apply(order.get(place - 1)).isAfter(at.apply(line))) place--;
            order.add(place, line);
        }
        return order;
    }
}
