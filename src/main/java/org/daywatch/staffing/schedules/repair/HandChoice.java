package org.daywatch.staffing.schedules.repair;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.daywatch.scheduling.bound.OrTools;
import org.daywatch.scheduling.engine.ScheduleModel;
import org.daywatch.staffing.schedules.repair.Hands.Hand;
import org.jspecify.annotations.Nullable;

/** The most valuable hands, one an officer, that give no seat to two: asked of CP-SAT. */
final class HandChoice {

    /** @param proven no other choice is worth more */
    record Chosen(List<Hand> hands, boolean proven) {}

    private final ScheduleModel model;
    private final List<Hand> hands;
    private final int open;
    private final int others;
    private volatile @Nullable CpSolver asking;

    HandChoice(ScheduleModel model, List<Hand> hands, int open, int others) {
        this.model = model;
        this.hands = hands;
        this.open = open;
        this.others = others;
    }

    /** Null where no time is left. Nothing at all is a choice as well. */
    @Nullable
    Chosen best(double seconds) {
        if (seconds <= 0) return null;
        OrTools.load();
        var asked = new CpModel();
        var chosen = new BoolVar[hands.size()];
        for (int h = 0; h < chosen.length; h++) chosen[h] = asked.newBoolVar("");
        oneHandEach(asked, chosen);
        oneOfficerASeat(asked, chosen);
        asked.addLessOrEqual(LinearExpr.weightedSum(chosen, hands.stream().mapToLong(h -> h.leaves().size()).toArray()),
                others);
        asked.maximize(LinearExpr.weightedSum(chosen, hands.stream().mapToLong(Hand::value).toArray()));
        var solver = new CpSolver();
        asking = solver;
        // One worker: the same call-off gets the same answer.
        solver.getParameters().setNumWorkers(1).setMaxTimeInSeconds(seconds);
        var status = solver.solve(asked);
        if (status != CpSolverStatus.OPTIMAL && status != CpSolverStatus.FEASIBLE) return null;
        return new Chosen(IntStream.range(0, chosen.length).filter(h -> solver.booleanValue(chosen[h]))
                .mapToObj(hands::get).toList(), status == CpSolverStatus.OPTIMAL);
    }

    /** From another thread: whoever asked has no use for the answer any more. */
    void stop() {
        var solver = asking;
        if (solver != null) solver.stopSearch();
    }

    private void oneHandEach(CpModel asked, BoolVar[] chosen) {
        Map<Integer, List<Literal>> of = new HashMap<>();
        for (int h = 0; h < chosen.length; h++)
            of.computeIfAbsent(hands.get(h).officer(), o -> new ArrayList<>()).add(chosen[h]);
        of.values().forEach(asked::addAtMostOne);
    }

    /** A seat is taken by one officer at most, and only when whoever holds it leaves it. */
    private void oneOfficerASeat(CpModel asked, BoolVar[] chosen) {
        Map<Integer, LinearExprBuilder> taken = new HashMap<>();
        for (int h = 0; h < chosen.length; h++) {
            for (int pair : hands.get(h).takes())
                taken.computeIfAbsent(model.seatOf(pair), s -> LinearExpr.newBuilder()).addTerm(chosen[h], 1);
            for (int pair : hands.get(h).leaves())
                taken.computeIfAbsent(model.seatOf(pair), s -> LinearExpr.newBuilder()).addTerm(chosen[h], -1);
        }
        taken.forEach((seat, sum) -> asked.addLessOrEqual(sum, seat == open ? 1 : 0));
    }
}
