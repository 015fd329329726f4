package org.daywatch.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When whoever keeps the house is warned that the log is not archived. */
class ArchivedTest {

    private static final Instant NOW = Instant.parse("2026-08-03T13:00:00Z");

    @Test
    void anIdleDatabaseFinishesNoFileAndIsNotLate() {
        assertThat(archived(7200, 0, false).late(NOW)).isFalse();
        assertThat(new OperationsQueries.Archived(null, 0, false, 60).late(NOW)).isFalse();
    }

    @Test
    void aFileThatWaitsIsLateAfterThreeMinutesWhereOneIsFinishedEachMinute() {
        assertThat(archived(170, 1, false).late(NOW)).isFalse();
        assertThat(archived(190, 1, false).late(NOW)).isTrue();
    }

    @Test
    void aFailureIsSaidAtOnce() {
        assertThat(archived(5, 0, true).late(NOW)).isTrue();
    }

    private static OperationsQueries.Archived archived(int secondsAgo, long waiting, boolean failing) {
        return new OperationsQueries.Archived(NOW.minusSeconds(secondsAgo), waiting, failing, 60);
    }
}
