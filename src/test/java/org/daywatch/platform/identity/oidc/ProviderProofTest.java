package org.daywatch.platform.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What counts of a provider's word about how and when it asked. */
class ProviderProofTest {

    private static final Instant NOW = Instant.parse("2027-03-01T16:00:00Z");

    private static boolean two(List<String> methods, String level, String... ours) {
        return ProviderProof.of(NOW, methods, level, Set.of(ours)).twoFactors();
    }

    @Test
    void twoKindsOfMethodsAreTwoFactorsAndTwoOfOneKindAreNot() {
        assertThat(two(List.of("pwd", "otp"), null)).isTrue();
        assertThat(two(List.of("fpt", "hwk"), null)).isTrue();
        assertThat(two(List.of("mfa"), null)).isTrue();
        assertThat(two(List.of("pwd", "pin"), null)).as("two things somebody knows").isFalse();
        assertThat(two(List.of("otp", "sms"), null)).as("two things somebody has").isFalse();
        assertThat(two(List.of("pwd", "user", "geo"), null)).as("a presence and a place").isFalse();
        assertThat(two(List.of("MFA"), null)).as("no word of the list").isFalse();
    }

    @Test
    void aLevelCountsWhereItMeansTwoFactorsEverywhereOrTheOperatorSaidSo() {
        assertThat(two(List.of(), "https://refeds.org/profile/mfa")).isTrue();
        assertThat(two(List.of("pwd"), "2")).isFalse();
        assertThat(two(List.of("pwd"), "2", "2", "3")).isTrue();
    }

    @Test
    void whatIsNotSaidIsOneFactorAndNoFreshProof() {
        var silent = ProviderProof.of(null, null, null, Set.of());
        assertThat(silent.method()).isEqualTo("OIDC_ALONE");
        assertThat(silent.within(Duration.ofMinutes(10), NOW)).isFalse();
        assertThat(silent.youngEnough(NOW)).isTrue();
    }

    @Test
    void anAnswerIsFreshForItsTimeAndNeverFromTheFuture() {
        var ten = Duration.ofMinutes(10);
        assertThat(asked(ten).within(ten, NOW)).isTrue();
        assertThat(asked(ten.plusSeconds(1)).within(ten, NOW)).isFalse();
        assertThat(asked(Duration.ofSeconds(-60)).within(ten, NOW)).as("a clock a minute ahead").isTrue();
        assertThat(asked(Duration.ofSeconds(-61)).within(ten, NOW)).isFalse();
        assertThat(asked(Duration.ofHours(24)).youngEnough(NOW)).isTrue();
        assertThat(asked(Duration.ofHours(24).plusSeconds(61)).youngEnough(NOW)).isFalse();
    }

    private static ProviderProof asked(Duration ago) {
        return ProviderProof.of(NOW.minus(ago), List.of(), null, Set.of());
    }
}
