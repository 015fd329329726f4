package org.daywatch.emergencies.webhooks.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private static final Patience SHIPPED = new Patience(10, 5, 900, 20, 12, 24);

    @Test
    void eachPauseIsTwiceTheOneBeforeUpToTheLongest() {
        assertThat(IntStream.rangeClosed(1, 11).mapToLong(n -> SHIPPED.pause(n, 0, null).toSeconds()))
                .containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 320L, 640L, 900L, 900L, 900L);
        assertThat(SHIPPED.pause(10_000, 0, null)).isEqualTo(Duration.ofSeconds(900));
    }

    @Test
    void chanceMakesAPauseLongerByAtMostAFifthAndNeverShorter() {
        assertThat(SHIPPED.pause(2, 0.5, null)).isEqualTo(Duration.ofSeconds(11));
        assertThat(SHIPPED.pause(2, 0.999_999, null)).isBetween(Duration.ofMillis(11_999), Duration.ofSeconds(12));
    }

    @Test
    void theReceiversWishCountsWhereItIsLonger() {
        assertThat(SHIPPED.pause(1, 0, Duration.ofSeconds(120))).isEqualTo(Duration.ofSeconds(120));
        assertThat(SHIPPED.pause(9, 0, Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(900));
    }

    @Test
    void afterTwelveTriesItIsGivenUp() {
        assertThat(SHIPPED.exhausted(11)).isFalse();
        assertThat(SHIPPED.exhausted(12)).isTrue();
    }
}
