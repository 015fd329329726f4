package org.daywatch.emergencies.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.daywatch.emergencies.AlertEnding;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.EmergencyEvent.AlertChanged;
import org.daywatch.emergencies.EmergencyRefusal;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.alerts.Alert.State;
import org.daywatch.emergencies.alerts.Alert.Word;
import org.daywatch.emergencies.alerts.AlertCommand.*;
import org.daywatch.house.StatePicture;
import org.daywatch.platform.events.Decision;
import org.junit.jupiter.api.Test;

class AlertTest {

    static final Instant NOW = Instant.parse("2026-11-17T16:40:00Z");
    static final UUID ONE = new UUID(3, 1);
    static final UUID TWO = new UUID(3, 2);
    static final Set<UUID> ROOMS = Set.of(ONE, TWO);
    static final By LEADER = new By(new UUID(1, 1), "Pat Greer", true);
    static final By SECOND = new By(new UUID(1, 2), "Robin Alder", true);
    static final By TEACHER = new By(new UUID(1, 3), "Ana Cruz", false);

    @Test
    void everyStateAnswersEveryCommandAsThisTableSays() {
        var first = new Word(LEADER, NOW, new Word.Over(AlertEnding.ALL_CLEAR));
        var lines = new ArrayList<String>();
        for (var alert : List.of(in(ProtocolAction.SECURE, new State.Active(NOW, null)),
                in(ProtocolAction.SECURE, new State.Active(NOW, first)))) {
            lines.add(line(alert, "Press of a lesser action", pressed(ProtocolAction.HOLD)));
            lines.add(line(alert, "Press of a graver action", pressed(ProtocolAction.LOCKDOWN)));
            lines.add(line(alert, "Change", new Change(LEADER, ProtocolAction.HOLD, "", "police say so")));
            lines.add(line(alert, "ReleaseRoom", new ReleaseRoom(LEADER, ONE, ROOMS)));
            lines.add(line(alert, "SayOver", clear(SECOND)));
            lines.add(line(alert, "SayOver as a false alarm", falseAlarm(SECOND)));
        }
        var lockdown = in(ProtocolAction.LOCKDOWN, new State.Active(NOW, null));
        var releasing = in(ProtocolAction.LOCKDOWN, new State.Releasing(NOW, Set.of(ONE), null));
        var released = in(ProtocolAction.LOCKDOWN, new State.Releasing(NOW, ROOMS, first));
        for (var alert : List.of(lockdown, releasing, released)) {
            String rooms = alert == lockdown ? "" : alert == releasing ? ", one room released" : ", all rooms released";
            lines.add(line(alert, "Press again" + rooms, pressed(ProtocolAction.LOCKDOWN)));
            lines.add(line(alert, "ReleaseRoom" + rooms, new ReleaseRoom(LEADER, TWO, ROOMS)));
            lines.add(line(alert, "Change" + rooms, new Change(LEADER, ProtocolAction.EVACUATE, "", "fire")));
            lines.add(line(alert, "SayOver" + rooms, clear(SECOND)));
        }
        var asked = in(ProtocolAction.LOCKDOWN,
                new State.Active(NOW, new Word(LEADER, NOW, new Word.Instead(ProtocolAction.EVACUATE, "", "fire"))));
        lines.add(line(asked, "Change of a lockdown, asked for already",
                new Change(SECOND, ProtocolAction.EVACUATE, "", "fire")));
        lines.add(line(asked, "Change of a lockdown, otherwise than asked for",
                new Change(SECOND, ProtocolAction.HOLD, "", "all quiet")));
        lines.add(line(asked, "Agree", new Agree(TEACHER, ProtocolAction.EVACUATE, "")));
        lines.add(line(asked, "Agree to something else", new Agree(TEACHER, ProtocolAction.HOLD, "")));
        lines.add(line(asked, "Agree alone", new Agree(LEADER, ProtocolAction.EVACUATE, "")));
        lines.add(line(asked, "SayOver as a false alarm, while a change is asked for", falseAlarm(SECOND)));
        lines.add(line(asked, "Press again, while a change is asked for", pressed(ProtocolAction.LOCKDOWN)));
        lines.add(line(lockdown, "Agree to nothing", new Agree(TEACHER, ProtocolAction.EVACUATE, "")));
        lines.add(line(lockdown, "SayOver as a false alarm, of a lockdown", falseAlarm(SECOND)));
        var evacuate = in(ProtocolAction.EVACUATE, new State.Active(NOW, null));
        for (var alert : List.of(evacuate, in(ProtocolAction.EVACUATE, new State.Evacuated(NOW, null)),
                in(ProtocolAction.EVACUATE, new State.Reunifying(NOW, first)))) {
            lines.add(line(alert, "SayOut", new SayOut(LEADER)));
            lines.add(line(alert, "BeginReunification", new BeginReunification(LEADER)));
            lines.add(line(alert, "Press of a graver action", pressed(ProtocolAction.LOCKDOWN)));
            lines.add(line(alert, "SayOver", clear(SECOND)));
        }
        for (var state : List.of(new State.Ended(NOW, "Pat Greer, Robin Alder"),
                new State.Cancelled(NOW, "Pat Greer, Robin Alder"))) {
            var over = in(ProtocolAction.SECURE, state);
            lines.add(line(over, "Press that comes late", pressed(ProtocolAction.LOCKDOWN)));
            lines.add(line(over, "Change", new Change(LEADER, ProtocolAction.HOLD, "", "why")));
            lines.add(line(over, "SayOver", clear(SECOND)));
        }
        assertThat(String.join("\n", lines)).isEqualTo("""
                ACTIVE Press of a lesser action → ACTIVE recorded
                ACTIVE Press of a graver action → ACTIVE AlertChanged
                ACTIVE Change → ACTIVE AlertChanged
                ACTIVE ReleaseRoom → ALERT_NOT_A_LOCKDOWN
                ACTIVE SayOver → ACTIVE AlertEndProposed
                ACTIVE SayOver as a false alarm → ACTIVE AlertEndProposed
                ACTIVE Press of a lesser action → ACTIVE AlertPressedAgain
                ACTIVE Press of a graver action → ACTIVE AlertChanged
                ACTIVE Change → ACTIVE AlertChanged
                ACTIVE ReleaseRoom → ALERT_NOT_A_LOCKDOWN
                ACTIVE SayOver → ENDED AlertEnded
                ACTIVE SayOver as a false alarm → ALERT_OTHER_ENDING
                ACTIVE Press again → ACTIVE recorded
                ACTIVE ReleaseRoom → RELEASING RoomReleased
                ACTIVE Change → ACTIVE AlertChangeProposed
                ACTIVE SayOver → ALERT_ROOMS_NOT_RELEASED
                RELEASING Press again, one room released → RELEASING recorded
                RELEASING ReleaseRoom, one room released → RELEASING RoomReleased
                RELEASING Change, one room released → ALERT_RELEASE_BEGUN
                RELEASING SayOver, one room released → ALERT_ROOMS_NOT_RELEASED
                RELEASING Press again, all rooms released → RELEASING AlertPressedAgain
                RELEASING ReleaseRoom, all rooms released → ALERT_ROOM_RELEASED
                RELEASING Change, all rooms released → ALERT_RELEASE_BEGUN
                RELEASING SayOver, all rooms released → ENDED AlertEnded
                ACTIVE Change of a lockdown, asked for already → ACTIVE AlertChanged
                ACTIVE Change of a lockdown, otherwise than asked for → ALERT_OTHER_ENDING
                ACTIVE Agree → ACTIVE AlertChanged
                ACTIVE Agree to something else → ALERT_NOTHING_TO_AGREE
                ACTIVE Agree alone → ALERT_SECOND_PERSON
                ACTIVE SayOver as a false alarm, while a change is asked for → ALERT_OTHER_ENDING
                ACTIVE Press again, while a change is asked for → ACTIVE AlertPressedAgain
                ACTIVE Agree to nothing → ALERT_NOTHING_TO_AGREE
                ACTIVE SayOver as a false alarm, of a lockdown → ACTIVE AlertEndProposed
                ACTIVE SayOut → EVACUATED BuildingEmptied
                ACTIVE BeginReunification → ALERT_NOBODY_TO_REUNITE
                ACTIVE Press of a graver action → ACTIVE AlertChanged
                ACTIVE SayOver → ACTIVE AlertEndProposed
                EVACUATED SayOut → ALERT_NOT_EVACUATED
                EVACUATED BeginReunification → REUNIFYING ReunificationBegun
                EVACUATED Press of a graver action → ACTIVE AlertChanged
                EVACUATED SayOver → EVACUATED AlertEndProposed
                REUNIFYING SayOut → ALERT_NOT_EVACUATED
                REUNIFYING BeginReunification → ALERT_NOBODY_TO_REUNITE
                REUNIFYING Press of a graver action → ACTIVE AlertChanged
                REUNIFYING SayOver → ENDED AlertEnded
                ENDED Press that comes late → ENDED recorded
                ENDED Change → ALERT_OVER
                ENDED SayOver → ALERT_OVER
                CANCELLED Press that comes late → CANCELLED recorded
                CANCELLED Change → ALERT_OVER
                CANCELLED SayOver → ALERT_OVER""");
        var drawn = new ArrayList<>(lines.stream().filter(l -> !l.endsWith(" recorded")).toList());
        drawn.add(line(
                in(ProtocolAction.SECURE,
                        new State.Active(NOW, new Word(LEADER, NOW, new Word.Over(AlertEnding.FALSE_ALARM)))),
                "SayOver as a false alarm, by a second person", falseAlarm(SECOND)));
        drawn.add(line(lockdown, "SayOver under force", new UnderForce(clear(LEADER))));
        drawn.add(line(lockdown, "ReleaseRoom under force", new UnderForce(new ReleaseRoom(LEADER, ONE, ROOMS))));
        drawn.add(line(lockdown, "Change under force",
                new UnderForce(new Change(LEADER, ProtocolAction.HOLD, "", "said so"))));
        drawn.add(line(in(ProtocolAction.LOCKDOWN, new State.Releasing(NOW.minusSeconds(60), Set.of(ONE), null)),
                "Press of Lockdown, while rooms are let out", pressed(ProtocolAction.LOCKDOWN)));
        new StatePicture().answers(drawn).isCommittedAs("alert");
    }

    @Test
    void dangerWhileRoomsAreLetOutLocksAllOfThemAgainAndAPressFromBeforeTheFirstWasLetOutDoesNot() {
        var first = new Word(LEADER, NOW, new Word.Over(AlertEnding.ALL_CLEAR));
        var clearBegun = NOW.minusSeconds(60);
        for (var alert : List.of(in(ProtocolAction.LOCKDOWN, new State.Releasing(clearBegun, Set.of(ONE), null)),
                in(ProtocolAction.LOCKDOWN, new State.Releasing(clearBegun, ROOMS, first)))) {
            var again = accepted(alert, pressed(ProtocolAction.LOCKDOWN));
            assertThat(again.state()).as("and whoever said that it is over says so again")
                    .isEqualTo(new State.Active(NOW, null));
            assertThat(again.released()).isEmpty();
            assertThat(again.told()).as("screens sound again").isEqualTo(again.version())
                    .isEqualTo(alert.version() + 1);
            assertThat(accepted(again, new ReleaseRoom(LEADER, ONE, ROOMS)).released()).containsExactly(ONE);
            assertThat(accepted(alert, pressed(ProtocolAction.SECURE)).told())
                    .as("something less tells nobody anything").isEqualTo(alert.told());
            assertThat(alert.decide(pressed(ProtocolAction.LOCKDOWN), clearBegun).orThrow().state().released())
                    .as("came late").isEqualTo(alert.released());
        }
    }

    @Test
    void nobodyEndsAloneWhatTheWholeSchoolWasTold() {
        var proposed = accepted(in(ProtocolAction.HOLD, new State.Active(NOW, null)), clear(LEADER));
        assertThat(refusal(proposed, clear(LEADER))).isEqualTo("ALERT_SECOND_PERSON");
        assertThat(accepted(proposed, clear(TEACHER)).state()).isEqualTo(new State.Ended(NOW, "Pat Greer, Ana Cruz"));
        var byTeacher = accepted(in(ProtocolAction.HOLD, new State.Active(NOW, null)), clear(TEACHER));
        assertThat(refusal(byTeacher, clear(new By(new UUID(1, 9), "Lee Park", false)))).as("neither of them leads")
                .isEqualTo("ALERT_LEADER_NEEDED");
    }

    @Test
    void whoeverCommandsIsOneOfTheTwoAndASecondWhoIsNotIsToldWhoCan() {
        var commanded = new Enders(Enders.Why.COMMANDS, Set.of(SECOND.person()), "Robin Alder", "");
        var byTwoOthers = accepted(in(ProtocolAction.SECURE, new State.Active(NOW, null)),
                clear(LEADER).under(commanded, false));
        var refused = byTwoOthers.decide(clear(TEACHER).under(commanded, false), NOW);
        assertThat(refused)
                .isEqualTo(Decision.refuse(EmergencyRefusal.ALERT_COMMANDER_NEEDED, Map.of("name", "Robin Alder")));
        assertThat(accepted(byTwoOthers, clear(SECOND).under(commanded, false)).state())
                .isEqualTo(new State.Ended(NOW, "Pat Greer, Robin Alder"));
        var handedOver = new Enders(Enders.Why.COMMANDS, Set.of(LEADER.person()), "Pat Greer", "");
        assertThat(accepted(byTwoOthers, clear(TEACHER).under(handedOver, false)).state().over())
                .as("who commands when the second speaks counts").isTrue();
        var nobodyCommands = new Enders(Enders.Why.HIGHEST, Set.of(SECOND.person()), "Robin Alder", "");
        assertThat(refusal(byTwoOthers, falseAlarm(TEACHER).under(nobodyCommands, false)))
                .as("another ending is another matter").isEqualTo("ALERT_OTHER_ENDING");
        assertThat(refusal(byTwoOthers, clear(TEACHER).under(nobodyCommands, false))).isEqualTo("ALERT_HIGHEST_NEEDED");
    }

    @Test
    void aCallForHelpAndASilentTestEndWithOneWhoLeads() {
        var call = in(ProtocolAction.HELP_MEDICAL, new State.Active(NOW, null));
        assertThat(refusal(call, clear(TEACHER))).isEqualTo("ALERT_LEADER_NEEDED");
        assertThat(accepted(call, clear(LEADER)).state().over()).isTrue();
        assertThat(accepted(call, clear(TEACHER).under(Enders.WHO_LEADS, true)).state().over())
                .as("whoever called takes it back").isTrue();
        assertThat(accepted(in(ProtocolAction.HOLD, new State.Active(NOW, null)),
                clear(TEACHER).under(Enders.WHO_LEADS, true)).state().over()).as("never what the school is told")
                .isFalse();
        assertThat(accepted(of(AlertStatus.TEST, ProtocolAction.LOCKDOWN, new State.Active(NOW, null)), clear(LEADER))
                .state().over()).isTrue();
    }

    @Test
    void whileSomebodyIsMissingOrUnknownItIsOverOnlyForWhoeverWasAsked() {
        var hold = in(ProtocolAction.HOLD, new State.Active(NOW, null));
        assertThat(refusal(hold, clear(LEADER).asked(3))).isEqualTo("ALERT_PEOPLE_UNACCOUNTED");
        assertThat(accepted(hold, clear(LEADER).asked(0)).state().word()).isNotNull();
    }

    @Test
    void whoConfirmsAFalseAlarmNeedsNoReasonOfTheirOwn() {
        var first = in(ProtocolAction.HOLD,
                new State.Active(NOW, new Word(LEADER, NOW, new Word.Over(AlertEnding.FALSE_ALARM))));
        var confirm = new SayOver(TEACHER, AlertEnding.FALSE_ALARM, ROOMS, "");
        assertThat(accepted(first, confirm).state()).isInstanceOf(State.Cancelled.class);
        assertThat(refusal(in(ProtocolAction.HOLD, new State.Active(NOW, null)), confirm))
                .isEqualTo("ALERT_REASON_MISSING");
    }

    @Test
    void aLockdownWithoutAListOfRoomsIsNotOverByDefault() {
        assertThat(refusal(in(ProtocolAction.EVACUATE, new State.Reunifying(NOW, null)),
                new SayOver(LEADER, AlertEnding.ALL_CLEAR, ROOMS, " ", 3))).isEqualTo("ALERT_STUDENTS_WAIT");
        assertThat(accepted(in(ProtocolAction.EVACUATE, new State.Reunifying(NOW, null)),
                new SayOver(LEADER, AlertEnding.ALL_CLEAR, ROOMS, "They wait in the church.", 3))).isNotNull();
        assertThat(refusal(in(ProtocolAction.LOCKDOWN, new State.Active(NOW, null)),
                new SayOver(LEADER, AlertEnding.ALL_CLEAR, Set.of(), ""))).isEqualTo("ALERT_ROOMS_NOT_RELEASED");
    }

    @Test
    void aLockdownMakesWayForSomethingLessOnlyWhenTwoSayTheSameAndOneOfThemLeads() {
        var lockdown = in(ProtocolAction.LOCKDOWN, new State.Active(NOW, null));
        assertThat(refusal(lockdown, new Change(TEACHER, ProtocolAction.HOLD, "", "all quiet")))
                .isEqualTo("ALERT_LEADER_NEEDED");
        var asked = accepted(lockdown, new Change(LEADER, ProtocolAction.SHELTER, "STORM/INSIDE", "a storm comes"));
        assertThat(asked.action()).as("it stays a lockdown").isEqualTo(ProtocolAction.LOCKDOWN);
        assertThat(refusal(asked, new Change(LEADER, ProtocolAction.SHELTER, "STORM/INSIDE", "again")))
                .isEqualTo("ALERT_SECOND_PERSON");
        assertThat(accepted(asked, new Change(LEADER, ProtocolAction.EVACUATE, "", "fire")).state().word().what())
                .as("they may ask for something else").isEqualTo(new Word.Instead(ProtocolAction.EVACUATE, "", "fire"));
        var agreed = asked.decide(new Agree(TEACHER, ProtocolAction.SHELTER, "STORM/INSIDE"), NOW).orThrow();
        assertThat(agreed.state().action()).isEqualTo(ProtocolAction.SHELTER);
        assertThat(agreed.facts().getFirst()).isInstanceOfSatisfying(AlertChanged.class,
                f -> assertThat(f.by() + ": " + f.why()).isEqualTo("Pat Greer, Ana Cruz: a storm comes"));
        assertThat(accepted(of(AlertStatus.EXERCISE, ProtocolAction.LOCKDOWN, new State.Active(NOW, null)),
                new Change(LEADER, ProtocolAction.HOLD, "", "all quiet")).action())
                .as("a drill goes the same way").isEqualTo(ProtocolAction.LOCKDOWN);
        assertThat(accepted(of(AlertStatus.TEST, ProtocolAction.LOCKDOWN, new State.Active(NOW, null)),
                new Change(LEADER, ProtocolAction.HOLD, "", "test")).action()).isEqualTo(ProtocolAction.HOLD);
        assertThat(accepted(in(ProtocolAction.HOLD, new State.Active(NOW, null)),
                new Change(LEADER, ProtocolAction.LOCKDOWN, "", "shots")).action()).as("more danger needs no second")
                .isEqualTo(ProtocolAction.LOCKDOWN);
    }

    @Test
    void whatIsToldNeedsAReasonAndShelterAHazard() {
        var hold = in(ProtocolAction.HOLD, new State.Active(NOW, null));
        assertThat(refusal(hold, new Change(LEADER, ProtocolAction.SECURE, "", " "))).isEqualTo("ALERT_REASON_MISSING");
        assertThat(refusal(hold, new Change(LEADER, ProtocolAction.SHELTER, "", "storm")))
                .isEqualTo("ALERT_DETAIL_MISSING");
        assertThat(refusal(hold, new Change(LEADER, ProtocolAction.HOLD, "", "again")))
                .isEqualTo("ALERT_NOTHING_CHANGED");
        assertThat(refusal(hold, new Change(LEADER, ProtocolAction.HELP_FIGHT, "", "fight")))
                .isEqualTo("ALERT_NOT_A_HELP_CALL");
        assertThat(refusal(in(ProtocolAction.LOCKDOWN, new State.Active(NOW, null)),
                new ReleaseRoom(LEADER, new UUID(9, 9), ROOMS))).isEqualTo("ALERT_ROOM_UNKNOWN");
        assertThat(
                refusal(in(ProtocolAction.LOCKDOWN, new State.Active(NOW, null)), new ReleaseRoom(TEACHER, ONE, ROOMS)))
                .isEqualTo("ALERT_LEADER_NEEDED");
    }

    @Test
    void aPressBelongsToTheEventUnderWayAndNeverToAnotherStatus() {
        var secure = in(ProtocolAction.SECURE, new State.Active(NOW, null));
        assertThat(secure.takes(AlertStatus.ACTUAL, ProtocolAction.LOCKDOWN, "", NOW.plusSeconds(4000))).isTrue();
        assertThat(secure.takes(AlertStatus.EXERCISE, ProtocolAction.SECURE, "", NOW)).isFalse();
        assertThat(secure.takes(AlertStatus.ACTUAL, ProtocolAction.HELP_FIGHT, "", NOW))
                .as("a call for help is its own event").isFalse();
        var call = in(ProtocolAction.HELP_FIGHT, new State.Active(NOW, null));
        assertThat(call.takes(AlertStatus.ACTUAL, ProtocolAction.HELP_FIGHT, "Room 12", NOW.plusSeconds(90))).isTrue();
        assertThat(call.takes(AlertStatus.ACTUAL, ProtocolAction.HELP_FIGHT, "Room 12", NOW.plusSeconds(91))).isFalse();
        assertThat(call.takes(AlertStatus.ACTUAL, ProtocolAction.HELP_MEDICAL, "Room 12", NOW)).isFalse();
        assertThat(call.takes(AlertStatus.ACTUAL, ProtocolAction.HELP_FIGHT, "Gym", NOW))
                .as("a second fight, in the gym").isFalse();
        assertThat(call.takes(AlertStatus.ACTUAL, ProtocolAction.HELP_FIGHT, "", NOW))
                .as("from whoever says no place, maybe elsewhere").isFalse();
        var over = in(ProtocolAction.SECURE, new State.Ended(NOW, "two"));
        assertThat(over.takes(AlertStatus.ACTUAL, ProtocolAction.SECURE, "", NOW.minusSeconds(1)))
                .as("accepted before the end").isTrue();
        assertThat(over.takes(AlertStatus.ACTUAL, ProtocolAction.SECURE, "", NOW.plusSeconds(1))).isFalse();
    }

    @Test
    void noCommandCarriesAStatus() {
        var commands = Stream.of(AlertCommand.class, AlertCommand.Act.class)
                .flatMap(c -> Stream.of(c.getPermittedSubclasses())).filter(Class::isRecord).toList();
        assertThat(commands).hasSize(8);
        for (var command : commands) {
            assertThat(command.getRecordComponents()).as(command.getSimpleName())
                    .noneMatch(c -> c.getType() == AlertStatus.class);
        }
    }

    private static String line(Alert alert, String name, AlertCommand command) {
        return alert.state().code() + " " + name + " → " + switch (alert.decide(command, NOW)) {
            case Decision.Accepted<Alert>(var after, var facts) -> {
                assertThat(after.status()).isEqualTo(alert.status());
                assertThat(after.version()).isEqualTo(alert.version() + facts.size());
                yield after.state().code() + " "
                        + (facts.isEmpty() ? "recorded" : facts.getFirst().getClass().getSimpleName());
            }
            case Decision.Rejected<Alert> refused -> refused.code().toString();
        };
    }

    static Alert accepted(Alert alert, AlertCommand command) {
        return alert.decide(command, NOW).orThrow().state();
    }

    static String refusal(Alert alert, AlertCommand command) {
        return ((Decision.Rejected<Alert>) alert.decide(command, NOW)).code().toString();
    }

    static SayOver clear(By by) {
        return new SayOver(by, AlertEnding.ALL_CLEAR, ROOMS, "");
    }

    static SayOver falseAlarm(By by) {
        return new SayOver(by, AlertEnding.FALSE_ALARM, ROOMS, "a slipped hand");
    }

    static Press pressed(ProtocolAction action) {
        return new Press(TEACHER.person(), TEACHER.name(), action, "");
    }

    static Alert in(ProtocolAction action, State state) {
        return of(AlertStatus.ACTUAL, action, state);
    }

    static Alert of(AlertStatus status, ProtocolAction action, State state) {
        return new Alert(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), new UUID(0, 4), status, action, "", "Room 12",
                "Ana Cruz", NOW, state, Map.of(), 3, 1);
    }
}
