package org.daywatch.bench.roster;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.daywatch.bench.roster.florida.SchoolList;
import org.daywatch.bench.roster.florida.StateWeek;
import org.daywatch.scheduling.check.ScheduleChecker;
import org.daywatch.scheduling.engine.Markets;
import org.daywatch.scheduling.engine.ScheduleModel;
import org.daywatch.scheduling.problem.AnswerFile;
import org.daywatch.scheduling.problem.Budget;
import org.daywatch.scheduling.problem.ScheduleAnswer;
import org.daywatch.scheduling.problem.ScheduleProblem;

/**
 * A school week of a whole state in one problem, two threads; the same always on a small invented list with the same
 * defects.
 */
final class FloridaBench {

    static final Path INVENTED = Path.of("src/test/resources/bench/invented-schools.csv");
    private static final int THREADS = 2;

    private FloridaBench() {}

    static void run(Options options) {
        state("invented", SchoolList.read(INVENTED), options, 2);
        var shared = SchoolList.shared();
        if (shared.isEmpty()) {
            Report.line(
                    "florida: skipped, there is no nces/florida_schools.csv; set DAYWATCH_DATA or give --data the folder that holds it");
            return;
        }
        state("florida", SchoolList.read(shared.get()), options, 10, 30, 60);
    }

    private static void state(String name, SchoolList list, Options options, double... standard) {
        Report.line("%s: %,d open regular schools in %d counties; rows left out %s; seed %d", name,
                list.schools().size(), list.counties().size(), list.left(), options.seed());
        var week = StateWeek.of(name, list, options.seed());
        var bounds = CountyBounds.of(week.counties(), options.boundSeconds());
        var unproven = new TreeSet<>(week.counties().keySet());
        unproven.removeAll(bounds.keySet());
        Report.line("  bound proven for %d of %d counties%s", bounds.size(), week.counties().size(),
                unproven.isEmpty() ? "" : "; none for " + String.join(", ", unproven));
        var instance = Instance.of(week.all());
        long began = System.nanoTime();
        var model = ScheduleModel.of(instance.problem());
        Report.line("  %,d seats, %,d officers, %,d pairs, %d markets; problem of %,d bytes compiled in %.1f s",
                instance.seats(), model.officers().size(), model.pairs(),
                Markets.of(model).length, instance.file().length, (System.nanoTime() - began) / 1e9);
        for (double seconds : options.seconds(standard)) solve(instance, model, week, bounds, seconds, options);
    }

    private static void solve(Instance instance, ScheduleModel model, StateWeek week, Map<String, Long> bounds,
            double seconds, Options options) {
        var solved = options.busy()
                ? Solved.cpu(instance, model, seconds * THREADS, THREADS, options.seed())
                : Solved.run(instance, model, new Budget.Seconds(seconds), THREADS, options.seed());
        var report = solved.checked(instance);
        var worth = new TreeMap<String, Long>();
        week.counties().forEach((county, problem) -> {
            if (bounds.containsKey(county)) worth.put(county, worth(problem, solved.answer()));
        });
        long reached = worth.values().stream().mapToLong(Long::longValue).sum();
        long most = bounds.values().stream().mapToLong(Long::longValue).sum();
        var worst = worth.keySet().stream()
                .max(java.util.Comparator.comparingDouble(c -> Solved.gap(worth.get(c), bounds.get(c))));
        Report.line(
                "  %4.0f s: first roster %.2f s, %.1f s and %.1f cpu-s on %d threads, %,d moves, %,d of %,d seats filled, %d violations; gap to the bound %.3f %%, widest %s",
                seconds, solved.firstSeconds(), solved.seconds(), solved.cpuSeconds(), THREADS, solved.moves(),
                report.counts().filled(), report.counts().seats(),
                report.violations().size(), Solved.gap(reached, most),
                worst.map(c -> "%s %.3f %%".formatted(c, Solved.gap(worth.get(c), bounds.get(c)))).orElse("none"));
    }

    /** The county's part of the state's roster, counted by the checker against the county's own problem. */
    static long worth(ScheduleProblem county, ScheduleAnswer state) {
        var shifts = new HashSet<String>();
        county.shifts().forEach(s -> shifts.add(s.id()));
        var part = new ScheduleAnswer(county.id(), "0".repeat(64), state.seed(), null, state.status(), 0, null,
                state.assignments().stream().filter(p -> shifts.contains(p.shift())).toList(),
                state.unfilled().stream().filter(o -> shifts.contains(o.shift())).toList(),
                new TreeMap<>());
        var report = ScheduleChecker.check(Instance.of(county).file(),
                AnswerFile.write(part, ScheduleProblem.Kind.WORTH));
        if (!report.violations().isEmpty())
            throw new IllegalStateException(
                    "The checker finds " + report.violations().size() + " violations in " + county.id());
        return report.objective();
    }
}
