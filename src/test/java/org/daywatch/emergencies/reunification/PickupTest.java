package org.daywatch.emergencies.reunification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.guardians.CustodyAnswer;
import org.daywatch.emergencies.PeopleRefusal;
import org.daywatch.emergencies.reunification.Pickup.State;
import org.daywatch.emergencies.reunification.Pickup.Stop;
import org.daywatch.emergencies.reunification.PickupCommand.*;
import org.daywatch.emergencies.reunification.Reunification.StudentPlace;
import org.daywatch.house.StatePicture;
import org.daywatch.platform.events.Decision;
import org.daywatch.platform.events.Decision.Accepted;
import org.daywatch.platform.events.Decision.Rejected;
import org.junit.jupiter.api.Test;

/**
 * Every state asked every command, and the branches a reunification meets.
 *
 * <p>A-04 of docs/security.
 */
class PickupTest {

    private static final Instant NOW = Instant.parse("2026-11-17T18:00:00Z");
    private static final UUID FIRST = UUID.randomUUID();
    private static final UUID SECOND = UUID.randomUUID();
    private static final UUID STUDENT = UUID.randomUUID();

    private static Map<String, PickupCommand> commands() {
        var all = new LinkedHashMap<String, PickupCommand>();
        all.put("FillCard", new FillCard(STUDENT, UUID.randomUUID()));
        all.put("Check", check(true, CustodyAnswer.MAY_COLLECT, StudentPlace.ASSEMBLY));
        all.put("CheckWithoutId", check(false, CustodyAnswer.MAY_COLLECT, StudentPlace.ASSEMBLY));
        all.put("CheckOfInjured", check(true, CustodyAnswer.MAY_COLLECT, StudentPlace.MEDICAL));
        all.put("CheckOfOneWhoDrove", check(true, CustodyAnswer.MAY_COLLECT, StudentPlace.DROVE));
        all.put("ComparePhoto", new ComparePhoto(SECOND, true));
        all.put("Fetch", new Fetch(FIRST));
        all.put("StudentSaysYes", new StudentAnswers(FIRST, true));
        all.put("StudentSaysNo", new StudentAnswers(FIRST, false));
        all.put("MatchHalves", new MatchHalves(FIRST, "K7MP"));
        all.put("GoOn", on(FIRST, "the aunt was called", CustodyAnswer.MAY_COLLECT));
        all.put("GoOnNamedBefore", new GoOn(FIRST, "Kai", "the aunt was called", CustodyAnswer.MAY_COLLECT, true));
        all.put("ToPrivateRoom", new ToPrivateRoom(FIRST));
        all.put("Close", new Close(FIRST, "went home alone"));
        return all;
    }

    private static List<State> states() {
        return List.of(new State.Greeted(), new State.Filled(), new State.Checked(FIRST), new State.Verified(),
                new State.Fetching(), new State.Answered(), new State.Released(NOW),
                new State.Stopped(Stop.NO_ID), new State.Stopped(Stop.NO_ID, new Pickup.Word(SECOND, "Sky")),
                new State.PrivateRoom(), new State.Closed("left"));
    }

    @Test
    void everyStateAnswersEveryCommandAndThePictureShowsIt() {
        var picture = new StatePicture();
        int accepted = 0;
        for (var state : states()) {
            for (var command : commands().entrySet()) {
                if (in(state).decide(command.getValue(), NOW) instanceof Accepted<Pickup>(var next, var facts)) {
                    picture.step(state.code(), command.getKey(), next.state().code());
                    assertThat(facts).hasSize(1);
                    assertThat(next.version()).isEqualTo(6);
                    accepted++;
                }
            }
        }
        assertThat(accepted).isGreaterThan(25);
        picture.isCommittedAs("pickup");
    }

    @Test
    void sixStepsLeadToTheReleaseAndNothingComesAfterIt() {
        var pickup = in(new State.Greeted());
        for (var step : List.of("FillCard", "Check", "ComparePhoto", "Fetch", "StudentSaysYes", "MatchHalves"))
            pickup = pickup.decide(commands().get(step), NOW).orThrow().state();
        assertThat(pickup.state()).isEqualTo(new State.Released(NOW));
        for (var command : commands().values()) assertThat(pickup.decide(command, NOW)).isInstanceOf(Rejected.class);
    }

    @Test
    void theOneWhoCheckedFirstDoesNotComparePhotos() {
        assertThat(code(in(new State.Checked(FIRST)).decide(new ComparePhoto(FIRST, true), NOW)))
                .isEqualTo(PeopleRefusal.PICKUP_SECOND_PERSON);
    }

    @Test
    void whatIsNotInOrderStopsWithItsReason() {
        assertThat(stop(check(false, CustodyAnswer.MAY_COLLECT, StudentPlace.ASSEMBLY))).isEqualTo(Stop.NO_ID);
        assertThat(stop(check(true, CustodyAnswer.NOT_ON_LIST, StudentPlace.ASSEMBLY))).isEqualTo(Stop.NOT_ON_LIST);
        assertThat(stop(check(true, CustodyAnswer.NOT_TODAY, StudentPlace.ASSEMBLY))).isEqualTo(Stop.NOT_TODAY);
        assertThat(stop(check(true, CustodyAnswer.CONTESTED, StudentPlace.ASSEMBLY))).isEqualTo(Stop.CONTESTED);
        assertThat(stop(check(true, CustodyAnswer.FORBIDDEN, StudentPlace.ASSEMBLY))).isEqualTo(Stop.COURT_ORDER);
        assertThat(stop(check(false, CustodyAnswer.FORBIDDEN, StudentPlace.ASSEMBLY)))
                .as("the order is said even without an ID").isEqualTo(Stop.COURT_ORDER);
    }

    @Test
    void aCourtOrderAndTheStudentsNoAreNeverDecidedAway() {
        for (var why : Stop.values()) {
            var decided = in(new State.Stopped(why, new Pickup.Word(FIRST, "Kai")))
                    .decide(on(SECOND, "looked into it", CustodyAnswer.MAY_COLLECT), NOW);
            if (why == Stop.COURT_ORDER || why == Stop.STUDENT_SAYS_NO)
                assertThat(code(decided)).isEqualTo(PeopleRefusal.PICKUP_NEVER);
            else
                assertThat(decided.orThrow().state().state()).as("a second person still compares the photo")
                        .isEqualTo(new State.Checked(SECOND));
        }
    }

    @Test
    void whoShowsNoIdIsHeldToTheCustodyOfTheOneTheLeadMakesThemOutToBe() {
        var unjudged = Map.of(CustodyAnswer.NOT_ON_LIST, Stop.NOT_ON_LIST, CustodyAnswer.NOT_TODAY, Stop.NOT_TODAY,
                CustodyAnswer.CONTESTED, Stop.CONTESTED, CustodyAnswer.FORBIDDEN, Stop.COURT_ORDER);
        unjudged.forEach((custody, why) -> {
            var known = in(new State.Stopped(Stop.NO_ID)).decide(on(SECOND, "a teacher knows her", custody), NOW)
                    .orThrow().state();
            assertThat(known.state()).as("without an ID, %s", custody).isEqualTo(new State.Stopped(why));
            var again = known.decide(on(SECOND, "the other parent agrees", custody), NOW);
            if (why == Stop.COURT_ORDER) assertThat(code(again)).isEqualTo(PeopleRefusal.PICKUP_NEVER);
            else
                assertThat(again.orThrow().state().decide(on(FIRST, "the other parent agrees", custody), NOW)
                        .orThrow().state().state()).as("decided by its own reason").isEqualTo(new State.Checked(FIRST));
        });
        for (var why : Stop.values()) {
            if (!why.mayGoOn()) continue;
            assertThat(in(new State.Stopped(why))
                    .decide(on(SECOND, "looked into it", CustodyAnswer.FORBIDDEN), NOW).orThrow().state().state())
                    .as("an order that came while %s was looked into", why)
                    .isEqualTo(new State.Stopped(Stop.COURT_ORDER));
        }
    }

    @Test
    void oneWordAloneClearsNoStopUnlessItsSpeakerWasNamedBefore() {
        for (var why : Stop.values()) {
            if (!why.mayGoOn()) continue;
            var asked = in(new State.Stopped(why)).decide(on(FIRST, "looked into it", CustodyAnswer.MAY_COLLECT), NOW)
                    .orThrow().state();
            assertThat(asked.state()).as("%s, by one", why)
                    .isEqualTo(new State.Stopped(why, new Pickup.Word(FIRST, "Kai")));
            assertThat(code(asked.decide(on(FIRST, "looked into it", CustodyAnswer.MAY_COLLECT), NOW)))
                    .as("nor twice by the same").isEqualTo(PeopleRefusal.PICKUP_SECOND_WORD);
            assertThat(asked.decide(on(SECOND, "I called them too", CustodyAnswer.MAY_COLLECT), NOW).orThrow().state()
                    .state()).as("%s, by two", why).isEqualTo(new State.Checked(SECOND));
            assertThat(in(new State.Stopped(why))
                    .decide(new GoOn(FIRST, "Kai", "looked into it", CustodyAnswer.MAY_COLLECT, true), NOW).orThrow()
                    .state().state()).as("%s, by one who was named", why).isEqualTo(new State.Checked(FIRST));
        }
    }

    @Test
    void theGuardianOfAMissingStudentIsWithAPersonAndNotInALine() {
        for (var where : List.of(StudentPlace.MISSING, StudentPlace.MEDICAL)) {
            assertThat(in(new State.Filled()).decide(check(true, CustodyAnswer.MAY_COLLECT, where), NOW).orThrow()
                    .state().state()).isEqualTo(new State.PrivateRoom());
        }
    }

    @Test
    void halvesThatDoNotMatchReleaseNobody() {
        assertThat(code(in(new State.Answered()).decide(new MatchHalves(FIRST, "K7MX"), NOW)))
                .isEqualTo(PeopleRefusal.PICKUP_HALVES_DIFFER);
        assertThat(in(new State.Answered()).decide(new MatchHalves(FIRST, " k7mp "), NOW).orThrow().state().state())
                .isInstanceOf(State.Released.class);
    }

    @Test
    void aThousandStudentsAndEightCheckersTakeThreeHoursAndSoTheLineIsToldSo() {
        var begun = QueueForecast.of(0, 1000, 8, List.of());
        assertThat(begun.untilAll()).as("before anybody has come").isEqualTo(Duration.ofSeconds(125 * 90));
        assertThat(begun.untilLast()).isZero();
        assertThat(QueueForecast.of(1000, 1000, 8, List.of()).untilLast()).isEqualTo(Duration.ofSeconds(125 * 90));
        var checks = new ArrayList<QueueForecast.Checked>();
        for (int i = 0; i < 10; i++)
            checks.add(new QueueForecast.Checked(i % 2 == 0 ? FIRST : SECOND, NOW.plusSeconds(i * 30L)));
        var measured = QueueForecast.of(16, 20, 8, checks);
        assertThat(measured.measured()).isTrue();
        assertThat(measured.perCheck()).isEqualTo(Duration.ofSeconds(60));
        assertThat(measured.untilLast()).isEqualTo(Duration.ofSeconds(120));
        assertThat(measured.untilAll()).isEqualTo(Duration.ofSeconds(180));
    }

    private static Stop stop(Check check) {
        return ((State.Stopped) in(new State.Filled()).decide(check, NOW).orThrow().state().state()).why();
    }

    private static Object code(Decision<Pickup> decided) {
        return ((Rejected<Pickup>) decided).code();
    }

    private static GoOn on(UUID by, String why, CustodyAnswer custody) {
        return new GoOn(by, "Kai", why, custody, false);
    }

    private static Check check(boolean id, CustodyAnswer custody, StudentPlace where) {
        return new Check(FIRST, id, custody, where);
    }

    private static Pickup in(State state) {
        return new Pickup(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), 12, "K7MP", "Jamie Yucca",
                UUID.randomUUID(), state instanceof State.Greeted ? null : STUDENT, state, 5);
    }
}
