package org.daywatch.scheduling.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.daywatch.scheduling.problem.Budget;
import org.daywatch.scheduling.problem.ScheduleProblem.Place;
import org.daywatch.scheduling.problem.ScheduleProblem;
import org.daywatch.scheduling.tiny.Planted;
import org.junit.jupiter.api.Test;

/** A search says how far it is, ends when it is told to with the best so far, and takes no longer than it was given. */
class WatchedSearchTest {

    private static final ScheduleProblem WEEK = Planted.of(5, 40, 5).problem();

    private static class Heard implements SearchProgress {
        final List<Long> points = new ArrayList<>();
        final AtomicLong moves = new AtomicLong();
        long first = Long.MIN_VALUE;
        List<Place> best = List.of();

        @Override
        public void first(long now, long nanos) {
            first = now;
        }

        @Override
        public void step(long made, long now, Supplier<List<Place>> places) {
            points.add(now);
            moves.set(made);
            best = places.get();
        }
    }

    @Test
    void saysTheFirstRosterThenBetterOnesAndLastTheAnswer() {
        var heard = new Heard();
        var answer = ScheduleSolver.solve(WEEK, "", new Budget.Moves(200_000), 2, 1, heard);
        assertThat(heard.first).isPositive().isLessThanOrEqualTo(answer.objective());
        assertThat(heard.points).isSorted().last().isEqualTo(answer.objective());
        assertThat(heard.moves).hasValue(200_000);
        assertThat(heard.best).isEqualTo(answer.assignments());
    }

    @Test
    void saysPointsAsTheAnswerDoesWithHoursCreditedBeforeAndWhatWasPublished() {
        for (int seed = 0; seed < 20; seed++) {
            var heard = new Heard();
            var answer = ScheduleSolver.solve(org.daywatch.scheduling.tiny.TinySchedules.of(seed, 3, 6, 5, 2, true), "",
                    new Budget.Moves(3_000), 1, 1, heard);
            assertThat(heard.points.getLast()).as("seed %s", seed).isEqualTo(answer.objective());
        }
    }

    @Test
    void endsWhenItIsToldToWithTheBestSoFar() {
        var heard = new Heard() {
            @Override
            public boolean stop() {
                return moves.get() > 0;
            }
        };
        var answer = ScheduleSolver.solve(WEEK, "", new Budget.Moves(2_000_000_000L), 2, 1, heard);
        assertThat(heard.moves.get()).isBetween(1L, 1_999_999_999L);
        assertThat(answer.objective()).isGreaterThanOrEqualTo(heard.first);
        assertThat(answer.assignments()).isEqualTo(heard.best);
    }

    @Test
    void keepsTheSecondsItWasGiven() {
        long begun = System.nanoTime();
        var answer = ScheduleSolver.solve(WEEK, "", new Budget.Seconds(0.5), 2, 1, SearchProgress.SILENT);
        // The machine may be busy with others; that it goes on for minutes would be a fault.
        assertThat((System.nanoTime() - begun) / 1e9).isBetween(0.4, 10.0);
        assertThat(answer.objective()).isPositive();
        assertThat(answer.moves()).isNull();
    }

    @Test
    void withoutAnyMovesTheGreedyRosterIsTheAnswer() {
        var heard = new Heard();
        assertThat(ScheduleSolver.solve(WEEK, "", new Budget.Moves(0), 1, 1, heard).objective()).isEqualTo(heard.first)
                .isPositive();
        assertThatThrownBy(() -> new Budget.Moves(-1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> new Budget.Seconds(Double.NaN)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
    }
}
