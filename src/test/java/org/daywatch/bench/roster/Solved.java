package org.daywatch.bench.roster;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Supplier;
import org.daywatch.scheduling.check.CheckReport;
import org.daywatch.scheduling.check.ScheduleChecker;
import org.daywatch.scheduling.engine.ScheduleModel;
import org.daywatch.scheduling.engine.ScheduleSolver;
import org.daywatch.scheduling.engine.SearchProgress;
import org.daywatch.scheduling.problem.AnswerFile;
import org.daywatch.scheduling.problem.Budget;
import org.daywatch.scheduling.problem.ScheduleAnswer;
import org.daywatch.scheduling.problem.ScheduleProblem.Place;

/**
 * One run of the engine, measured from outside and judged by the checker, which reads the two files and nothing else.
 *
 * @param cpuSeconds of the whole process while it solved, compiler and collector of the virtual machine included
 * @param firstSeconds until the greedy roster stood, the compiled problem given
 */
public record Solved(ScheduleAnswer answer, byte[] file, long moves, double firstSeconds, double seconds,
        double cpuSeconds) {

    private static final double NEAR = .08;
    private static final int MOST_TRIES = 3;
    private static final double LONG = 30;
    private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory
            .getOperatingSystemMXBean();

    public static Solved run(Instance instance, ScheduleModel model, Budget budget, int threads, long seed) {
        var watch = new Watch();
        double cpu = cpuNow();
        long began = System.nanoTime();
        var answer = ScheduleSolver.solve(model, instance.sha256(), budget, threads, seed, watch);
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Solved(answer, AnswerFile.write(answer, instance.problem().objective().kind()), watch.moves,
                watch.first / 1e9, seconds, cpuNow() - cpu);
    }

    /**
     * As many moves as fit in so many CPU seconds, found by shorter runs: the roster of an idle machine, however busy
     * this one is. What was used in truth stands in the answer.
     */
    public static Solved cpu(Instance instance, ScheduleModel model, double cpuSeconds, int threads, long seed) {
        double moves = 20_000;
        boolean isLong = cpuSeconds > LONG; // then its probes tell enough, and a second run would cost a minute
        for (double part : isLong ? new double[] {.01, .1, 1} : new double[] {.05, .2, 1}) {
            var probe = run(instance, model, new Budget.Moves((long) moves), threads, seed);
            moves *= part * cpuSeconds / Math.max(.01, probe.cpuSeconds);
        }
        // The compiler of the virtual machine works along in the first long run, so that one says too little of the next.
        for (int tries = 1;; tries++) {
            var solved = run(instance, model, new Budget.Moves((long) moves), threads, seed);
            if (isLong || tries == MOST_TRIES || Math.abs(solved.cpuSeconds / cpuSeconds - 1) < NEAR) return solved;
            moves *= cpuSeconds / solved.cpuSeconds;
        }
    }

    public static double cpuNow() {
        return SYSTEM.getProcessCpuTime() / 1e9;
    }

    /** Every rule and every point anew; ends the benchmark where the roster is not what its file says. */
    public CheckReport checked(Instance instance) {
        var report = ScheduleChecker.check(instance.file(), file);
        if (!report.fine())
            throw new IllegalStateException(
                    "The checker refuses the roster of " + instance.problem().id() + ": " + report.json());
        return report;
    }

    public double gapTo(long best) {
        return gap(answer.objective(), best);
    }

    /** In percent of the best. */
    public static double gap(long reached, long best) {
        return 100.0 * (best - reached) / best;
    }

    private static final class Watch implements SearchProgress {

        private volatile long moves;
        private volatile long first;

        @Override
        public void first(long points, long nanos) {
            first = nanos;
        }

        @Override
        public void step(long made, long points, Supplier<List<Place>> best) {
            moves = made;
        }
    }
}
