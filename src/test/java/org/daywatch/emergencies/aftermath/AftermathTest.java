package org.daywatch.emergencies.aftermath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.daywatch.emergencies.aftermath.AlertBudget.Counts;
import org.daywatch.emergencies.aftermath.AlertBudget.Weights;
import org.daywatch.emergencies.aftermath.MeasuredTimes.Log;
import org.daywatch.emergencies.aftermath.MeasuredTimes.Step;
import org.junit.jupiter.api.Test;

class AftermathTest {

    private static final Instant NOON = Instant.parse("2026-11-17T19:00:00Z");
    private static final Weights WEIGHTS = new Weights(BigDecimal.ONE, BigDecimal.TWO, BigDecimal.ONE,
            new BigDecimal("0.1"), BigDecimal.ZERO);

    @Test
    void timesAreCountedFromTheAcceptanceAndWhatNobodyRecordedIsNotMeasured() {
        var times = MeasuredTimes.of(new Log(NOON.minusSeconds(2), NOON, NOON.plusMillis(3480), null, null,
                NOON.plusSeconds(60), NOON.plusSeconds(245), null, null, NOON.plusSeconds(600), null));
        assertThat(times.steps().stream().map(AftermathTest::line).collect(Collectors.joining(", ")))
                .isEqualTo("PRESSED -2.0 s, ACCEPTED +0.0 s, REACHED_50 +3.4 s,"
                        + " REACHED_95 none, REACHED_100 none, COMMAND +0:01:00, ALL_ACCOUNTED +0:04:05, ALL_ROOMS none, REUNITED none, ENDED +0:10:00, CLOSED none");
    }

    @Test
    void aDeviceWhoseClockIsAheadMeasuresNothing() {
        assertThat(MeasuredTimes
                .of(new Log(NOON.plusSeconds(1), NOON, null, null, null, null, null, null, null, null, null)).steps()
                .getFirst().at()).isEmpty();
        assertThat(MeasuredTimes.of(new Log(null, null, null, null, null, NOON, null, null, null, null, NOON)).steps())
                .as("an incident without an alert")
                .filteredOn(s -> s.at().isPresent()).extracting(Step::code).containsExactly("COMMAND", "CLOSED");
    }

    @Test
    void aBudgetIsSpentByFalseAlarmsBeforeByCallsForHelp() {
        var school = new AlertBudget(new Counts(1, 2, 1, 5, 4), WEIGHTS, BigDecimal.valueOf(6));
        assertThat(school.points()).isEqualByComparingTo("6.5");
        assertThat(school.fatigueIndex()).isEqualTo(108);
        assertThat(school.spent()).isTrue();
        assertThat(new AlertBudget(new Counts(6, 0, 0, 0, 0), WEIGHTS, BigDecimal.valueOf(6)).spent())
                .as("spent to the last point is not over").isFalse();
        assertThat(new AlertBudget(new Counts(0, 0, 0, 0, 400), WEIGHTS, BigDecimal.valueOf(6)).fatigueIndex())
                .as("silent tests tire nobody").isZero();
        assertThatThrownBy(() -> new AlertBudget(new Counts(0, 0, 0, 0, 0), WEIGHTS, BigDecimal.ZERO))
                .hasMessageContaining("must be above 0");
    }

    @Test
    void aSpanIsWrittenToTheSecond() {
        assertThat(AfterActionWords.span(Duration.ofSeconds(3725))).isEqualTo("+1:02:05");
        assertThat(AfterActionWords.span(Duration.ofMillis(-40))).as("no minus before a nought").isEqualTo("+0.0 s");
    }

    private static String line(Step step) {
        return step.code() + " " + step.sinceAccepted().map(AfterActionWords::span).orElse("none");
    }
}
