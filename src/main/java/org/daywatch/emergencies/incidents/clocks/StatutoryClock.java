package org.daywatch.emergencies.incidents.clocks;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.daywatch.emergencies.incidents.clocks.StatutoryRule.Kind;
import org.daywatch.emergencies.incidents.clocks.StatutoryRule.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Something due after custody or a restraint, as it stands.
 *
 * @param pupil initials, or empty
 * @param outcome null while nobody has answered
 */
public record StatutoryClock(UUID event, Kind kind, String pupil, String place, Instant eventAt, StatutoryRule what, Instant dueAt, String source, boolean toConfirm,
        @Nullable Outcome outcome, @Nullable Instant answeredAt, String answeredBy, String words) {

    /** Due and not answered, or answered after it was due. */
    public boolean late(Instant now) {
        return (answeredAt == null ? now : answeredAt).isAfter(dueAt);
    }

    /** Whole minutes until it is due; negative when it was. */
    public long minutesLeft(Instant now) {
        return Math.floorDiv(Duration.between(now, dueAt).toSeconds(), 60L);
    }
}
