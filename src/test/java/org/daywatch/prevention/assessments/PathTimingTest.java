package org.daywatch.prevention.assessments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.daywatch.prevention.assessments.results.Answer;
import org.daywatch.prevention.assessments.results.AssessmentComparison;
import org.daywatch.prevention.assessments.results.AssessmentComparison.Direction;
import org.daywatch.prevention.assessments.results.PathTiming;
import org.daywatch.prevention.assessments.results.PathTiming.Seen;
import org.daywatch.prevention.assessments.results.PathTiming.Verdict;
import org.daywatch.prevention.instruments.Instrument;
import org.daywatch.prevention.instruments.Instrument.Kind;
import org.daywatch.prevention.instruments.Instrument.Layer;
import org.daywatch.prevention.instruments.Instrument.Scenario;
import org.daywatch.prevention.instruments.Instrument.Step;
import org.daywatch.prevention.instruments.Instrument.Words;
import org.daywatch.prevention.instruments.InstrumentsOnBoard;
import org.junit.jupiter.api.Test;

/** Only what holds somebody up after they were noticed counts. */
class PathTimingTest {

    private static final Words W = new Words("Through the fence", null);
    private static final Scenario DOORS = new Scenario("DOORS", Kind.INTRUSION, W, W, 30, 0,
            List.of(new Step(W, Layer.GROUNDS_PERIMETER, List.of(), false, List.of("FENCE"), 60, 5),
                    new Step(W, Layer.BUILDING_PERIMETER, List.of("CAMERA"), false, List.of("DOOR"), 90, 3),
                    new Step(W, Layer.INTERIOR, List.of("HALL"), true, List.of("LOCK", "ROOM"), 240, 10)));
    private static final Map<String, Answer> ALL = Map.of("FENCE", Answer.IN_PLACE, "CAMERA", Answer.IN_PLACE, "DOOR",
            Answer.IN_PLACE, "HALL", Answer.IN_PLACE, "LOCK", Answer.IN_PLACE, "ROOM",
            Answer.IN_PLACE);

    @Test
    void whatHoldsUpBeforeAnybodyNoticesDoesNotCount() {
        var path = PathTiming.of(DOORS, ALL, Map.of(), 180);
        assertThat(path.noticedAt()).isEqualTo(1);
        assertThat(path.lost()).as("fence and door: the camera sees them only once they are through").isEqualTo(150);
        assertThat(path.counted()).isEqualTo(240);
        assertThat(path.margin()).isEqualTo(240 - 30 - 180);
        assertThat(path.verdict()).isEqualTo(Verdict.IN_TIME);
    }

    @Test
    void whereNobodyNoticesNoDoorHelps() {
        var path = PathTiming.of(DOORS, with(Map.of("CAMERA", Answer.NOT, "HALL", Answer.PARTLY)), Map.of(), 60);
        assertThat(path.verdict()).isEqualTo(Verdict.NOT_NOTICED);
        assertThat(path.margin()).isNull();
        assertThat(path.counted()).isZero();
    }

    @Test
    void aBarrierHoldsOnlyWhenAllItHangsOnIsInPlace() {
        assertThat(PathTiming.of(DOORS, with(Map.of("LOCK", Answer.PARTLY)), Map.of(), 60).counted()).isEqualTo(10);
        assertThat(PathTiming.of(DOORS, with(Map.of("LOCK", Answer.NOT_APPLICABLE)), Map.of(), 60).counted())
                .as("what does not apply is left out").isEqualTo(240);
        assertThat(PathTiming
                .of(DOORS, with(Map.of("LOCK", Answer.NOT_APPLICABLE, "ROOM", Answer.NOT_APPLICABLE)), Map.of(), 60)
                .counted()).as("no barrier at all").isEqualTo(10);
    }

    @Test
    void withoutAResponseTimeItCannotBeToldAndIsNotGuessed() {
        var path = PathTiming.of(DOORS, ALL, Map.of(), null);
        assertThat(path.verdict()).isEqualTo(Verdict.NOT_KNOWN);
        assertThat(path.margin()).isNull();
    }

    @Test
    void whatWasMeasuredStandsInForTheInstrumentsOwnValue() {
        var path = PathTiming.of(DOORS, ALL, Map.of(0, new Seen(20, true), 2, new Seen(100, null)), 180);
        assertThat(path.noticedAt()).isZero();
        assertThat(path.lost()).as("noticed once they are through the fence").isEqualTo(20);
        assertThat(path.counted()).isEqualTo(90 + 100);
        assertThat(path.steps().get(0).typed()).isTrue();
    }

    @Test
    void whatNobodyAnsweredIsCountedAsMissingAndNamed() {
        var path = PathTiming.of(DOORS, Map.of("HALL", Answer.IN_PLACE), Map.of(), 60);
        assertThat(path.unknown()).containsExactlyInAnyOrder("FENCE", "CAMERA", "DOOR", "LOCK", "ROOM");
        assertThat(path.counted()).isEqualTo(10);
        assertThat(path.verdict()).as("a lock nobody looked at may still hold them up").isEqualTo(Verdict.NOT_KNOWN);
        assertThat(PathTiming.of(DOORS, Map.of("FENCE", Answer.IN_PLACE), Map.of(), 60).verdict())
                .as("nobody said whether anybody notices").isEqualTo(Verdict.NOT_KNOWN);
        assertThat(
                PathTiming.of(DOORS, Map.of("HALL", Answer.IN_PLACE, "LOCK", Answer.IN_PLACE, "ROOM", Answer.IN_PLACE),
                        Map.of(), 60).verdict())
                .as("what holds with the rest missing holds").isEqualTo(Verdict.IN_TIME);
    }

    @Test
    void ofAHazardThePeoplesTimeIsComparedWithTheWarnings() {
        var gas = new Scenario("GAS", Kind.HAZARD, W, W, 60, 600,
                List.of(new Step(W, Layer.DISTRICT, List.of("RADIO"), true, List.of(), 0, 0),
                        new Step(W, Layer.INTERIOR, List.of(), false, List.of("SHUT"), 60, 700)));
        assertThat(
                PathTiming.of(gas, Map.of("RADIO", Answer.IN_PLACE, "SHUT", Answer.IN_PLACE), Map.of(), null).margin())
                .isEqualTo(600 - 60 - 60);
        assertThat(PathTiming.of(gas, Map.of("RADIO", Answer.IN_PLACE, "SHUT", Answer.NOT), Map.of(), null).verdict())
                .isEqualTo(Verdict.TOO_LATE);
        assertThat(PathTiming.of(gas, Map.of("RADIO", Answer.NOT, "SHUT", Answer.IN_PLACE), Map.of(), null).verdict())
                .isEqualTo(Verdict.NOT_NOTICED);
    }

    @Test
    void theWeakestComesFirstAndWhatCannotBeToldLast() {
        var unnoticed = PathTiming.of(DOORS, with(Map.of("CAMERA", Answer.NOT, "HALL", Answer.NOT)), Map.of(), 60);
        var late = PathTiming.of(DOORS, ALL, Map.of(), 600);
        var soon = PathTiming.of(DOORS, ALL, Map.of(), 60);
        var unknown = PathTiming.of(DOORS, ALL, Map.of(), null);
        assertThat(List.of(unknown, soon, late, unnoticed).stream().sorted(PathTiming.WEAKEST_FIRST))
                .containsExactly(unnoticed, late, soon, unknown);
    }

    /** Of the shipped scenarios, whatever the answers: mending an item never makes a path of an intrusion worse. */
    @Property(tries = 60)
    void mendingAnItemNeverMakesAPathWorse(@ForAll java.util.Random random) {
        var instrument = InstrumentsOnBoard.campus();
        var answers = new HashMap<String, Answer>();
        for (var item : instrument.items())
            answers.put(item.id(), random.nextInt(3) == 0 ? Answer.NOT : Answer.IN_PLACE);
        for (var scenario : instrument.scenarios()) {
            var before = PathTiming.of(scenario, answers, Map.of(), 240);
            for (var item : instrument.on(scenario)) {
                var mended = new HashMap<>(answers);
                mended.put(item.id(), Answer.IN_PLACE);
                var after = PathTiming.of(scenario, mended, Map.of(), 240);
                if (before.margin() != null)
                    assertThat(after.margin()).as(scenario.id() + " with " + item.id())
                            .isGreaterThanOrEqualTo(before.margin());
            }
        }
    }

    @Test
    void aComparisonSaysWhatBecameBetterAndWorseAndNamesItemsOnlyOneHas() {
        var then = TiersTest
                .instrument(List.of(TiersTest.item(1, Layer.GROUNDS, 1, 1), TiersTest.item(2, Layer.GROUNDS, 1, 1),
                        TiersTest.item(3, Layer.GROUNDS, 1, 1), TiersTest.item(4, Layer.GROUNDS, 1, 1)));
        var now = TiersTest
                .instrument(List.of(TiersTest.item(1, Layer.GROUNDS, 1, 1), TiersTest.item(2, Layer.GROUNDS, 1, 1),
                        TiersTest.item(3, Layer.GROUNDS, 1, 1), TiersTest.item(5, Layer.GROUNDS, 1, 1)));
        var changed = AssessmentComparison.of(then, Map.of("I1", Answer.NOT, "I2", Answer.IN_PLACE, "I4", Answer.NOT),
                now, Map.of("I1", Answer.PARTLY, "I2", Answer.NOT, "I3", Answer.IN_PLACE));
        assertThat(changed.changes().stream().map(c -> c.item().id() + " " + c.direction()))
                .containsExactly("I1 BETTER", "I2 WORSE", "I3 OTHER");
        assertThat(changed.count(Direction.BETTER)).isEqualTo(1);
        assertThat(Set.copyOf(changed.onlyNow().stream().map(Instrument.Item::id).toList())).containsExactly("I5");
        assertThat(changed.onlyThen().stream().map(Instrument.Item::id)).containsExactly("I4");
    }

    private static Map<String, Answer> with(Map<String, Answer> other) {
        var all = new HashMap<>(ALL);
        all.putAll(other);
        return all;
    }
}
