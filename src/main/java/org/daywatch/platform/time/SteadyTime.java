package org.daywatch.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.LongSupplier;

/**
 * The time of day beside what it would be had nobody set it. When the clock of a server is put right, by five minutes
 * or by a day, nobody must be signed out in the middle of an alert and nothing that is due may wait: what expires does
 * so when both say so, what is due is due when one says so. After an hour the time of day alone counts; until then a
 * difference of a second or more was somebody's doing, and what is less is followed at once.
 */
public final class SteadyTime {

    private static final long UNSEEN_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long BELIEVED_NANOS = Duration.ofHours(1).toNanos();

    private final Clock clock;
    private final LongSupplier nanos;
    private Instant anchor;
    private long anchored;
    private long setAt;
    private boolean set;

    /** @param nanos of a clock that nobody sets */
    public SteadyTime(Clock clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
        this.anchor = clock.instant();
        this.anchored = nanos.getAsLong();
    }

    /** A clock that is set on purpose, as in the demonstration, is never wrong. */
    public static SteadyTime of(Clock clock) {
        return new SteadyTime(clock,
                clock.equals(ClockConfiguration.system())
                        ? System::nanoTime
                        : () -> Duration.between(Instant.EPOCH, clock.instant()).toNanos());
    }

    /** For what expires. */
    public Clock expiry() {
        return new Choice(false);
    }

    /** For what is due. */
    public Clock due() {
        return new Choice(true);
    }

    /** Whether a moment that somebody else's clock named is near enough by one of the two. */
    public boolean isNear(Instant moment, Duration tolerance) {
        return near(moment, pick(false), tolerance) || near(moment, pick(true), tolerance);
    }

    private static boolean near(Instant moment, Instant now, Duration tolerance) {
        return Duration.between(moment, now).abs().compareTo(tolerance) <= 0;
    }

    private synchronized Instant pick(boolean later) {
        var said = clock.instant();
        long now = nanos.getAsLong();
        var steady = anchor.plusNanos(now - anchored);
        var difference = Duration.between(steady, said).abs();
        boolean differs = difference.compareTo(Duration.ofNanos(UNSEEN_NANOS)) >= 0;
        if (differs && !set) setAt = now;
        set = differs;
        if (!differs || now - setAt > BELIEVED_NANOS) {
            anchor = said;
            anchored = now;
            set = false;
            return said;
        }
        return said.isAfter(steady) == later ? said : steady;
    }

    private final class Choice extends Clock {

        private final boolean later;

        private Choice(boolean later) {
            this.later = later;
        }

        @Override
        public Instant instant() {
            return pick(later);
        }

        @Override
        public ZoneId getZone() { return clock.getZone(); }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("a moment has no zone");
        }
    }
}
