package org.daywatch.emergencies.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch.emergencies.alerts.AlertTest.LEADER;
import static org.daywatch.emergencies.alerts.AlertTest.NOW;
import static org.daywatch.emergencies.alerts.AlertTest.ONE;
import static org.daywatch.emergencies.alerts.AlertTest.ROOMS;
import static org.daywatch.emergencies.alerts.AlertTest.SECOND;
import static org.daywatch.emergencies.alerts.AlertTest.TEACHER;
import static org.daywatch.emergencies.alerts.AlertTest.TWO;
import static org.daywatch.emergencies.alerts.AlertTest.accepted;
import static org.daywatch.emergencies.alerts.AlertTest.clear;
import static org.daywatch.emergencies.alerts.AlertTest.in;
import static org.daywatch.emergencies.alerts.AlertTest.pressed;
import static org.daywatch.emergencies.alerts.AlertTest.refusal;

import java.util.Set;
import org.daywatch.emergencies.AlertEnding;
import org.daywatch.emergencies.EmergencyEvent.DuressSignaled;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.alerts.Alert.State;
import org.daywatch.emergencies.alerts.Alert.Word;
import org.daywatch.emergencies.alerts.AlertCommand.*;
import org.junit.jupiter.api.Test;

/**
 * Somebody is made to act: their screen plays along, and nothing happens.
 *
 * <p>A-28 of docs/security.
 */
class AlertUnderForceTest {

    @Test
    void whoIsForcedSeesAnEndTheOthersSeeThatTheyWereForced() {
        var first = new Word(SECOND, NOW, new Word.Over(AlertEnding.ALL_CLEAR));
        var decided = in(ProtocolAction.SECURE, new State.Active(NOW, first)).decide(new UnderForce(clear(LEADER)), NOW)
                .orThrow();
        var after = decided.state();
        assertThat(decided.facts().getFirst()).isInstanceOfSatisfying(DuressSignaled.class,
                f -> assertThat(f.person()).isEqualTo(LEADER.person()));
        assertThat(after.state()).as("nothing ends").isEqualTo(new State.Active(NOW, first));
        assertThat(after.seenBy(LEADER.person()).state().over()).as("their screen says that it is over").isTrue();
        assertThat(after.seenBy(SECOND.person())).isEqualTo(after);
        assertThat(accepted(after, clear(LEADER)).state().over()).as("what they say from then on counts for nothing")
                .isFalse();
        assertThat(accepted(after, clear(TEACHER)).state().over()).as("two others end it").isTrue();
    }

    @Test
    void whoIsForcedToSayTheFirstWordSeesTheirWordStand() {
        var after = accepted(in(ProtocolAction.SECURE, new State.Active(NOW, null)), new UnderForce(clear(LEADER)));
        assertThat(after.state().word()).isNull();
        assertThat(after.seenBy(LEADER.person()).state().word().by().person()).isEqualTo(LEADER.person());
    }

    @Test
    void whoIsForcedToReleaseRoomsAndToEndItSeesAllOfItAndNothingHappens() {
        var first = new Word(SECOND, NOW, new Word.Over(AlertEnding.ALL_CLEAR));
        var real = in(ProtocolAction.LOCKDOWN, new State.Releasing(NOW, Set.of(TWO), first));
        var after = accepted(real, new UnderForce(new ReleaseRoom(LEADER, ONE, ROOMS)));
        assertThat(after.released()).containsExactly(TWO);
        assertThat(after.seenBy(LEADER.person()).released()).containsExactlyInAnyOrder(ONE, TWO);
        assertThat(refusal(after.seenBy(LEADER.person()), new ReleaseRoom(LEADER, ONE, ROOMS)))
                .as("their screen refuses what it would refuse").isEqualTo("ALERT_ROOM_RELEASED");
        var end = accepted(after, clear(LEADER)); // they write the word only once
        assertThat(end.state()).isEqualTo(real.state());
        assertThat(end.seenBy(LEADER.person()).state()).isEqualTo(new State.Ended(NOW, "Robin Alder, Pat Greer"));
        assertThat(end.seenBy(SECOND.person())).isEqualTo(end);
        assertThat(end.forced().get(LEADER.person()).acts()).hasSize(2);
        assertThat(end.version()).as("each act is told to the others").isEqualTo(real.version() + 2);
        var pressedAgain = accepted(end, pressed(ProtocolAction.LOCKDOWN));
        assertThat(pressedAgain.seenBy(LEADER.person()).state().over()).as("their screen takes nothing back").isTrue();
    }

    @Test
    void whoIsForcedToTellTheSchoolSomethingLessSeesItToldAndTheSchoolIsNot() {
        var secure = in(ProtocolAction.SECURE, new State.Active(NOW, null));
        var after = accepted(secure, new UnderForce(new Change(LEADER, ProtocolAction.HOLD, "", "said so")));
        assertThat(after.action()).isEqualTo(ProtocolAction.SECURE);
        assertThat(after.seenBy(LEADER.person()).action()).isEqualTo(ProtocolAction.HOLD);
        var graver = after.decide(pressed(ProtocolAction.LOCKDOWN), NOW.plusSeconds(60)).orThrow().state();
        assertThat(graver.seenBy(LEADER.person()).action())
                .as("what the school is told in earnest afterward reaches them too").isEqualTo(ProtocolAction.LOCKDOWN);
        var asked = in(ProtocolAction.LOCKDOWN,
                new State.Active(NOW, new Word(SECOND, NOW, new Word.Instead(ProtocolAction.HOLD, "", "all quiet"))));
        var agreed = accepted(asked, new UnderForce(new Agree(LEADER, ProtocolAction.HOLD, "")));
        assertThat(agreed.action()).isEqualTo(ProtocolAction.LOCKDOWN);
        assertThat(agreed.seenBy(LEADER.person()).action()).isEqualTo(ProtocolAction.HOLD);
    }

    @Test
    void whoWritesTheWordWhereTheirActIsRefusedIsHeardAllTheSame() {
        var after = accepted(in(ProtocolAction.HOLD, new State.Active(NOW, null)),
                new UnderForce(new ReleaseRoom(LEADER, ONE, ROOMS)));
        assertThat(after.forced()).containsKey(LEADER.person());
        assertThat(after.seenBy(LEADER.person()).state()).isEqualTo(after.state());
    }
}
