package org.daywatch.training.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.daywatch.training.effects.Answers.Sheet;
import org.daywatch.training.effects.Figure.Standing;
import org.daywatch.training.quizzes.Quiz.Moment;
import org.daywatch.training.quizzes.SmallCells;
import org.junit.jupiter.api.Test;

/** What a class learned, and what is not said of it. */
class EffectReportTest {

    private static final SmallCells CELLS = new SmallCells(10, 3);

    @Test
    void aWorkedClassHasTheFiguresOneComputesByHand() {
        // Twelve students: 4 right of 8 before, half of them 6 after and half 8. Change 3, gain (7 − 4) / (8 − 4).
        var before = IntStream.range(0, 12).mapToObj(i -> Classrooms.sheet("p" + i, 4)).toList();
        var after = IntStream.range(0, 12).mapToObj(i -> Classrooms.sheet("p" + i, i % 2 == 0 ? 6 : 8)).toList();
        var report = EffectReport.of(new Answers(Classrooms.QUESTIONS, Map.of(Moment.PRE, before, Moment.POST, after)),
                CELLS);
        assertThat(report.counts()).isEqualTo(new EffectReport.Counts(12, 12, 12, 0, 0));
        assertThat(report.learned().change().number()).isCloseTo(3, within(1e-12));
        // Deviation √(12/11), t of 11 degrees 2.200985: half 2.200985 × 1.044466 / √12.
        assertThat(report.learned().change().from()).isCloseTo(3 - 0.663622, within(1e-5));
        assertThat(report.learned().change().to()).isCloseTo(3 + 0.663622, within(1e-5));
        // Nobody's gap before differs, so that Fieller's interval is that of the change over the gap.
        assertThat(report.learned().gain().number()).isCloseTo(0.75, within(1e-12));
        assertThat(report.learned().gain().from()).isCloseTo(0.75 - 0.663622 / 4, within(1e-5));
        assertThat(report.learned().gain().to()).isCloseTo(0.75 + 0.663622 / 4, within(1e-5));
        assertThat(report.items().getFirst().before().number()).isEqualTo(1);
        assertThat(report.items().get(4).before().number()).isZero();
        assertThat(report.items().get(4).after().number()).isEqualTo(1);
        assertThat(report.items().get(7).after().number()).isEqualTo(0.5);
    }

    @Property(tries = 300)
    void theOracleFindsNothingInTheReportOfAnyClass(@ForAll @IntRange(min = 0, max = 40) int students,
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 12) int fewest,
            @ForAll @IntRange(min = 1, max = 5) int apart) {
        var cells = new SmallCells(fewest, apart);
        for (var answers : List.of(Classrooms.taught(students, seed), Classrooms.askedLater(students, seed),
                Classrooms.waiting(students, seed))) {
            assertThat(EffectOracle.faults(EffectReport.of(answers, cells), answers, cells)).isEmpty();
        }
    }

    @Property(tries = 100)
    void theOracleFindsNothingInTheComparisonOfAnyClasses(@ForAll long seed,
            @ForAll @IntRange(min = 0, max = 30) int first, @ForAll @IntRange(min = 0, max = 30) int second) {
        var cells = new SmallCells(5, 3);
        var taught = List.of(Classrooms.taught(first, seed), Classrooms.taught(second, seed + 1));
        var waiting = List.of(Classrooms.waiting(second, seed + 2), Classrooms.waiting(first, seed + 3));
        assertThat(EffectOracle.faults(EffectReport.compare(taught, waiting, cells), taught, waiting, cells)).isEmpty();
    }

    @Test
    void zeroUnknownAndSuppressedAreThreeThings() {
        var same = IntStream.range(0, 12).mapToObj(i -> Classrooms.sheet("p" + i, 4)).toList();
        var nothingLearned = EffectReport
                .of(new Answers(Classrooms.QUESTIONS, Map.of(Moment.PRE, same, Moment.POST, same)), CELLS);
        assertThat(nothingLearned.learned().change()).isEqualTo(Figure.within(0, 0, 0));
        assertThat(nothingLearned.learned().gain().number()).isZero();

        var onlyBefore = EffectReport.of(new Answers(Classrooms.QUESTIONS, Map.of(Moment.PRE, same)), CELLS);
        assertThat(onlyBefore.learned().change().standing()).isEqualTo(Standing.UNKNOWN);
        assertThat(onlyBefore.counts().after()).as("not asked, which is not nobody").isNull();

        var few = EffectReport.of(
                new Answers(Classrooms.QUESTIONS, Map.of(Moment.PRE, same, Moment.POST, same.subList(0, 9))), CELLS);
        assertThat(few.learned().change().standing()).isEqualTo(Standing.SUPPRESSED);
        assertThat(few.counts().pairs()).isEqualTo(9);
        assertThat(few.items()).allMatch(item -> item.after().standing() == Standing.SUPPRESSED);
    }

    @Test
    void whereEverythingWasKnownBeforeTheGainIsUnknownAndTheChangeZero() {
        var all = IntStream.range(0, 12).mapToObj(i -> Classrooms.sheet("p" + i, 8)).toList();
        var report = EffectReport.of(new Answers(Classrooms.QUESTIONS, Map.of(Moment.PRE, all, Moment.POST, all)),
                CELLS);
        assertThat(report.learned().gain()).isEqualTo(Figure.UNKNOWN);
        assertThat(report.learned().change().number()).isZero();
    }

    @Test
    void aClassThatKnewNearlyEverythingHasAGainWithoutAnInterval() {
        var before = new ArrayList<Sheet>(IntStream.range(0, 11).mapToObj(i -> Classrooms.sheet("p" + i, 8)).toList());
        before.add(Classrooms.sheet("p11", 6));
        var after = IntStream.range(0, 12).mapToObj(i -> Classrooms.sheet("p" + i, 8)).toList();
        var gain = EffectReport
                .of(new Answers(Classrooms.QUESTIONS, Map.of(Moment.PRE, before, Moment.POST, after)), CELLS).learned()
                .gain();
        assertThat(gain.number()).isEqualTo(1);
        assertThat(gain.hasInterval()).isFalse();
    }

    @Test
    void aCodeThatCameTwiceMatchesNobody() {
        var before = IntStream.range(0, 12).mapToObj(i -> Classrooms.sheet("p" + i, 4)).toList();
        var after = new ArrayList<>(before);
        after.add(Classrooms.sheet("p0", 8));
        var report = EffectReport.of(new Answers(Classrooms.QUESTIONS, Map.of(Moment.PRE, before, Moment.POST, after)),
                CELLS);
        assertThat(report.counts()).isEqualTo(new EffectReport.Counts(12, 13, 11, 1, 2));
    }

    @Test
    void whatWouldGiveOneStudentAwayIsNotShown() {
        var before = IntStream.range(0, 20).mapToObj(i -> Classrooms.sheet("p" + i, 4)).toList();
        var after = IntStream.range(0, 20).mapToObj(i -> Classrooms.sheet("p" + i, 6)).toList();
        for (var later : Map.of(20, Standing.KNOWN, 19, Standing.SUPPRESSED, 18, Standing.SUPPRESSED, 17,
                Standing.KNOWN, 9, Standing.SUPPRESSED, 0, Standing.UNKNOWN).entrySet()) {
            var kept = EffectReport.of(new Answers(Classrooms.QUESTIONS,
                    Map.of(Moment.PRE, before, Moment.POST, after, Moment.DELAYED, after.subList(0, later.getKey()))),
                    CELLS).kept();
            assertThat(kept.later().standing()).as(later.getKey() + " answered later").isEqualTo(later.getValue());
            assertThat(kept.matched()).isEqualTo(later.getKey());
        }
    }

    @Test
    void theSameAnswersAlwaysGiveTheSameReport() {
        var answers = Classrooms.askedLater(30, 7);
        assertThat(EffectReport.of(answers, CELLS)).isEqualTo(EffectReport.of(answers, CELLS));
    }

    @Test
    void studentsQuantilesAreThoseOfTheTables() {
        for (var known : Map.of(1, 12.7062, 2, 4.3027, 5, 2.5706, 9, 2.2622, 11, 2.2010, 25, 2.0595, 29, 2.0452, 100,
                1.9840, 1000, 1.9623).entrySet()) {
            assertThat(StudentT.quantile(0.975, known.getKey())).as(known.getKey() + " degrees")
                    .isCloseTo(known.getValue(), within(1e-4));
            assertThat(EffectOracle.quantile(known.getKey())).as("the oracle's, " + known.getKey() + " degrees")
                    .isCloseTo(known.getValue(), within(1e-4));
        }
    }
}
