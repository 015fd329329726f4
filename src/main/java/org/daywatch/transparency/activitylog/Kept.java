package org.daywatch.transparency.activitylog;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An activity as it stands in the log.
 *
 * @param follows the line it took the place of
 */
public record Kept(UUID id, Activity what, @Nullable UUID fundedPost, @Nullable UUID follows, Instant recordedAt,
        @Nullable Withdrawal withdrawn) {

    /** @param reason in somebody's words, or a word of {@link WeekChange} */
    public record Withdrawal(Instant at, String reason) {}

    public boolean stands() {
        return withdrawn == null;
    }
}
