package org.daywatch.bench.roster;

import java.util.List;
import org.daywatch.bench.roster.planted.Family.Size;
import org.daywatch.bench.roster.planted.Family;
import org.daywatch.bench.roster.planted.PlantedProblem;
import org.daywatch.scheduling.bound.LpBound;
import org.daywatch.scheduling.engine.ScheduleModel;
import org.daywatch.scheduling.problem.Budget;

/** How far the engine stays from a roster that is known to be the best, one thread. */
final class PlantedBench {

    private static final String ROW = "%-22s %6d %7d %8d  %10d  %6.2f %% in %5.3f s  %5.1f, %5.1f cpu-s  %9d  %7.3f %%  %8.3f %%  %s";

    private PlantedBench() {}

    /** Gap and seats to reach at so many seconds; none where nothing is named. */
    private record Aim(Size size, double seconds, double gap) {}

    private static final List<Aim> AIMS = List.of(new Aim(Size.M, 5, .25), new Aim(Size.M, 60, .12),
            new Aim(Size.L, 10, .70), new Aim(Size.L, 90, .35));

    static void run(Options options) {
        Report.line(
                "planted: the optimum is known because the roster was there before its prices; seeds %s; one thread; as many moves as fit in the CPU seconds asked for",
                options.seeds());
        Report.line("%-22s %6s %7s %8s  %10s  %21s  %15s  %9s  %9s  %10s  %s", "problem", "offic.", "seats", "pairs",
                "optimum", "greedy: gap, time", "asked, used",
                "moves", "gap", "filled", "aim");
        for (var size : List.of(Size.S, Size.M, Size.L)) {
            if (!options.wants(size.name())) continue;
            for (var family : Family.ALL) {
                if (!options.wants(family.name())) continue;
                for (long seed : options.seeds()) problem(family, size, seed, options);
            }
        }
    }

    private static void problem(Family family, Size size, long seed, Options options) {
        var planted = PlantedProblem.of(family, size, seed);
        var instance = Instance.of(planted.problem());
        var model = ScheduleModel.of(instance.problem());
        var greedy = Solved.run(instance, model, new Budget.Moves(0), 1, seed);
        greedy.checked(instance);
        for (double seconds : options.seconds(standard(family, size))) {
            var solved = Solved.cpu(instance, model, seconds, 1, seed);
            var report = solved.checked(instance);
            double filled = 100.0 * report.counts().filled() / report.counts().seats();
            Report.line(ROW, family.name() + " " + size + " seed " + seed, size.officers, instance.seats(),
                    model.pairs(), planted.optimum(),
                    greedy.gapTo(planted.optimum()), greedy.firstSeconds(), seconds, solved.cpuSeconds(),
                    solved.moves(), solved.gapTo(planted.optimum()), filled,
                    aim(family, size, seconds, solved.gapTo(planted.optimum()), filled));
        }
        if (size == Size.S) {
            Long bound = LpBound.of(model, 60, 1);
            Report.line("%-22s linear program: bound %s, %s", "", bound,
                    bound != null && bound == planted.optimum() ? "the optimum exactly" : "not the optimum");
        }
    }

    private static double[] standard(Family family, Size size) {
        boolean plain = family == Family.PLAIN;
        return switch (size) {
            case TINY -> new double[] {1};
            case S -> new double[] {1.5, 5};
            case M -> plain ? new double[] {5, 60} : new double[] {5};
            case L -> plain ? new double[] {10, 90} : new double[] {};
        };
    }

    private static String aim(Family family, Size size, double seconds, double gap, double filled) {
        if (family != Family.PLAIN) return "";
        return AIMS.stream().filter(a -> a.size == size && a.seconds == seconds).findFirst().map(a -> {
            boolean full = size != Size.L || seconds < 90 || filled >= 99.95;
            return "%.2f %%: %s".formatted(a.gap, gap <= a.gap && full ? "reached" : "missed");
        }).orElse("");
    }
}
