package org.daywatch.mentoring.matches;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meeting of a student and their mentor. What they talked about is nobody's.
 *
 * @param period of the school day; empty outside of periods
 * @param adult who could see them the whole time
 * @param goal what was worked on; never about another student
 * @param feeling the student's own two taps; null: they did not say
 */
public record MentorSession(UUID id, Instant beginsAt, int minutes, String period, String place, String adult,
        Casel casel, String goal, Attendance attendance, @Nullable Feeling feeling, @Nullable Boolean helped) {

    public enum Attendance {
        MET, STUDENT_ABSENT, MENTOR_ABSENT
    }

    public enum Feeling {
        GOOD, OKAY, NOT_GOOD
    }

    public Instant endsAt() {
        return beginsAt.plus(Duration.ofMinutes(minutes));
    }

    public boolean isHeld() { return attendance == Attendance.MET; }
}
