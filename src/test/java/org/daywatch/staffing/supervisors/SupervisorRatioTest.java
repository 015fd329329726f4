package org.daywatch.staffing.supervisors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.daywatch.platform.time.Window;
import org.junit.jupiter.api.Test;

class SupervisorRatioTest {

    private static final Instant SIX = Instant.parse("2026-11-20T23:00:00Z");

    @Test
    void fourOfficersNeedNobodyFiveNeedTwoAndNineNeedThree() {
        var ratio = new SupervisorRatio(5, 4, "SUPERVISOR-PER");
        assertThat(List.of(1, 4, 5, 8, 9, 12, 13)).extracting(ratio::needed).containsExactly(0, 0, 2, 2, 3, 3, 4);
        assertThat(new SupervisorRatio(5, 3, "").needed(6)).isEqualTo(2);
    }

    @Test
    void whoLeavesWhenAnotherComesDoesNotStandThereWithThem() {
        var early = Window.of(SIX, Duration.ofHours(2));
        var late = Window.of(SIX.plus(Duration.ofHours(2)), Duration.ofHours(2));
        assertThat(SupervisorRatio.atOnce(List.of(early, early, early, late, late))).isEqualTo(3);
        assertThat(SupervisorRatio
                .atOnce(List.of(early, late, Window.of(SIX.plus(Duration.ofHours(1)), Duration.ofHours(2)))))
                .isEqualTo(2);
        assertThat(SupervisorRatio.atOnce(List.of())).isZero();
    }

    @Test
    void supervisorsThatAreMissingAndHaveNoOpenPlaceWouldHaveToBePlanned() {
        var need = new SupervisorNeeds.Need(LocalDate.of(2026, 11, 20), 8, 2, 0, 1, new SupervisorRatio(5, 4, ""));
        assertThat(need.missing()).isEqualTo(2);
        assertThat(need.unplanned()).isOne();
    }
}
