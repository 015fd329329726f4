package org.daywatch.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.daywatch._story.TestClock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The time of day is put right while people are signed in and things are due.
 *
 * <p>F-16 of docs/security.
 */
class SteadyTimeTest {

    private final TestClock clock = new TestClock();
    private long nanos;
    private final SteadyTime time = new SteadyTime(clock, () -> nanos);

    @ParameterizedTest
    @ValueSource(strings = {"PT-5M", "PT5M", "PT24H", "PT-24H"})
    void nothingExpiresEarlyAndNothingThatIsDueWaits(Duration jump) {
        var expires = clock.instant().plus(Duration.ofMinutes(10));
        var due = clock.instant().plus(Duration.ofSeconds(30));
        pass(Duration.ofSeconds(20));
        clock.move(jump);
        assertThat(time.expiry().instant()).isBefore(expires);
        pass(Duration.ofSeconds(10));
        assertThat(time.due().instant()).isAfterOrEqualTo(due);
        pass(Duration.ofMinutes(9));
        assertThat(time.expiry().instant()).isBefore(expires);
        clock.move(jump.negated());
        pass(Duration.ofSeconds(30));
        assertThat(time.expiry().instant()).as("put right again, it is over when it is over").isEqualTo(expires);
        assertThat(time.due().instant()).isEqualTo(expires);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-24H", "PT24H"})
    void afterAnHourTheTimeOfDayIsBelieved(Duration jump) {
        clock.move(jump);
        time.expiry().instant();
        pass(Duration.ofMinutes(61));
        assertThat(time.expiry().instant()).isEqualTo(clock.instant());
        assertThat(time.due().instant()).isEqualTo(clock.instant());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, -1})
    void aClockThatIsALittleFastOrSlowIsFollowed(int way) {
        for (int hour = 0; hour < 24 * 60; hour++) {
            pass(Duration.ofHours(1));
            clock.move(Duration.ofMillis(180L * way)); // fifty millionths
            assertThat(time.expiry().instant()).isEqualTo(clock.instant());
            assertThat(time.due().instant()).isEqualTo(clock.instant());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-24H", "PT24H", "PT0S"})
    void aPhoneWhoseClockIsRightIsBelievedWhicheverWayOursWasSet(Duration jump) {
        var phone = clock.instant();
        clock.move(jump);
        assertThat(time.isNear(phone.plusSeconds(200), Duration.ofMinutes(5))).isTrue();
        assertThat(time.isNear(phone.plusSeconds(400), Duration.ofMinutes(5))).isFalse();
        assertThat(time.isNear(Instant.EPOCH, Duration.ofMinutes(5))).isFalse();
    }

    private void pass(Duration time) {
        clock.move(time);
        nanos += time.toNanos();
    }
}
