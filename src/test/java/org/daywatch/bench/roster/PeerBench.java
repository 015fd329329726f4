package org.daywatch.bench.roster;

import org.daywatch.bench.roster.florida.SchoolList;
import org.daywatch.bench.roster.florida.StateWeek;
import org.daywatch.bench.roster.peer.Peer;
import org.daywatch.bench.roster.planted.Family.Size;
import org.daywatch.bench.roster.planted.Family;
import org.daywatch.bench.roster.planted.PlantedProblem;
import org.daywatch.scheduling.check.CheckReport;
import org.daywatch.scheduling.check.ScheduleChecker;
import org.daywatch.scheduling.engine.ScheduleModel;
import org.daywatch.scheduling.problem.AnswerFile;
import org.daywatch.scheduling.problem.Budget;
import org.daywatch.scheduling.problem.ScheduleProblem;
import org.jspecify.annotations.Nullable;

/**
 * Timefold Community 2.2.0 beside our engine: the same instances, pairs, rules, seconds, one thread each, the same
 * checker. The better of its settings counts. It is given the compiled pairs, so that it need not ask rules that look
 * at one seat alone.
 */
final class PeerBench {

    private PeerBench() {}

    static void run(Options options) {
        Report.line(
                "peer: Timefold Community 2.2.0 and our engine, one thread each, the same seconds, judged by the same checker; seed %d",
                options.seed());
        for (var setting : Peer.Setting.values()) Report.line("  %-12s %s", setting, setting.words);
        for (var size : new Size[] {Size.S, Size.M, Size.L}) {
            if (!options.wants(size.name())) continue;
            var planted = PlantedProblem.of(Family.PLAIN, size, options.seed());
            for (double seconds : options.seconds(size == Size.S ? 10 : 60))
                compare(planted.problem(), planted.optimum(), seconds, options.seed());
        }
        if (SchoolList.shared().isPresent()) county(options);
        else Report.line("  the county is skipped: there is no nces/florida_schools.csv");
    }

    private static void county(Options options) {
        var week = StateWeek.of("florida", SchoolList.read(SchoolList.shared().get()), options.seed()).counties()
                .get("Leon");
        if (week == null) return;
        Long bound = CountyBounds.of(java.util.Map.of("Leon", week), options.boundSeconds()).get("Leon");
        for (double seconds : options.seconds(30)) compare(week, bound, seconds, options.seed());
    }

    private static void compare(ScheduleProblem problem, @Nullable Long best, double seconds, long seed) {
        var instance = Instance.of(problem);
        var model = ScheduleModel.of(instance.problem());
        var ours = Solved.run(instance, model, new Budget.Seconds(seconds), 1, seed);
        Report.line("  %s: %,d seats, %,d pairs, best or bound %s, %.0f s", problem.id(), instance.seats(),
                model.pairs(), best, seconds);
        row("ours", ours.answer().objective(), best, ours.checked(instance), ours.firstSeconds(),
                (long) (ours.moves() / ours.seconds()), ours.seconds(), ours.cpuSeconds());
        long most = Long.MIN_VALUE;
        Peer.Setting better = Peer.Setting.DEFAULTS;
        for (var setting : Peer.Setting.values()) {
            System.gc();
            var found = Peer.solve(model, instance.sha256(), setting, seconds, seed);
            var report = ScheduleChecker.check(instance.file(),
                    AnswerFile.write(found.answer(), problem.objective().kind()));
            row(setting.name(), report.objective(), best, report, found.feasibleSeconds(), found.movesPerSecond(),
                    found.seconds(), found.cpuSeconds());
            if (found.lawful() && report.violations().isEmpty() && report.objective() > most) {
                most = report.objective();
                better = setting;
            }
        }
        Report.line("    counted: %s with %,d; ours %,d", better, most, ours.answer().objective());
    }

    private static void row(String who, long points, @Nullable Long best, CheckReport report, double feasible,
            long movesPerSecond, double seconds, double cpuSeconds) {
        Report.line(
                "    %-12s %,13d points, gap %s, %,6d of %,6d seats, %d violations, first roster after %.2f s, %,9d moves/s, %.1f s, %.1f cpu-s",
                who, points,
                best == null ? "unknown" : "%.3f %%".formatted(Solved.gap(points, best)), report.counts().filled(),
                report.counts().seats(), report.violations().size(), feasible,
                movesPerSecond, seconds, cpuSeconds);
    }
}
