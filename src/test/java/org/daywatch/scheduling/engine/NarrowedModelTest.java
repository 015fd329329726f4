package org.daywatch.scheduling.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.daywatch.scheduling.bound.LpBound;
import org.daywatch.scheduling.check.ScheduleChecker;
import org.daywatch.scheduling.engine.limits.PairRows;
import org.daywatch.scheduling.problem.AnswerFile;
import org.daywatch.scheduling.problem.Budget;
import org.daywatch.scheduling.problem.ScheduleFile;
import org.daywatch.scheduling.problem.ScheduleProblem.Kind;
import org.junit.jupiter.api.Test;

/** Everybody may stand everywhere: what would outgrow the memory keeps a share of the candidates of each seat. */
class NarrowedModelTest {

    private static final int OFFICERS = 400;
    private static final int SEATS = 30;

    private static byte[] everybodyEverywhere() {
        var draft = Small.field();
        for (int o = 0; o < OFFICERS; o++)
            draft.add("officers", "{id: 'N%03d', department: 'D', hours: []}".formatted(o));
        for (int s = 0; s < SEATS; s++) draft.shift("S%02d".formatted(s), Small.mon("08:00"), Small.mon("12:00"));
        return draft.problemBytes();
    }

    @Test
    void eachSeatKeepsItsShareWithTheMostWorthyFirst() {
        var problem = ScheduleFile.read(everybodyEverywhere());
        var whole = ScheduleModel.of(problem);
        var narrow = ScheduleModel.of(problem, SEATS * 100);
        assertThat(whole.narrowed()).isFalse();
        assertThat(narrow.narrowed()).isTrue();
        assertThat(whole.pairs()).isGreaterThan(SEATS * OFFICERS - 1);
        assertThat(narrow.pairs()).isEqualTo(SEATS * 100);
        for (int seat = 0; seat < SEATS; seat++) {
            int from = whole.firstPair(seat);
            assertThat(officers(narrow, seat)).hasSize(100)
                    .startsWith(IntStream.range(from, from + 50).map(whole::officerOf).toArray())
                    .doesNotHaveDuplicates();
            for (int p = narrow.firstPair(seat); p < narrow.lastPair(seat); p++)
                assertThat(narrow.seatOf(p)).isEqualTo(seat);
        }
    }

    @Test
    void nobodyIsLeftOutEverywhere() {
        var seen = new BitSet();
        for (int shift = 0; shift < 400; shift++)
            for (int i = 0; i < 300; i++) seen.set(PairRows.kept(i, 500, 300, shift));
        assertThat(seen.cardinality()).isEqualTo(500);
        for (int shift = 0; shift < 50; shift++) {
            int draw = shift;
            assertThat(IntStream.range(0, 300).map(i -> PairRows.kept(i, 500, 300, draw)).toArray()).isSorted()
                    .doesNotHaveDuplicates().endsWith(PairRows.kept(299, 500, 300, draw));
            assertThat(PairRows.kept(299, 500, 300, draw)).isLessThan(500);
        }
        assertThat(IntStream.range(0, 7).map(i -> PairRows.kept(i, 7, 300, 1)).toArray()).as("few stay as they are")
                .containsExactly(0, 1, 2, 3, 4, 5, 6);
    }

    @Test
    void itsRosterIsLawfulAndItsBoundIsNotKnown() {
        byte[] file = everybodyEverywhere();
        var model = ScheduleModel.of(ScheduleFile.read(file), SEATS * 60);
        var answer = ScheduleSolver.solve(model, ScheduleFile.sha256(file), new Budget.Moves(20_000), 2, 1,
                SearchProgress.SILENT);
        assertThat(answer.assignments()).hasSize(SEATS);
        assertThat(ScheduleChecker.check(file, AnswerFile.write(answer, Kind.WORTH)).fine()).isTrue();
        assertThat(LpBound.of(model, 20, 1)).as("what bounds some pairs does not bound all").isNull();
    }

    private static int[] officers(ScheduleModel model, int seat) {
        return IntStream.range(model.firstPair(seat), model.lastPair(seat)).map(model::officerOf).toArray();
    }
}
