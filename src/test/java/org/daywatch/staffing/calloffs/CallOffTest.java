package org.daywatch.staffing.calloffs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CallOffTest {

    private static final Instant NOW = Instant.parse("2026-11-17T13:40:00Z");

    @Test
    void afterTheCutOffTheRuleOfTheDepartmentSaysWhatIsLeft() {
        var cutoff = NOW;
        assertThat(new CallOff(cutoff, CallOff.Late.NAMED_COLLEAGUE, "").byTheOfficer(NOW.minusSeconds(1))).isTrue();
        assertThat(new CallOff(cutoff, CallOff.Late.NAMED_COLLEAGUE, "").byTheOfficer(NOW)).isFalse();
        assertThat(new CallOff(cutoff, CallOff.Late.NAMED_COLLEAGUE, "").byNamedColleague(NOW)).isTrue();
        assertThat(new CallOff(cutoff, CallOff.Late.COORDINATOR, "").byNamedColleague(NOW)).isFalse();
        assertThat(new CallOff(cutoff, CallOff.Late.FREELY, "").byTheOfficer(NOW)).isTrue();
    }
}
