package org.daywatch.emergencies.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.dispatch.Told911.Kind;
import org.junit.jupiter.api.Test;

class Told911Test {

    private static final Instant NOW = Instant.parse("2026-11-17T16:40:00Z");

    @Test
    void whatNoCenterTookWasNotTold() {
        assertThat(Told911.of(AlertStatus.ACTUAL, "SECURE", "", List.of())).isEqualTo(Told911.NOT);
    }

    @Test
    void aCenterThatTookWhatTheSchoolIsToldNowHasBeenTold() {
        assertThat(Told911.of(AlertStatus.ACTUAL, "SECURE", "", List.of(took("Mesquite 911", "SECURE", 0))))
                .isEqualTo(new Told911(Kind.TAKEN, "Mesquite 911", NOW.plusSeconds(2), ""));
    }

    @Test
    void aCenterThatKnowsOnlyWhatWasToldBeforeHasNotBeenToldThis() {
        var earlier = List.of(took("Mesquite 911", "SECURE", 0));
        assertThat(Told911.of(AlertStatus.ACTUAL, "LOCKDOWN", "", earlier))
                .isEqualTo(new Told911(Kind.EARLIER, "Mesquite 911", NOW.plusSeconds(2), "SECURE"));
        var thereAndBack = List.of(took("Mesquite 911", "LOCKDOWN", 0), took("Mesquite 911", "HOLD", 60));
        assertThat(Told911.of(AlertStatus.ACTUAL, "LOCKDOWN", "", thereAndBack).kind())
                .as("the last it heard is that the lockdown has become a hold").isEqualTo(Kind.EARLIER);
    }

    @Test
    void ofTwoCentersOneThatIsUpToDateIsEnoughAndTheSameToldAgainWasTakenWhenItWasTakenFirst() {
        var taken = List.of(took("County 911", "SECURE", 0), took("Mesquite 911", "EVACUATE", 60),
                took("Mesquite 911", "EVACUATE", 300));
        assertThat(Told911.of(AlertStatus.ACTUAL, "EVACUATE", "", taken))
                .isEqualTo(new Told911(Kind.TAKEN, "Mesquite 911", NOW.plusSeconds(62), ""));
    }

    @Test
    void ofADrillOrATestNothingIsSaidToHaveBeenTold() {
        for (var status : List.of(AlertStatus.EXERCISE, AlertStatus.TEST)) {
            assertThat(Told911.of(status, "LOCKDOWN", "", List.of(took("Mesquite 911", "LOCKDOWN", 0))))
                    .isEqualTo(Told911.NOT);
        }
    }

    private static Taken took(String receiver, String action, int after) {
        return new Taken(receiver, action, "", NOW.plusSeconds(after), NOW.plusSeconds(after + 2));
    }
}
