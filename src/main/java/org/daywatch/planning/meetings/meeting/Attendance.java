package org.daywatch.planning.meetings.meeting;

import java.time.LocalTime;
import org.daywatch.planning.meetings.team.TeamMember;
import org.jspecify.annotations.Nullable;

/**
 * A member and whether they were there.
 *
 * @param presence null while nobody has said
 * @param came null: from the beginning. @param went null: to the end
 */
public record Attendance(TeamMember member, @Nullable Presence presence, @Nullable LocalTime came,
        @Nullable LocalTime went) {

    public enum Presence { PRESENT, EXCUSED, ABSENT }

    public boolean present() {
        return presence == Presence.PRESENT;
    }
}
