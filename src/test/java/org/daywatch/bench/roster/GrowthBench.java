package org.daywatch.bench.roster;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daywatch.bench.roster.florida.SchoolList;
import org.daywatch.bench.roster.florida.StateWeek;
import org.daywatch.scheduling.engine.ScheduleModel;
import org.daywatch.scheduling.problem.Budget;

/**
 * The same state with more and more of its schools in the program: time, memory, and how they grow with the schools.
 */
final class GrowthBench {

    private static final int MOVES_PER_SEAT = 100;

    private GrowthBench() {}

    /** What was measured at one size. */
    private record Point(double schools, double pairs, double compile, double greedy, double search,
            double megabytes) {}

    static void run(Options options) {
        Optional<Path> shared = SchoolList.shared();
        if (shared.isEmpty()) {
            Report.line(
                    "growth: skipped, there is no nces/florida_schools.csv; set DAYWATCH_DATA or give --data the folder that holds it");
            return;
        }
        var list = SchoolList.read(shared.get());
        Report.line("growth: schools drawn from all counties, one thread, %d moves a seat; CPU seconds; seed %d",
                MOVES_PER_SEAT, options.seed());
        Report.line("%8s %8s %9s %10s %9s %10s %9s %10s %9s", "schools", "seats", "officers", "pairs", "file MB",
                "compiling", "greedy", "search", "heap MB");
        measure(list.sample(100, options.seed()), options.seed());
        var points = new ArrayList<Point>();
        for (int schools : new int[] {500, 1000, 2000, list.schools().size()}) {
            var point = measure(list.sample(schools, options.seed()), options.seed());
            points.add(point);
        }
        Report.line(
                "  grows with schools to the power of: pairs %.2f, compiling %.2f, greedy %.2f, search of %d moves a seat %.2f, memory %.2f",
                exponent(points, Point::pairs),
                exponent(points, Point::compile), exponent(points, Point::greedy), MOVES_PER_SEAT,
                exponent(points, Point::search), exponent(points, Point::megabytes));
    }

    private static Point measure(SchoolList list, long seed) {
        var instance = Instance.of(StateWeek.of("growth-" + list.schools().size(), list, seed).all());
        System.gc();
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        double before = heap();
        double cpu = Solved.cpuNow();
        var model = ScheduleModel.of(instance.problem());
        double compile = Solved.cpuNow() - cpu;
        var greedy = Solved.run(instance, model, new Budget.Moves(0), 1, seed);
        long moves = (long) MOVES_PER_SEAT * model.seats();
        var solved = Solved.run(instance, model, new Budget.Moves(moves), 1, seed);
        double peak = pools().stream().mapToLong(p -> p.getPeakUsage().getUsed()).sum() / 1e6;
        solved.checked(instance);
        var point = new Point(list.schools().size(), model.pairs(), compile, greedy.cpuSeconds(), solved.cpuSeconds(),
                peak);
        Report.line("%,8d %,8d %,9d %,10d %9.1f %8.2f s %7.2f s %8.2f s %,9.0f (%,.0f before)", list.schools().size(),
                model.seats(), model.officers().size(), model.pairs(),
                instance.file().length / 1e6, compile, greedy.cpuSeconds(), solved.cpuSeconds(), peak, before);
        return point;
    }

    private static double heap() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(p -> p.getType() == MemoryType.HEAP).toList();
    }

    /** The slope of the straight line through the logarithms, by least squares. */
    private static double exponent(List<Point> points, java.util.function.ToDoubleFunction<Point> what) {
        double meanX = points.stream().mapToDouble(p -> Math.log(p.schools)).average().orElseThrow();
        double meanY = points.stream().mapToDouble(p -> Math.log(what.applyAsDouble(p))).average().orElseThrow();
        double above = 0;
        double below = 0;
        for (var p : points) {
            above += (Math.log(p.schools) - meanX) * (Math.log(what.applyAsDouble(p)) - meanY);
            below += Math.pow(Math.log(p.schools) - meanX, 2);
        }
        return above / below;
    }
}
