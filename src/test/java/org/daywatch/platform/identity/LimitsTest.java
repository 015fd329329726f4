package org.daywatch.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.daywatch.platform.errors.TooMany;
import org.daywatch.platform.identity.Limits.Limit;
import org.daywatch.platform.identity.Limits.WhenBroken;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private Instant now = Instant.parse("2026-08-03T13:00:00Z");

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() { return ZoneOffset.UTC; }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            if (now == null) throw new IllegalStateException("the clock is broken");
            return now;
        }
    };

    private final Limits limits = new Limits(clock);

    @Test
    void everyLimitAllowsExactlyAsOftenAsItSaysAndThenAgainLater() {
        for (var limit : Limit.values()) {
            for (int i = 0; i < limit.often(); i++) limits.take(limit, "somebody");
            assertThatThrownBy(() -> limits.take(limit, "somebody")).as(limit.name()).isInstanceOf(TooMany.class);
            assertThatCode(() -> limits.take(limit, "somebody else")).doesNotThrowAnyException();
            now = now.plus(limit.within());
            assertThatCode(() -> limits.take(limit, "somebody")).as(limit + " later").doesNotThrowAnyException();
        }
    }

    @Test
    void whatWasNoGuessIsGivenBack() {
        for (int i = 0; i < 100; i++) {
            limits.take(Limit.SIGN_IN_ADDRESS, "a@b.example");
            limits.giveBack(Limit.SIGN_IN_ADDRESS, "A@B.example ");
        }
        assertThatCode(() -> limits.take(Limit.SIGN_IN_ADDRESS, "a@b.example")).doesNotThrowAnyException();
    }

    @Test
    void aBrokenLimiterDoesWhatItsLimitSays() {
        now = null;
        for (var limit : Limit.values()) {
            if (limit.whenBroken() == WhenBroken.LET_THROUGH) limits.take(limit, "somebody");
            else assertThatThrownBy(() -> limits.take(limit, "somebody")).as(limit.name()).isInstanceOf(TooMany.class);
        }
        assertThat(Arrays.stream(Limit.values()).map(Limit::whenBroken)).contains(WhenBroken.LET_THROUGH,
                WhenBroken.REFUSE);
        assertThat(Limit.SIGN_IN_ADDRESS.within()).isEqualTo(Duration.ofMinutes(15));
    }
}
