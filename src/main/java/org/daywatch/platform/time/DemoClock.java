package org.daywatch.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The demonstration's clock: it runs as fast as the real one, but on another day, so that whoever opens the
 * demonstration finds a school morning. While the story is told it stands, and is moved forward from event to event, so
 * that a slow machine tells the same story as a fast one.
 */
public final class DemoClock extends Clock {

    private final Clock real;
    private volatile Duration offset = Duration.ZERO;
    private volatile @Nullable Instant standing;

    DemoClock(Clock real) {
        this.real = real;
    }

    /** It is {@code instant}, and stays so. */
    public void standAt(Instant instant) {
        standing = instant;
    }

    /** From now on it runs on from {@code instant}. */
    public void runFrom(Instant instant) {
        offset = Duration.between(real.instant(), instant);
        standing = null;
    }

    public Duration offset() {
        return offset;
    }

    public void setOffset(Duration offset) { this.offset = offset; }

    @Override
    public Instant instant() {
        Instant still = standing;
        return still != null ? still : real.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() { return ZoneOffset.UTC; }

    @Override
    public Clock withZone(ZoneId zone) {
        return standing != null ? Clock.fixed(instant(), zone) : Clock.offset(real.withZone(zone), offset);
    }
}
