package org.daywatch.staffing.postplans;

import java.time.LocalDate;
import java.util.UUID;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.postplans.WantedPost.SeatKey;
import org.daywatch.staffing.posts.PostState;
import org.jspecify.annotations.Nullable;

/**
 * A post as it stands, with what a plan must know of it.
 *
 * @param byCalendar cancelled because the calendar no longer called for it; comes back when the calendar does again
 * @param officer who has accepted it
 */
record PlannedPost(UUID id, UUID requestId, UUID schoolId, LocalDate day, int seat, Window window, String bellKind,
        String marginRule,
        PostState state, boolean byCalendar, @Nullable String officer) {

    SeatKey key() {
        return new SeatKey(requestId, day, seat);
    }

    boolean stands() {
        return state != PostState.CANCELLED;
    }

    boolean filled() {
        return state == PostState.FILLED;
    }
}
