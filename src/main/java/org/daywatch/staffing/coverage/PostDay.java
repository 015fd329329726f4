package org.daywatch.staffing.coverage;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.time.Window;
import org.jspecify.annotations.Nullable;

/**
 * One post on its day, with everybody who ever held it: all the ledger needs to know.
 *
 * @param window when somebody must stand there; a cancelled post has no place in the ledger
 */
public record PostDay(UUID postId, UUID schoolId, Window window, List<Attendance> attendances) {

    /**
     * @param state the shift's word in the table: SCHEDULED, ON_POST, ENDED, NO_SHOW, CANCELLED, GIVEN_BACK
     * @param acceptedAt from then on the post was theirs; nobody is late before
     * @param proven somebody or something at the school confirms the check-in; a position alone does not
     * @param absences off campus, from and to; to is null while they are away
     */
    public record Attendance(UUID shiftId, String officer, String state, Instant acceptedAt,
            @Nullable Instant checkedInAt,
            @Nullable Instant checkedOutAt, boolean proven,
            List<Absence> absences) {

        public boolean holdsPost() {
            return state.equals("SCHEDULED") || state.equals("ON_POST") || state.equals("ENDED");
        }
    }

    public record Absence(Instant from, @Nullable Instant to) {}
}
