package org.daywatch.emergencies.incidents.clocks;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.daywatch.emergencies.incidents.clocks.StatutoryRule.How;
import org.daywatch.emergencies.incidents.clocks.StatutoryRule.Kind;
import org.daywatch.emergencies.incidents.clocks.StatutoryRule.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Something due after custody or a restraint, as it stands.
 *
 * @param student initials, or empty
 * @param answer null while nobody has answered, and again after an answer was taken back
 */
public record StatutoryClock(UUID event, Kind kind, String student, String place, Instant eventAt, StatutoryRule what,
        Instant dueAt, String source, boolean toConfirm,
        @Nullable Answer answer) {

    private static final Duration LONGEST_WARNING = Duration.ofHours(2);

    /**
     * @param doneAt as whoever did it says. @param writtenAt when it was written down here. @param how null where
     * nothing was done, and in answers of before
     */
    public record Answer(Outcome outcome, Instant doneAt, @Nullable How how, String words, String by,
            Instant writtenAt) {}

    public boolean open() {
        return answer == null;
    }

    /** Due and not answered, or done after it was due. */
    public boolean late(Instant now) {
        return (answer == null ? now : answer.doneAt()).isAfter(dueAt);
    }

    /**
     * From then on whoever must act is reminded: when a quarter of the time is left, and not more than two hours
     * before.
     */
    public Instant warnedAt() {
        var quarter = Duration.between(eventAt, dueAt).dividedBy(4);
        return dueAt.minus(quarter.compareTo(LONGEST_WARNING) > 0 ? LONGEST_WARNING : quarter);
    }

    /** Whole minutes until it is due; negative when it was. */
    public long minutesLeft(Instant now) {
        return Math.floorDiv(Duration.between(now, dueAt).toSeconds(), 60L);
    }
}
