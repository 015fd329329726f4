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
 * @param waiting cards that were handed out and are not checked yet
 * @param still students who are to be collected and have not gone, whether somebody asked for them yet or not
 * @param perCheck of one checker, measured at this reunification once there is enough to measure
 */
public record QueueForecast(int waiting, int still, int checkers, Duration perCheck, boolean measured) {

    static final Duration ASSUMED = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final int ENOUGH = 5;

    public record Checked(UUID by, Instant at) {}

    /** @param checks the latest ones, oldest first; gaps above ten minutes are pauses */
    public static QueueForecast of(int waiting, int still, int checkers, List<Checked> checks) {
        Map<UUID, Instant> last = new HashMap<>();
        var gaps = new ArrayList<Duration>();
        for (var check : checks) {
            var before = last.put(check.by(), check.at());
            if (before != null && Duration.between(before, check.at()).compareTo(PAUSE) < 0)
                gaps.add(Duration.between(before, check.at()));
        }
        boolean measured = gaps.size() >= ENOUGH;
        var per = measured
                ? Duration.ofMillis(gaps.stream().mapToLong(Duration::toMillis).sum() / gaps.size())
                : ASSUMED;
        return new QueueForecast(waiting, still, checkers, per, measured);
    }

    /** Until the last who waits has been checked; without a checker nobody moves. */
    public Duration untilLast() {
        return until(waiting);
    }

    /**
     * Until the last student has been asked for and checked: the least that the whole can take, since families come
     * when they come.
     */
    public Duration untilAll() {
        return until(Math.max(waiting, still));
    }

    private Duration until(int cards) {
        return checkers == 0 ? Duration.ZERO : perCheck.multipliedBy(Math.ceilDiv(cards, checkers));
    }
}
