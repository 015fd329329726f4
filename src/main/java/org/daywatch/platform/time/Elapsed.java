package org.daywatch.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * How long ago something was, by a clock that nobody sets: a server whose time is put right by a day must not take an
 * alert for old, nor wait longer for a receipt. The time of day counts only for what happened before this node first
 * looked.
 */
@Component
public class Elapsed {

    private static final long FORGOTTEN_NANOS = Duration.ofHours(1).toNanos();

    private final Clock clock;
    private final LongSupplier nanos;
    private final Map<Object, Moment> moments = new HashMap<>();
    private final Map<UUID, Long> looked = new HashMap<>();

    @Autowired
    public Elapsed(Clock clock) {
        this(clock, ticks(clock));
    }

    public Elapsed(Clock clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
    }

    /** A clock that is set on purpose, as in the demonstration, says itself how much time has passed. */
    private static LongSupplier ticks(Clock clock) {
        if (clock.equals(ClockConfiguration.system())) return System::nanoTime;
        return () -> Duration.between(Instant.EPOCH, clock.instant()).toNanos();
    }

    private static final class Moment {
        private final long at;
        private long asked;

        private Moment(long at) {
            this.at = at;
        }
    }

    /**
     * @param what any key; asked for the first time it is as old as the time of day says, though not older than the
     * last look at everything of this agency
     */
    public synchronized Duration since(UUID agency, Object what, Instant at) {
        long now = nanos.getAsLong();
        var moment = moments.computeIfAbsent(what, first -> new Moment(now - age(agency, at, now)));
        moment.asked = now;
        return Duration.ofNanos(now - moment.at);
    }

    private long age(UUID agency, Instant at, long now) {
        long said = Math.max(0, Duration.between(at, clock.instant()).toNanos());
        Long before = looked.get(agency);
        return before == null ? said : Math.min(said, Math.max(0, now - before)); // at the last look it was not there yet
    }

    /** For what is over after so and so long: counts on whatever the time of day is set to. */
    public long nanos() {
        return nanos.getAsLong();
    }

    /** Everything of this agency was looked at just now. */
    public synchronized void looked(UUID agency) {
        long now = nanos.getAsLong();
        looked.put(agency, now);
        moments.values().removeIf(moment -> now - moment.asked > FORGOTTEN_NANOS);
    }
}
