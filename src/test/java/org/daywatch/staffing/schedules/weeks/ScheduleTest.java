package org.daywatch.staffing.schedules.weeks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    @Test
    void aRosterThatWaitsIsNotAHundredPercentDone() {
        assertThat(roster(Schedule.State.QUEUED, 0, 0).percent()).isZero();
        assertThat(roster(Schedule.State.RUNNING, 400, 100).percent()).isEqualTo(25);
    }

    @Test
    void aRosterWithNothingToSearchIsDone() {
        assertThat(roster(Schedule.State.DONE, 0, 0).percent()).isEqualTo(100);
    }

    private static Schedule roster(Schedule.State state, long moves, long made) {
        var monday = LocalDate.parse("2026-08-10");
        return new Schedule(new UUID(0, 1), monday, monday.plusDays(4), 1, 7, moves, state,
                Instant.parse("2026-08-03T16:00:00Z"), null, false, 0, made, null, null, null, false);
    }
}
