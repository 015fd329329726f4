package org.daywatch.emergencies.reunification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What the line was told at a quarter, a half and three quarters of the evening, held against when the last student was
 * really checked.
 */
class QueueForecastTest {

    private static final Instant BEGUN = Instant.parse("2026-11-17T17:00:00Z");
    private static final int STUDENTS = 1000;
    private static final int CHECKERS = 8;
    /** The latest checks that are looked at, as the page asks for them. */
    private static final int LATEST = 60;

    private record Free(UUID checker, Instant at) {}

    @Test
    void aThousandStudentsWhoseFamiliesAllStandInLine() {
        for (int evening = 1; evening <= 20; evening++) {
            var checks = simulated(new Random(evening));
            var last = checks.getLast().at();
            for (int done : List.of(250, 500, 750)) {
                var now = checks.get(done - 1).at();
                var told = QueueForecast.of(40, STUDENTS - done, CHECKERS, checks.subList(done - LATEST, done));
                assertThat(told.measured()).isTrue();
                assertThat(told.untilAll().toSeconds()).as("evening %d, after %d students", evening, done)
                        .isCloseTo(Duration.between(now, last).toSeconds(), withPercentage(20));
            }
        }
    }

    /**
     * Nineteen of twenty checks take 40 to 110 seconds; the others stop, and take three to six minutes until somebody
     * has decided. @return in the order in which they were done
     */
    private static List<QueueForecast.Checked> simulated(Random chance) {
        var free = new PriorityQueue<Free>(java.util.Comparator.comparing(Free::at));
        for (int c = 0; c < CHECKERS; c++) free.add(new Free(UUID.randomUUID(), BEGUN));
        var checks = new ArrayList<QueueForecast.Checked>();
        for (int p = 0; p < STUDENTS; p++) {
            var next = free.remove();
            var at = next.at()
                    .plusSeconds(chance.nextInt(20) == 0 ? chance.nextInt(180, 361) : chance.nextInt(40, 111));
            checks.add(new QueueForecast.Checked(next.checker(), at));
            free.add(new Free(next.checker(), at));
        }
        checks.sort(java.util.Comparator.comparing(QueueForecast.Checked::at));
        return checks;
    }
}
