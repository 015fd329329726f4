package org.daywatch.scheduling.caps;

import java.time.Duration;
import org.daywatch.platform.time.Window;

/**
 * What a limit shows for one period: so much of so much. For a rest the period is the gap and {@code reached} the rest
 * there is, so more is better; for all others less is.
 *
 * @param firm broken beyond what anybody may approve, whatever the policy's action says
 */
public record CapReading(Duration reached, Duration limit, Window period, boolean broken, boolean firm) {

    static CapReading atMost(Duration limit, Duration reached, Window period) {
        return new CapReading(reached, limit, period, reached.compareTo(limit) > 0, false);
    }

    /** Never negative: over the limit nothing is left. */
    public Duration left() {
        var left = limit.minus(reached);
        return left.isNegative() ? Duration.ZERO : left;
    }

    Duration excess() {
        return reached.minus(limit);
    }
}
