package org.daywatch.bench.roster;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.daywatch.bench.roster.fewest.FewestProblem;
import org.daywatch.bench.roster.florida.SchoolList;
import org.daywatch.bench.roster.florida.StateWeek;
import org.daywatch.bench.roster.planted.Family;
import org.daywatch.bench.roster.planted.PlantedProblem;
import org.daywatch.scheduling.engine.ScheduleModel;
import org.daywatch.scheduling.problem.Budget;

/** The same problem, seed and moves must give the same bytes, whatever the number of threads. */
final class DeterministicBench {

    private static final long MOVES = 400_000;

    private DeterministicBench() {}

    static void run(Options options) {
        Report.line(
                "deterministic: %,d moves, seed %d, answers of one thread and of two compared byte by byte; each twice",
                MOVES, options.seed());
        var invented = SchoolList.read(Path.of("src/test/resources/bench/invented-schools.csv"));
        var problems = List.of(PlantedProblem.of(Family.PLAIN, Family.Size.S, options.seed()).problem(),
                PlantedProblem.of(Family.PLAIN, Family.Size.M, options.seed()).problem(),
                StateWeek.of("invented", invented, options.seed()).all(),
                FewestProblem.of(FewestProblem.MEASURES.get(2), options.seed()).problem());
        for (var problem : problems) {
            var instance = Instance.of(problem);
            byte[] once = bytes(instance, 1, options.seed());
            boolean same = Arrays.equals(once, bytes(instance, 2, options.seed()))
                    && Arrays.equals(once, bytes(instance, 1, options.seed()))
                    && Arrays.equals(once, bytes(instance, 2, options.seed()));
            Report.line("%-24s %,9d bytes  %s", problem.id(), once.length, same ? "equal" : "NOT EQUAL");
            if (!same) throw new IllegalStateException("Two runs of " + problem.id() + " differ");
        }
    }

    private static byte[] bytes(Instance instance, int threads, long seed) {
        var solved = Solved.run(instance, ScheduleModel.of(instance.problem()), new Budget.Moves(MOVES), threads, seed);
        solved.checked(instance);
        return solved.file();
    }
}
