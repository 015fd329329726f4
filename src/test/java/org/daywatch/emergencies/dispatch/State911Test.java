package org.daywatch.emergencies.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.dispatch.State911.Facts;
import org.daywatch.emergencies.dispatch.State911.Kind;
import org.junit.jupiter.api.Test;

class State911Test {

    private static final Instant NOW = Instant.parse("2026-11-17T16:40:00Z");

    @Test
    void whereNobodyCalledAndNoCenterReceivedAnythingThePageAsks() {
        var state = real("SECURE", 0, List.of(), List.of());
        assertThat(state).isEqualTo(new State911(Kind.NOBODY, "", Instant.EPOCH, ""));
        assertThat(state.asks()).isTrue();
    }

    @Test
    void aCallThatIsRecordedEndsTheAskingAndNamesWhoCalledFirst() {
        var state = real("LOCKDOWN", 0, List.of(call("Ana Cruz", 90), call("Ray Ortiz", 30)), List.of());
        assertThat(state).isEqualTo(new State911(Kind.CALLED, "Ray Ortiz", NOW.plusSeconds(30), ""));
        assertThat(state.asks()).isFalse();
    }

    @Test
    void whoeverCalledBeforeTheSchoolWasToldSomethingElseHasNotToldThat() {
        var state = real("LOCKDOWN", 60, List.of(call("Ray Ortiz", 30)), List.of());
        assertThat(state).isEqualTo(new State911(Kind.CALLED_BEFORE, "Ray Ortiz", NOW.plusSeconds(30), ""));
        assertThat(state.asks()).isTrue();
        assertThat(real("LOCKDOWN", 60, List.of(call("Ray Ortiz", 30), call("Ana Cruz", 70)), List.of()).kind())
                .isEqualTo(Kind.CALLED);
    }

    @Test
    void aCenterThatTookWhatTheSchoolIsToldNowHasBeenTold() {
        assertThat(real("SECURE", 0, List.of(), List.of(took("Mesquite 911", "SECURE", 0))))
                .isEqualTo(new State911(Kind.RECEIVED, "Mesquite 911", NOW.plusSeconds(2), ""));
    }

    @Test
    void aCenterThatKnowsOnlyWhatWasToldBeforeHasNotBeenToldThis() {
        var earlier = List.of(took("Mesquite 911", "SECURE", 0));
        assertThat(real("LOCKDOWN", 60, List.of(), earlier))
                .isEqualTo(new State911(Kind.RECEIVED_BEFORE, "Mesquite 911", NOW.plusSeconds(2), "SECURE"));
        var thereAndBack = List.of(took("Mesquite 911", "LOCKDOWN", 0), took("Mesquite 911", "HOLD", 60));
        assertThat(real("LOCKDOWN", 120, List.of(), thereAndBack).kind())
                .as("the last it heard is that the lockdown has become a hold").isEqualTo(Kind.RECEIVED_BEFORE);
    }

    @Test
    void ofTwoThatAreOutOfDateTheLaterOneIsNamed() {
        var earlier = List.of(took("Mesquite 911", "SECURE", 0));
        assertThat(real("LOCKDOWN", 60, List.of(call("Ray Ortiz", 30)), earlier).kind()).isEqualTo(Kind.CALLED_BEFORE);
        assertThat(real("LOCKDOWN", 60, List.of(call("Ray Ortiz", 1)), earlier).kind())
                .isEqualTo(Kind.RECEIVED_BEFORE);
        assertThat(real("LOCKDOWN", 60, List.of(call("Ray Ortiz", 30)),
                List.of(took("Mesquite 911", "LOCKDOWN", 60))).kind()).isEqualTo(Kind.RECEIVED);
    }

    @Test
    void ofTwoCentersOneThatIsUpToDateIsEnoughAndTheSameToldAgainWasTakenWhenItWasTakenFirst() {
        var taken = List.of(took("County 911", "SECURE", 0), took("Mesquite 911", "EVACUATE", 60),
                took("Mesquite 911", "EVACUATE", 300));
        assertThat(real("EVACUATE", 60, List.of(), taken))
                .isEqualTo(new State911(Kind.RECEIVED, "Mesquite 911", NOW.plusSeconds(62), ""));
    }

    @Test
    void aDrillAndATestNeverAskForACallWhateverIsRecorded() {
        for (var status : List.of(AlertStatus.EXERCISE, AlertStatus.TEST)) {
            for (boolean over : List.of(true, false)) {
                var state = State911.of(new Facts(status, over, "LOCKDOWN", "", NOW, List.of(call("Ana Cruz", 5)),
                        List.of(took("Mesquite 911", "LOCKDOWN", 0))));
                assertThat(state.kind()).isEqualTo(Kind.NOT_NEEDED);
                assertThat(state.asks()).isFalse();
            }
        }
    }

    @Test
    void whatIsOverAsksForNoCall() {
        var state = State911.of(new Facts(AlertStatus.ACTUAL, true, "LOCKDOWN", "", NOW, List.of(), List.of()));
        assertThat(state.kind()).isEqualTo(Kind.OVER);
        assertThat(state.asks()).isFalse();
    }

    private static State911 real(String action, int told, List<Call> calls, List<Taken> taken) {
        return State911.of(new Facts(AlertStatus.ACTUAL, false, action, "", NOW.plusSeconds(told), calls, taken));
    }

    private static Call call(String by, int after) {
        return new Call(UUID.nameUUIDFromBytes(by.getBytes()), by, NOW.plusSeconds(after), NOW.plusSeconds(after));
    }

    private static Taken took(String receiver, String action, int after) {
        return new Taken(receiver, action, "", NOW.plusSeconds(after), NOW.plusSeconds(after + 2));
    }
}
