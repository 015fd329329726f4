package org.daywatch.staffing.posts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WideningTest {

    private static final Widening RULE = new Widening(Duration.ofHours(72), Duration.ofHours(48));
    private static final Instant OPENED = Instant.parse("2026-08-03T15:00:00Z");

    @Test
    void threeDaysAfterItWasOpenedTheSecondDepartmentIsAskedAndThreeDaysLaterTheThird() {
        var start = OPENED.plus(Duration.ofDays(30));
        assertThat(due(start, Duration.ofHours(72).minusSeconds(1))).isEqualTo(1);
        assertThat(due(start, Duration.ofHours(72))).isEqualTo(2);
        assertThat(due(start, Duration.ofHours(144))).isEqualTo(3);
        assertThat(due(start, Duration.ofDays(20))).as("there are three departments").isEqualTo(3);
    }

    @Test
    void twoDaysBeforeItBeginsEverybodyIsAsked() {
        var start = OPENED.plus(Duration.ofHours(60));
        assertThat(due(start, Duration.ofHours(12).minusSeconds(1))).isEqualTo(1);
        assertThat(due(start, Duration.ofHours(12))).isEqualTo(3);
        assertThat(RULE.next(OPENED, start, 1)).isEqualTo(OPENED.plus(Duration.ofHours(12)));
    }

    @Test
    void whatIsOpenedLateGoesToEverybodyAtOnce() {
        assertThat(due(OPENED.plus(Duration.ofHours(20)), Duration.ZERO)).isEqualTo(3);
    }

    private static int due(Instant start, Duration later) {
        return RULE.due(OPENED, start, OPENED.plus(later), 3);
    }
}
