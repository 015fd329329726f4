package org.daywatch.training.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.daywatch.training.quizzes.Quiz.Moment;
import org.daywatch.training.quizzes.SmallCells;
import org.junit.jupiter.api.Test;

/**
 * An oracle that notices nothing proves nothing: each mistake that was planted is noticed, and only where it was made.
 */
class EffectOracleTest {

    private static final SmallCells CELLS = new SmallCells(10, 3);

    /** Classes of every kind: large, small, at the edge, not asked, all knowing, with a student too few later. */
    private static List<Answers> classes() {
        var all = new ArrayList<Answers>();
        for (int seed = 0; seed < 6; seed++) {
            all.add(Classrooms.taught(30, seed));
            all.add(Classrooms.askedLater(28, seed));
            all.add(Classrooms.waiting(26, seed));
            all.add(Classrooms.taught(6, seed));
        }
        var same = IntStream.range(0, 20).mapToObj(i -> Classrooms.sheet("p" + i, 3 + i % 3)).toList();
        all.add(new Answers(Classrooms.QUESTIONS,
                Map.of(Moment.PRE, same, Moment.POST, same, Moment.DELAYED, same.subList(0, 19))));
        all.add(new Answers(Classrooms.QUESTIONS, Map.of(Moment.PRE, same, Moment.POST, same.subList(0, 10))));
        all.add(new Answers(Classrooms.QUESTIONS, Map.of(Moment.PRE, same, Moment.POST, same.subList(0, 9))));
        all.add(new Answers(Classrooms.QUESTIONS, Map.of(Moment.PRE, same)));
        var knowing = IntStream.range(0, 12).mapToObj(i -> Classrooms.sheet("p" + i, 8)).toList();
        all.add(new Answers(Classrooms.QUESTIONS, Map.of(Moment.PRE, knowing, Moment.POST, knowing)));
        return all;
    }

    @Test
    void everyPlantedMistakeIsNoticed() {
        var faults = PlantedFaults.all();
        assertThat(faults).hasSizeGreaterThanOrEqualTo(20);
        assertThat(faults).allSatisfy((name,
                wrong) -> assertThat(classes().stream()
                        .map(answers -> EffectOracle.faults(wrong.apply(answers, CELLS), answers, CELLS))
                        .filter(f -> !f.isEmpty()))
                        .as(name).isNotEmpty());
    }

    @Test
    void everyPlantedMistakeOfAComparisonIsNoticed() {
        var taught = Classrooms.taught(30, 3);
        var waiting = Classrooms.waiting(19, 4);
        var right = EffectReport.compare(List.of(taught), List.of(waiting), CELLS);
        assertThat(EffectOracle.faults(right, List.of(taught), List.of(waiting), CELLS)).isEmpty();
        assertThat(PlantedFaults
                .comparisons(PlantedFaults.changes(taught, Moment.POST), PlantedFaults.changes(waiting, Moment.WAITED)))
                .hasSizeGreaterThan(5)
                .allSatisfy((name,
                        wrong) -> assertThat(
                                EffectOracle.faults(wrong.apply(right), List.of(taught), List.of(waiting), CELLS))
                                .as(name).isNotEmpty());
    }

    @Test
    void aClassWithTooFewPairsInAComparisonIsNoticed() {
        var large = Classrooms.taught(30, 3);
        var small = Classrooms.taught(6, 5);
        var waiting = Classrooms.waiting(25, 4);
        var wrong = EffectReport.compare(List.of(large, small), List.of(waiting), new SmallCells(1, 0));
        assertThat(EffectOracle.faults(wrong, List.of(large, small), List.of(waiting), CELLS)).isNotEmpty();
        assertThat(EffectOracle.faults(EffectReport.compare(List.of(large, small), List.of(waiting), CELLS),
                List.of(large, small), List.of(waiting), CELLS)).isEmpty();
    }

    @Test
    void whereNothingIsPlantedNothingIsNoticed() {
        assertThat(classes()).allSatisfy(
                answers -> assertThat(EffectOracle.faults(EffectReport.of(answers, CELLS), answers, CELLS)).isEmpty());
    }
}
