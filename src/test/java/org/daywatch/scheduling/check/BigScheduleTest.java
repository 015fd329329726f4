package org.daywatch.scheduling.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many seats at once: nothing is found where nothing is wrong, and faults among thousands are found one and all. */
class BigScheduleTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aBigRosterThatIsRightIsFine(long seed) throws Exception {
        var roster = new BigSchedule(400, 5, seed);
        var problem = roster.problem();
        var report = ScheduleChecker.check(problem, roster.answer(problem));
        assertThat(Draft.found(report)).isEmpty();
        assertThat(report.counts()).extracting("seats", "filled", "officersUsed").containsExactly(1400, 1400, 400);
        assertThat(report.judged()).containsEntry("CAP_ROLLING", 1400L).containsEntry("NOT_LISTED", 1400L)
                .containsEntry("ELSEWHERE", 1400L);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyFaultAmongManyIsFoundAndNoOther(long seed) throws Exception {
        var roster = new BigSchedule(400, 5, seed);
        var random = new Random(seed);
        var planted = new TreeSet<String>();
        var touched = new TreeSet<String>();
        while (planted.size() < 40) {
            var seat = roster.seats.get(random.nextInt(roster.seats.size()));
            if (!touched.add(seat[1])) continue;
            int[] end = roster.end(seat[0]);
            boolean clash = random.nextBoolean();
            // Either court takes their last minute, or 05:59 after the shift a minute of duty begins: one minute of rest too few.
            var entry = clash
                    ? roster.entry("COURT", end[0], end[1] - 1, end[1] + 1)
                    : roster.entry("DUTY", end[0], end[1] + 359, end[1] + 360);
            roster.hours.merge(seat[1], entry, (had, more) -> had.isEmpty() ? more : had + ", " + more);
            planted.add(clash
                    ? "ELSEWHERE " + seat[0] + "/" + seat[1] + " (COURT)"
                    : "CAP_REST_BETWEEN " + seat[0] + "/" + seat[1] + "/REST");
        }
        var problem = roster.problem();
        assertThat(Draft.found(ScheduleChecker.check(problem, roster.answer(problem))))
                .containsExactlyInAnyOrderElementsOf(planted);
    }

    @Test
    @EnabledIfSystemProperty(named = "daywatch.long", matches = "true")
    void fiveThousandOfficersOnSeventeenThousandSeatsInUnderAMinute() throws Exception {
        var roster = new BigSchedule(5_000, 60, 4);
        var problem = roster.problem();
        var answer = roster.answer(problem);
        long begun = System.nanoTime();
        var report = ScheduleChecker.check(problem, answer);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMinutes(1));
        assertThat(Draft.found(report)).isEmpty();
        assertThat(report.counts().filled()).isEqualTo(17_500);
    }
}
