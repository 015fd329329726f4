package org.daywatch.staffing.duty;

import java.time.Instant;
import java.util.List;
import org.daywatch.directory.CheckInPlace;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.staffing.hoursleft.HoursLeft;
import org.daywatch.staffing.shifts.Punch;
import org.daywatch.staffing.shifts.Shift.State;
import org.daywatch.staffing.shifts.ShiftQueries.Away;
import org.daywatch.staffing.shifts.ShiftQueries.Card;
import org.jspecify.annotations.Nullable;

/**
 * The officer's day: the shift it is about, the one next step, and what they should know before they take it.
 *
 * @param card null when no shift lies ahead
 * @param note of the officer before them; null when there is none, or when they act in a capacity that may not read it
 * @param noteWithheld there is a note, but as peace officer they do not read the school's records through this page
 * @param standings what is left under each of their limits, the tightest first
 */
public record MyDay(@Nullable Card card, Step step, @Nullable Instant opensAt, @Nullable CheckInPlace place,
        @Nullable Card note, boolean noteWithheld,
        @Nullable Away away, Capacity capacity, boolean today, List<Card> next, List<HoursLeft> standings) {

    /** What is to be done now: one thing. */
    public enum Step { NOTHING_AHEAD, WAIT, READ_PACK, CHECK_IN, ON_POST }

    public @Nullable Punch punch() {
        return card != null && card.shift().state() instanceof State.OnPost(var punch) ? punch : null;
    }
}
