package org.daywatch.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The demonstration's clock: it runs as fast as the real one, but on another day, so that whoever opens the
 * demonstration finds a school morning. While the story is told it is moved forward from event to event.
 */
public final class DemoClock extends Clock {

    private final Clock real;
    private volatile Duration offset = Duration.ZERO;

    DemoClock(Clock real) {
        this.real = real;
    }

    /** From now on it is {@code instant}. */
    public void goTo(Instant instant) {
        offset = Duration.between(real.instant(), instant);
    }

    public Duration offset() {
        return offset;
    }

    public void setOffset(Duration offset) {
        this.offset = offset;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(real.withZone(zone), offset);
    }
}
