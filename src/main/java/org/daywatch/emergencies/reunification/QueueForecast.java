package org.daywatch.emergencies.reunification;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How long the line takes.
 *
 * @param waiting cards that are filled in and not checked
 * @param perCheck of one checker, measured at this reunification once there is enough to measure
 */
public record QueueForecast(int waiting, int checkers, Duration perCheck, boolean measured) {

    static final Duration ASSUMED = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final int ENOUGH = 5;

    public record Checked(UUID by, Instant at) {}

    /** @param checks the latest ones, oldest first; gaps above ten minutes are pauses */
    public static QueueForecast of(int waiting, int checkers, List<Checked> checks) {
        Map<UUID, Instant> last = new HashMap<>();
        var gaps = new ArrayList<Duration>();
        for (var check : checks) {
            var before = last.put(check.by(), check.at());
            if (before != null && Duration.between(before, check.at()).compareTo(PAUSE) < 0) gaps.add(Duration.between(before, check.at()));
        }
        boolean measured = gaps.size() >= ENOUGH;
        var per = measured ? Duration.ofMillis(gaps.stream().mapToLong(Duration::toMillis).sum() / gaps.size()) : ASSUMED;
        return new QueueForecast(waiting, checkers, per, measured);
    }

    /** Until the last who waits has been checked; without a checker nobody moves. */
    public Duration untilLast() {
        return checkers == 0 ? Duration.ZERO : perCheck.multipliedBy(Math.ceilDiv(waiting, checkers));
    }
}
