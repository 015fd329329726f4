package org.daywatch.emergencies.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.alerts.pages.AlertWords;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import tools.jackson.databind.json.JsonMapper;

/** A-26, P-07 of docs/security. */
class SchoolBoardTest {

    private static final Instant NOW = Instant.parse("2026-11-17T16:40:00Z");

    /**
     * Whatever comes first of the later presses, and however often each comes: the same alert, the gravest action, each
     * presser once.
     */
    @Property(tries = 300)
    void theOrderOfLaterPressesAndTheirRepetitionsChangeNothing(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 4) Integer> actions, @ForAll long seed) {
        var presses = new ArrayList<LaneEntry.Press>();
        for (int i = 0; i < actions.size(); i++)
            presses.add(press(i, AlertStatus.ACTUAL, AlertWords.WHOLE_SCHOOL.get(actions.get(i))));
        var board = board();
        var first = presses.getFirst();
        assertThat(board.heard(first)).isEqualTo(first.id());
        var later = new ArrayList<>(presses);
        var random = new Random(seed);
        for (int i = random.nextInt(20); i > 0; i--) later.add(presses.get(random.nextInt(presses.size())));
        Collections.shuffle(later, random);
        for (var press : later) assertThat(board.heard(press)).isEqualTo(first.id());
        var alert = board.find(first.id()).orElseThrow();
        assertThat(alert.action()).isEqualTo(presses.stream().map(LaneEntry.Press::action)
                .max(Comparator.comparing(ProtocolAction::gravity)).orElseThrow());
        assertThat(alert.status()).isEqualTo(AlertStatus.ACTUAL);
        assertThat(board.pressers(first.id())).isEqualTo(presses.size());
    }

    @Test
    void fourHundredPressesOfOneEventRingTheScreensOnce(@TempDir Path folder) {
        var sent = new ArrayList<String>();
        var board = new SchoolBoard(
                new StaticListableBeanFactory(java.util.Map.of("streams", streams(sent)))
                        .getBeanProvider(LaneStreams.class),
                new AlertText(new AlertSeal("", folder), JsonMapper.builder().build()), System::nanoTime);
        for (int i = 0; i < 400; i++) board.heard(press(i, AlertStatus.ACTUAL, ProtocolAction.LOCKDOWN));
        assertThat(sent).filteredOn(said -> !said.contains(" is "))
                .as("which press is which alert concerns nobody who was told of one only").hasSize(1).first().asString()
                .contains("\"status\":\"ACTUAL\"", "\"action\":\"LOCKDOWN\"", "\"version\":1").doesNotContain("\n");
        assertThat(board.pressers(id(0))).isEqualTo(400);
    }

    @Test
    void aDrillAndTheRealThingStandBesideEachOther() {
        var board = board();
        assertThat(board.heard(press(1, AlertStatus.EXERCISE, ProtocolAction.LOCKDOWN))).isEqualTo(id(1));
        assertThat(board.heard(press(2, AlertStatus.ACTUAL, ProtocolAction.LOCKDOWN))).isEqualTo(id(2));
        assertThat(board.heard(press(3, AlertStatus.EXERCISE, ProtocolAction.HOLD))).isEqualTo(id(1));
        assertThat(board.heard(press(4, AlertStatus.ACTUAL, ProtocolAction.HELP_FIGHT))).isEqualTo(id(4));
    }

    @Test
    void whatTheDatabaseSaysLaterWins() {
        var board = board();
        var alert = SchoolBoard.raised(press(1, AlertStatus.ACTUAL, ProtocolAction.HOLD));
        board.heard(press(1, AlertStatus.ACTUAL, ProtocolAction.HOLD));
        var over = new Alert(alert.agencyId(), alert.id(), alert.districtId(), alert.schoolId(), alert.status(),
                alert.action(), "", "", alert.presser(), alert.raisedAt(),
                new Alert.State.Ended(NOW.plusSeconds(60), "two"), java.util.Map.of(), 3, 1);
        board.stored(over);
        assertThat(board.heard(press(2, AlertStatus.ACTUAL, ProtocolAction.HOLD)))
                .as("accepted before the end, told after it").isEqualTo(id(1));
        assertThat(board.heard(press(99, AlertStatus.ACTUAL, ProtocolAction.HOLD))).as("a new event").isEqualTo(id(99));
    }

    /**
     * A press that an hour ago would have been one of the lockdown that is long over raises its own: the clock has been
     * set back, time has not.
     */
    @Test
    void aClockThatIsSetBackAfterTheEndTakesNobodysAlarmForAnOldOne() {
        var nanos = new AtomicLong();
        var board = new SchoolBoard(new StaticListableBeanFactory().getBeanProvider(LaneStreams.class), null,
                nanos::get);
        var first = press(1, AlertStatus.ACTUAL, ProtocolAction.LOCKDOWN);
        board.heard(first);
        var alert = SchoolBoard.raised(first);
        board.stored(new Alert(alert.agencyId(), alert.id(), alert.districtId(), alert.schoolId(), alert.status(),
                alert.action(), "", "", alert.presser(), alert.raisedAt(),
                new Alert.State.Ended(NOW.plusSeconds(3600), "two"), java.util.Map.of(), 3, 1));
        nanos.addAndGet(Duration.ofMinutes(2).toNanos());
        assertThat(board.heard(press(2, AlertStatus.ACTUAL, ProtocolAction.LOCKDOWN))).isEqualTo(id(2));
        assertThat(board.alertOfLive(id(2))).contains(id(2));
        assertThat(board.heardFromOutside(press(3, AlertStatus.ACTUAL, ProtocolAction.LOCKDOWN)))
                .as("one more of what stands").isEqualTo(id(2));
    }

    /**
     * Each node hears its own presses in order and the other's whenever they come: both end with one alert, of the same
     * name, with all pressers.
     */
    @Property(tries = 300)
    void twoNodesThatAcceptAtTheSameMomentComeToOneAlert(
            @ForAll @Size(min = 2, max = 12) List<@IntRange(max = 4) Integer> actions, @ForAll long seed) {
        var random = new Random(seed);
        var own = List.of(new ArrayList<LaneEntry.Press>(), new ArrayList<LaneEntry.Press>());
        for (int i = 0; i < actions.size(); i++)
            own.get(i < 2 ? i : random.nextInt(2))
                    .add(press(i, AlertStatus.ACTUAL, AlertWords.WHOLE_SCHOOL.get(actions.get(i))));
        var boards = List.of(board(), board());
        for (int node = 0; node < 2; node++) {
            var mine = new java.util.ArrayDeque<>(own.get(node));
            var others = new ArrayList<>(own.get(1 - node));
            Collections.shuffle(others, random);
            boards.get(node).heard(mine.poll()); // before it has heard anything of the other
            var theirs = new java.util.ArrayDeque<>(others);
            while (!mine.isEmpty() || !theirs.isEmpty()) {
                if (theirs.isEmpty() || !mine.isEmpty() && random.nextBoolean()) boards.get(node).heard(mine.poll());
                else boards.get(node).heardFromOutside(theirs.poll());
            }
        }
        for (var board : boards) {
            var alert = board.find(id(0)).orElseThrow();
            assertThat(board.pressers(id(0))).isEqualTo(actions.size());
            assertThat(alert.action()).isEqualTo(actions.stream().map(AlertWords.WHOLE_SCHOOL::get)
                    .max(Comparator.comparing(ProtocolAction::gravity)).orElseThrow());
            for (int i = 1; i < actions.size(); i++) assertThat(board.find(id(i))).as("no second alert").isEmpty();
        }
    }

    /**
     * Two nodes accept, tell each other and store in whatever order, and what the database decides comes to each late:
     * screens of both end with the one alert it has.
     */
    @Property(tries = 500)
    void whateverTheNodesTookItForScreensEndWithTheAlertTheDatabaseHas(@ForAll @IntRange(min = 2, max = 8) int presses,
            @ForAll long seed) throws Exception {
        var two = new TwoNodes(new Random(seed), presses, false);
        two.run();
        assertThat(two.database).hasSize(1);
        for (var streams : two.streams)
            assertThat(two.shown(streams)).as("of %d presses by seed %d", presses, seed)
                    .isEqualTo(two.database.keySet());
    }

    /**
     * The other told its screens by a name that only its own board came to, and was gone before anything could be put
     * right.
     */
    @Property(tries = 500)
    void alsoWhereTheOtherIsKilledOnTheWay(@ForAll @IntRange(min = 2, max = 8) int presses, @ForAll long seed)
            throws Exception {
        var two = new TwoNodes(new Random(seed), presses, true);
        two.run();
        assertThat(two.database).hasSize(1);
        assertThat(two.shown(two.streams.getFirst())).as("of %d presses by seed %d", presses, seed)
                .isEqualTo(two.database.keySet());
    }

    @Test
    void screensThatWereToldTheOtherNameHearThatItIsTheSame(@TempDir Path folder) {
        var sent = new ArrayList<String>();
        var board = new SchoolBoard(
                new StaticListableBeanFactory(java.util.Map.of("streams", streams(sent)))
                        .getBeanProvider(LaneStreams.class),
                new AlertText(new AlertSeal("", folder), JsonMapper.builder().build()), System::nanoTime);
        board.heard(press(2, AlertStatus.ACTUAL, ProtocolAction.HOLD));
        assertThat(board.heardFromOutside(press(1, AlertStatus.ACTUAL, ProtocolAction.HOLD))).isEqualTo(id(1));
        assertThat(sent).hasSize(3);
        assertThat(sent.get(1)).isEqualTo(id(2) + " is " + id(1));
        assertThat(sent.get(2)).contains(id(1).toString(), "\"pressers\":2");
        assertThat(board.first(press(2, AlertStatus.ACTUAL, ProtocolAction.HOLD)))
                .contains(press(1, AlertStatus.ACTUAL, ProtocolAction.HOLD));
        board.stored(press(1, AlertStatus.ACTUAL, ProtocolAction.HOLD),
                SchoolBoard.raised(press(3, AlertStatus.ACTUAL, ProtocolAction.HOLD)));
        assertThat(sent.get(3)).as("what the database says wins").isEqualTo(id(1) + " is " + id(3));
        assertThat(sent.get(4)).contains(id(3).toString());
        assertThat(board.pressers(id(3))).isEqualTo(2);
        assertThat(board.find(id(1))).isEmpty();
    }

    @Test
    void theSealCoversTheStatus(@TempDir Path folder) throws Exception {
        var seal = new AlertSeal("", folder);
        var real = SchoolBoard.raised(press(1, AlertStatus.ACTUAL, ProtocolAction.HOLD));
        var drill = SchoolBoard.raised(press(1, AlertStatus.EXERCISE, ProtocolAction.HOLD));
        var check = java.security.Signature.getInstance("Ed25519");
        check.initVerify(java.security.KeyFactory.getInstance("Ed25519").generatePublic(
                new java.security.spec.X509EncodedKeySpec(java.util.Base64.getDecoder().decode(seal.publicKey()))));
        check.update(AlertText.sealed(real).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(check.verify(java.util.Base64.getDecoder().decode(seal.sign(AlertText.sealed(drill))))).isFalse();
        assertThat(new AlertSeal("", folder).publicKey()).as("the key is kept").isEqualTo(seal.publicKey());
    }

    private static SchoolBoard board() {
        return new SchoolBoard(new StaticListableBeanFactory().getBeanProvider(LaneStreams.class), null,
                System::nanoTime);
    }

    private static LaneStreams streams(List<String> sent) {
        return new LaneStreams() {
            @Override
            public void publish(UUID agency, UUID district, UUID school, String event, String json) {
                sent.add(json);
            }

            @Override
            public void merge(UUID agency, UUID district, UUID school, UUID from, UUID into) {
                sent.add(from + " is " + into);
            }

            @Override
            public void publishTo(UUID person, UUID school, String event, String json) {
                throw new AssertionError("nobody was forced");
            }
        };
    }

    /**
     * Two fights at once, each pressed by several on either node: both nodes show two calls, each with its place and
     * those who pressed there.
     */
    @Property(tries = 300)
    void callsForHelpFromTwoPlacesAreTwoCallsOnEveryNode(@ForAll @Size(min = 2, max = 12) List<Boolean> inGym,
            @ForAll long seed) {
        var random = new Random(seed);
        var own = List.of(new ArrayList<LaneEntry.Press>(), new ArrayList<LaneEntry.Press>());
        for (int i = 0; i < inGym.size(); i++)
            own.get(random.nextInt(2))
                    .add(press(i, AlertStatus.ACTUAL, ProtocolAction.HELP_FIGHT, inGym.get(i) ? "Gym" : "Cafeteria"));
        for (int node = 0; node < 2; node++) {
            var board = board();
            own.get(node).forEach(board::heard);
            var others = new ArrayList<>(own.get(1 - node));
            Collections.shuffle(others, random);
            others.forEach(board::heardFromOutside);
            for (boolean gym : inGym) {
                var first = id(inGym.indexOf(gym));
                assertThat(board.find(first).map(Alert::place)).contains(gym ? "Gym" : "Cafeteria");
                assertThat(board.pressers(first)).isEqualTo(Collections.frequency(inGym, gym));
            }
        }
    }

    private static UUID id(int n) {
        return new UUID(5, n);
    }

    static LaneEntry.Press press(int n, AlertStatus status, ProtocolAction action) {
        return press(n, status, action, "");
    }

    private static LaneEntry.Press press(int n, AlertStatus status, ProtocolAction action, String place) {
        return new LaneEntry.Press(id(n), new UUID(0, 1), new UUID(0, 3), new UUID(0, 4), status, action, "", null,
                place, "", LaneEntry.Source.WEB, new UUID(1, n), "Presser " + n, null,
                NOW.plusSeconds(n));
    }
}
