package org.daywatch.bench.roster;

import org.daywatch.bench.roster.fewest.FewestProblem;
import org.daywatch.scheduling.engine.ScheduleModel;
import org.daywatch.scheduling.problem.Budget;

/** Every stretch of the day taken, by as few officers as possible: as many as meet at one moment are needed, and do. */
final class FewestBench {

    private FewestBench() {}

    static void run(Options options) {
        double[] seconds = options.seconds(10);
        Report.line(
                "fewest officers used: the best is known, since so many stretches meet at one moment and so many planted officers did them all; seeds %s; one thread",
                options.seeds());
        Report.line("%-30s %9s %9s %6s %6s %6s  %8s %8s %10s  %s", "problem", "stretches", "officers", "able", "best",
                "found", "seconds", "cpu-s", "moves", "status");
        int found = 0;
        int all = 0;
        for (var measure : FewestProblem.MEASURES) {
            for (long seed : options.seeds()) {
                var problem = FewestProblem.of(measure, seed);
                var instance = Instance.of(problem.problem());
                var solved = Solved.run(instance, ScheduleModel.of(instance.problem()), new Budget.Seconds(seconds[0]),
                        1, seed);
                solved.checked(instance);
                Report.line("%-30s %9d %9d %5d%% %6d %6d  %8.2f %8.2f %10d  %s", problem.problem().id(),
                        instance.seats(), measure.officers(), measure.able(), problem.fewest(),
                        solved.answer().objective(), solved.seconds(), solved.cpuSeconds(), solved.moves(),
                        solved.answer().status());
                all++;
                if (solved.answer().objective() == problem.fewest() && solved.answer().unfilled().isEmpty()) found++;
            }
        }
        Report.line("the best was found in %d of %d", found, all);
    }
}
