package org.daywatch.bench.roster;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.daywatch.bench.roster.florida.SchoolList;
import org.daywatch.bench.roster.florida.StateWeek;
import org.daywatch.scheduling.engine.ScheduleModel;
import org.daywatch.scheduling.engine.Seating;
import org.daywatch.scheduling.problem.Budget;
import org.daywatch.staffing.schedules.repair.CallOffRepair;
import org.daywatch.staffing.schedules.repair.Repair;

/**
 * Two hundred officers call off one after another in the roster of a whole state. For each: the chain that answers at
 * once, the exact step with a second, and, where that left a seat open, what no hurry could have done. The roster goes
 * on with the exact step's answer.
 */
final class CallOffBench {

    private static final int CALL_OFFS = 200;
    private static final double EXACT_SECONDS = 1;
    private static final double PATIENT_SECONDS = 60;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final ScheduleModel model;
    private final Seating roster;
    private final CallOffRepair repair;
    private final List<Double> chainMillis = new ArrayList<>();
    private final List<Double> chainCpuMillis = new ArrayList<>();
    private final List<Double> exactMillis = new ArrayList<>();
    private final List<Integer> chainOthers = new ArrayList<>();
    private final List<Integer> exactOthers = new ArrayList<>();
    private int refillable;
    private int byChainSearch;
    private int open;
    private int unproven;

    private CallOffBench(ScheduleModel model, Seating roster) {
        this.model = model;
        this.roster = roster;
        this.repair = new CallOffRepair(model, roster, new CallOffRepair.Limits(CallOffRepair.Limits.OTHERS, 400));
    }

    static void run(Options options) {
        var shared = SchoolList.shared();
        var list = SchoolList.read(shared.orElse(FloridaBench.INVENTED));
        if (shared.isEmpty())
            Report.line("calloffs: there is no nces/florida_schools.csv, so the invented schools are taken");
        var instance = Instance.of(StateWeek.of("florida", list, options.seed()).all());
        var model = ScheduleModel.of(instance.problem());
        double seconds = options.seconds(60)[0];
        var solved = Solved.run(instance, model, new Budget.Seconds(seconds), 2, options.seed());
        solved.checked(instance);
        var roster = Rosters.seating(model, solved.answer());
        Report.line(
                "calloffs: %d one after another in the roster of %,d schools, %,d of %,d seats filled, after %.0f s of solving; seed %d",
                CALL_OFFS, list.schools().size(),
                solved.answer().assignments().size(), instance.seats(), seconds, options.seed());
        var bench = new CallOffBench(model, roster);
        bench.warm(options.seed());
        bench.stream(options.seed());
        bench.report();
        Rosters.checked(instance, model, roster, solved.answer());
    }

    /** The compiler of the virtual machine and the library's first use are not what is measured. */
    private void warm(long seed) {
        var random = new SplittableRandom(seed + 1);
        var apart = new CallOffRepair(model, roster, new CallOffRepair.Limits(CallOffRepair.Limits.OTHERS, 400));
        for (int i = 0; i < 20; i++) {
            int pair = held(random);
            apart.chain(pair);
            if (i < 3) apart.exact(pair, EXACT_SECONDS);
        }
    }

    private void stream(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < CALL_OFFS; i++) callOff(held(random));
    }

    private int held(SplittableRandom random) {
        while (true) {
            int seat = random.nextInt(model.seats());
            if (roster.holder(seat) >= 0) return roster.holder(seat);
        }
    }

    private void callOff(int pair) {
        int longest = ChainSearch.others(model, roster, pair, CallOffRepair.Limits.OTHERS);
        long cpu = THREADS.getCurrentThreadCpuTime();
        long began = System.nanoTime();
        var chain = repair.chain(pair);
        chainMillis.add((System.nanoTime() - began) / 1e6);
        chainCpuMillis.add((THREADS.getCurrentThreadCpuTime() - cpu) / 1e6);
        if (chain.refilled()) chainOthers.add(chain.others());
        began = System.nanoTime();
        var exact = repair.exact(pair, EXACT_SECONDS);
        exactMillis.add((System.nanoTime() - began) / 1e6);
        if (exact.refilled()) exactOthers.add(exact.others());
        boolean can = exact.refilled() || longest >= 0;
        if (!can) {
            var patient = repair.exact(pair, PATIENT_SECONDS);
            can = patient.refilled();
            if (!can && !patient.proven()) unproven++;
        }
        if (can) refillable++;
        else open++;
        if (longest >= 0 && !exact.refilled()) byChainSearch++;
        best(exact, chain).apply(roster);
    }

    private static Repair best(Repair exact, Repair chain) {
        return exact.refilled() || !chain.refilled() ? exact : chain;
    }

    private void report() {
        times("chain", chainMillis);
        times("chain, CPU of its thread", chainCpuMillis);
        Report.line("  chain refilled %d of %d; other seats changed %s", chainOthers.size(), CALL_OFFS,
                spread(chainOthers));
        times("exact", exactMillis);
        Report.line(
                "  exact step (at most %.0f s) refilled %d of the %d that could be refilled with at most %d other seats changed (%.1f %%); other seats changed %s",
                EXACT_SECONDS,
                exactOthers.size(), refillable, CallOffRepair.Limits.OTHERS,
                100.0 * exactOthers.size() / Math.max(1, refillable), spread(exactOthers));
        Report.line(
                "  the %d others stay open whatever is done (%d of them not proven in %.0f s); %d of the %d were found only by the exhaustive search for chains",
                open, unproven,
                PATIENT_SECONDS, byChainSearch, refillable);
    }

    private static void times(String what, List<Double> millis) {
        double[] sorted = RosterBench.sorted(millis.stream().mapToDouble(Double::doubleValue).toArray());
        Report.line("  %s: p50 %.2f ms, p95 %.2f ms, longest %.2f ms", what, RosterBench.at(sorted, .5),
                RosterBench.at(sorted, .95), RosterBench.at(sorted, 1));
    }

    private static String spread(List<Integer> others) {
        var stats = others.stream().mapToInt(Integer::intValue).summaryStatistics();
        return others.isEmpty() ? "none" : "%.2f on average, %d at most".formatted(stats.getAverage(), stats.getMax());
    }
}
