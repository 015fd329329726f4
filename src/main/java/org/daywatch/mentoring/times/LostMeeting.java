package org.daywatch.mentoring.times;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A day on which they would have met and the mentor is not at school.
 *
 * @param backAt since when it is known that the mentor is there after all
 * @param studentKnows since when the student knows; null: nobody has said that they told them
 */
public record LostMeeting(UUID match, LocalDate day, LocalTime begins, @Nullable Instant backAt,
        @Nullable Instant studentKnows) {

    public boolean isStill() { return backAt == null; }

    /** Somebody should tell the student before they wait for nobody. */
    public boolean isUntold() {
        return isStill() && studentKnows == null;
    }
}
