package org.daywatch.scheduling.bound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.daywatch.scheduling.engine.Markets;
import org.daywatch.scheduling.engine.ScheduleModel;
import org.daywatch.scheduling.engine.Seating;
import org.daywatch.scheduling.problem.ScheduleProblem.Kind;
import org.daywatch.scheduling.problem.ScheduleProblem.Objective;
import org.daywatch.scheduling.problem.ScheduleProblem.Weights;
import org.daywatch.scheduling.problem.ScheduleProblem;
import org.daywatch.scheduling.tiny.EverySchedule;
import org.daywatch.scheduling.tiny.Planted;
import org.daywatch.scheduling.tiny.TinySchedules;
import org.junit.jupiter.api.Test;

class LpBoundTest {

    @Property(tries = 400)
    void noLawfulRosterIsWorthMore(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        var problem = TinySchedules.of(seed, 3, 7, 4, 2, true);
        assertThat(LpBound.of(ScheduleModel.of(problem), 20, 1))
                .isGreaterThanOrEqualTo(new EverySchedule(problem).best());
    }

    @Test
    void isMostlyTheBestRosterItself() {
        long tight = IntStream.range(0, 60).mapToObj(seed -> TinySchedules.of(seed, 3, 7, 4, 2, true))
                .filter(p -> new EverySchedule(p).best() == LpBound.of(ScheduleModel.of(p), 20, 1)).count();
        assertThat(tight).isGreaterThan(30);
    }

    @Test
    void isThePlantedOptimum() {
        for (int seed = 0; seed < 5; seed++) {
            var planted = Planted.of(seed, 25, 5);
            assertThat(LpBound.of(ScheduleModel.of(planted.problem()), 30, 2)).isEqualTo(planted.optimum());
        }
    }

    @Test
    void isNothingWhereThereIsNoTime() {
        assertThat(LpBound.of(ScheduleModel.of(Planted.of(1, 25, 5).problem()), 0, 1)).isNull();
    }

    /** Whatever a solver has found when its time is over, what is proved from it holds. */
    @Test
    void holdsWhereTheSolverIsStoppedEarly() {
        var planted = Planted.of(3, 40, 5);
        var model = ScheduleModel.of(planted.problem());
        int[] seats = Markets.of(model)[0];
        assertThat(seats).hasSize(model.seats());
        var program = new MarketProgram(model, new Seating(model)).of(seats);
        try (var solver = new LinearSolver(program)) {
            for (double seconds : new double[] {0.01, 0.1, 0.5}) {
                assertThat(Prices.bound(program, solver.pdlp(seconds).prices()))
                        .isGreaterThanOrEqualTo(planted.optimum());
                assertThat(Prices.bound(program, solver.glop(seconds).prices()))
                        .isGreaterThanOrEqualTo(planted.optimum());
            }
            assertThat(Prices.bound(program, solver.pdlp(30).prices())).isBetween(planted.optimum(),
                    planted.optimum() * 1001 / 1000);
        }
    }

    @Test
    void countsSeatsThatRunAtOnceForFewestOfficers() {
        var planted = Planted.of(1, 9, 1).problem();
        var fewest = new ScheduleProblem("f", planted.first(), planted.last(),
                new Objective(Kind.FEWEST_OFFICERS, Weights.NONE), planted.policies(), planted.departments(),
                planted.schools(), planted.shifts(), planted.officers(), planted.pins(), planted.published());
        long atOnce = planted.shifts().stream()
                .mapToLong(s -> planted.shifts().stream().filter(t -> t.window().contains(s.window().start())).count())
                .max().orElseThrow();
        assertThat(LpBound.of(ScheduleModel.of(fewest), 1, 1)).isEqualTo(atOnce);
    }
}
