package org.daywatch.planning.drills.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import org.daywatch.planning.drills.Drill.State;
import org.daywatch.planning.drills.Drill.Times;
import org.daywatch.planning.drills.Drill;
import org.daywatch.planning.drills.kinds.DrillKind;
import org.daywatch.planning.drills.pulse.Pulse.Answer;
import org.junit.jupiter.api.Test;

/** Numbers say how a drill was; they never say how one person was. */
class PulseTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 10);

    @Test
    void isAskedForAWeekAfterADrillAboutAnAttackThatWasHeld() {
        assertThat(Pulse.open(drill(DrillKind.LOCKDOWN, false), DAY.plusDays(7))).isTrue();
        assertThat(Pulse.open(drill(DrillKind.LOCKDOWN, false), DAY.plusDays(8))).isFalse();
        assertThat(Pulse.open(drill(DrillKind.FIRE, false), DAY)).isFalse();
        assertThat(Pulse.open(drill(DrillKind.LOCKDOWN, true), DAY)).as("broken off").isFalse();
    }

    @Test
    void nineAnswersAreNotShownAndTwoOfTenAreFewerThanThree() {
        assertThat(Pulse.shown(Map.of(Answer.CALM, 9))).isEmpty();
        var shown = Pulse.shown(Map.of(Answer.CALM, 8, Answer.UPSET, 2));
        assertThat(shown.get(Answer.CALM).people()).isEqualTo(8);
        assertThat(shown.get(Answer.UPSET).people()).isNull();
        assertThat(shown.get(Answer.UNEASY).people()).as("nobody is no small number").isZero();
    }

    private static Drill drill(DrillKind kind, boolean broken) {
        var began = Instant.parse("2026-11-10T17:00:00Z");
        return new Drill(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), new UUID(0, 4), kind, DAY, LocalTime.of(10, 0),
                true, "", true, false, Drill.Origin.BY_HAND, "",
                new State.Held(new Times(began, null, null, began.plusSeconds(300)), "Pat Greer", broken), 2);
    }
}
