package org.daywatch.staffing.schedules.weeks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A schedule asked for, and how far it has come.
 *
 * @param moves the budget; the same problem, seed and moves give the same schedule
 * @param points of the best so far; null before the first
 * @param bound no schedule is better; null while none is proved
 * @param changed by a person since it was worked out: points and bound speak of it as it was
 */
public record Schedule(UUID id, LocalDate from, LocalDate to, int ranks, long seed, long moves, State state,
        Instant askedAt, @Nullable Instant endedAt,
        boolean stopAsked, int seats, long movesMade, @Nullable Long points, @Nullable Long bound,
        @Nullable String words, boolean changed) {

    public enum State { QUEUED, RUNNING, DONE, STOPPED, FAILED }

    public boolean working() {
        return state == State.QUEUED || state == State.RUNNING;
    }

    public int percent() {
        if (moves == 0) return working() ? 0 : 100; // nothing is known of what waits, and nothing is left of what is over
        return (int) Math.min(100, movesMade * 100 / moves);
    }

    /** How far below the bound, in percent of it, rounded up to hundredths: never said to be better than it is. */
    public @Nullable BigDecimal gapPercent() {
        if (points == null || bound == null || bound <= 0) return null;
        return BigDecimal.valueOf(bound - points).multiply(BigDecimal.valueOf(100)).divide(BigDecimal.valueOf(bound), 2,
                RoundingMode.UP);
    }
}
