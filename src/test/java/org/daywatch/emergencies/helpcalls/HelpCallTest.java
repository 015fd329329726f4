package org.daywatch.emergencies.helpcalls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.helpcalls.HelpCall.Answer;
import org.daywatch.emergencies.helpcalls.HelpCall.Said;
import org.daywatch.emergencies.lane.LaneEntry.Kind;
import org.junit.jupiter.api.Test;

class HelpCallTest {

    private static final Instant NOW = Instant.parse("2026-11-17T16:40:00Z");
    private static final UUID CALLER = new UUID(1, 1);
    private static final UUID OFFICE = new UUID(1, 2);
    private static final UUID OFFICER = new UUID(1, 3);

    @Test
    void aDeviceThatHasItIsNobodyWhoHasSeenItAndTheCallerIsNotTheirOwnWitness() {
        var call = call(said(CALLER, Kind.SEEN, 0), said(OFFICE, Kind.DELIVERED, 1));
        assertThat(call.seen()).isEmpty();
        assertThat(call.going()).isEmpty();
    }

    @Test
    void whoeverGoesHasSeenItAndStandsThereFromTheFirstTimeTheySaySo() {
        var call = call(said(OFFICER, Kind.GOING, 9), said(OFFICE, Kind.SEEN, 2), said(OFFICER, Kind.GOING, 4));
        assertThat(call.seen()).extracting(Answer::person).containsExactly(OFFICE, OFFICER);
        assertThat(call.going()).containsExactly(new Answer(OFFICER, "Officer", NOW.plusSeconds(4)));
        assertThat(call.isGoing(OFFICER)).isTrue();
        assertThat(call.isGoing(OFFICE)).isFalse();
    }

    @Test
    void whoeverAnswersSomethingElseAfterwardIsNotOnTheWayAndLookingAtItAgainChangesNothing() {
        assertThat(call(said(OFFICER, Kind.GOING, 4), said(OFFICER, Kind.SEEN, 5)).going()).hasSize(1);
        var cannot = call(said(OFFICER, Kind.GOING, 4), said(OFFICER, Kind.ACKNOWLEDGED, 6));
        assertThat(cannot.going()).isEmpty();
        assertThat(cannot.seen()).hasSize(1);
        assertThat(call(said(OFFICER, Kind.GOING, 4), said(OFFICER, Kind.ACKNOWLEDGED, 6),
                said(OFFICER, Kind.GOING, 8)).going())
                .containsExactly(new Answer(OFFICER, "Officer", NOW.plusSeconds(8)));
    }

    @Test
    void onlyWhoCalledAloneMayTakeItBack() {
        assertThat(call().onlyBy(CALLER)).isTrue();
        assertThat(call().onlyBy(OFFICE)).isFalse();
        assertThat(HelpCall.of(alert(), ZoneId.of("UTC"), Set.of(CALLER, OFFICE), List.of()).onlyBy(CALLER)).isFalse();
    }

    private static HelpCall call(Said... receipts) {
        return HelpCall.of(alert(), ZoneId.of("UTC"), Set.of(CALLER), List.of(receipts));
    }

    private static Said said(UUID person, Kind kind, int after) {
        return new Said(person, person.equals(OFFICER) ? "Officer" : "Office", kind, NOW.plusSeconds(after));
    }

    private static Alert alert() {
        return new Alert(new UUID(2, 1), new UUID(2, 2), new UUID(2, 3), new UUID(2, 4), AlertStatus.ACTUAL,
                ProtocolAction.HELP_MEDICAL, "", "Room 12", "Ana Cruz", NOW, new Alert.State.Active(NOW, null),
                Map.of(),
                1, 1);
    }
}
