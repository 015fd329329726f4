package org.daywatch.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.daywatch.platform.securitylog.SecurityLog;
import tools.jackson.databind.json.JsonMapper;
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

    private Limits limits;
    private SecurityLog log;

    @BeforeEach
    void limits(@TempDir Path folder) {
        log = new SecurityLog(Clock.systemUTC(), JsonMapper.builder().build(), folder, "", 1, "");
        limits = new Limits(clock, log);
    }

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
    void oneNetworkOfIpv6IsOneClientAndOneAddressOfIpv4Is() {
        assertThat(Limits.one("2001:db8:1:2::1")).isEqualTo(Limits.one("2001:DB8:1:2:ffff:ffff:ffff:ffff"))
                .isNotEqualTo(Limits.one("2001:db8:1:3::1"));
        assertThat(Limits.one("fe80::1%eth0")).isEqualTo(Limits.one("fe80::2%eth1"));
        assertThat(Limits.one("::ffff:192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(Limits.one("192.0.2.7")).isEqualTo("192.0.2.7").isNotEqualTo(Limits.one("192.0.2.8"));
        assertThat(Limits.one(" A@B.example ")).isEqualTo("a@b.example");
        assertThat(Limits.one("person:with:colons")).isEqualTo("person:with:colons");
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
