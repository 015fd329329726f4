package org.daywatch.scheduling.bound;

import com.google.ortools.modelbuilder.ModelBuilderHelper;
import com.google.ortools.modelbuilder.ModelSolverHelper;
import com.google.ortools.modelbuilder.SolveStatus;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Asks GLOP (simplex, exact) or PDLP (first-order, for what is too large) for prices of a program's rows. */
final class LinearSolver implements AutoCloseable {

    /** @param optimal the solver says it is done; @param prices by row, good or bad */
    record Found(boolean optimal, double[] prices) {}

    private static final String PDLP = """
            num_threads: 1
            termination_criteria { simple_optimality_criteria { eps_optimal_absolute: 1e-6 eps_optimal_relative: 1e-7 } }""";

    private final LinearProgram program;
    private final ModelBuilderHelper model = model();

    LinearSolver(LinearProgram program) {
        this.program = program;
        build();
    }

    private static ModelBuilderHelper model() {
        OrTools.load();
        return new ModelBuilderHelper();
    }

    private void build() {
        model.setMaximize(true);
        for (int c = 0; c < program.columns; c++) {
            model.addVar();
            model.setVarLowerBound(c, 0);
            model.setVarUpperBound(c, program.upTo[c]);
            model.setVarObjectiveCoefficient(c, program.worth[c]);
        }
        for (int r = 0; r < program.rows; r++) {
            int row = row(program.most[r]);
            for (int t = program.rowBegin[r]; t < program.rowBegin[r + 1]; t++)
                model.addConstraintTerm(row, program.termColumn[t], program.termTimes[t]);
        }
        for (int s = 0; s < program.shifts; s++) {
            if (program.shiftBegin[s + 1] - program.shiftBegin[s] <= program.open[s]) continue;
            int row = row(program.open[s]);
            for (int c = program.shiftBegin[s]; c < program.shiftBegin[s + 1]; c++) model.addConstraintTerm(row, c, 1);
        }
    }

    private int row(int most) {
        int row = model.addLinearConstraint();
        model.setConstraintLowerBound(row, Double.NEGATIVE_INFINITY);
        model.setConstraintUpperBound(row, most);
        return row;
    }

    Found glop(double seconds) {
        return solve("glop", "", seconds);
    }

    Found pdlp(double seconds) {
        return solve("pdlp", PDLP, seconds);
    }

    /** Both side by side; whoever is done first ends the other. */
    List<Found> race(double seconds) {
        var glop = solver("glop", "", seconds);
        var pdlp = solver("pdlp", PDLP, seconds);
        try {
            var other = new FutureTask<>(() -> ended(pdlp, glop));
            Thread.ofPlatform().name("bound-pdlp").start(other);
            return List.of(ended(glop, pdlp), other.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The bound was interrupted.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            glop.delete();
            pdlp.delete();
        }
    }

    private Found ended(ModelSolverHelper solver, ModelSolverHelper rival) {
        var found = solved(solver);
        if (found.optimal()) rival.interruptSolve();
        return found;
    }

    private Found solve(String name, String parameters, double seconds) {
        var solver = solver(name, parameters, seconds);
        try {
            return solved(solver);
        } finally {
            solver.delete();
        }
    }

    private static ModelSolverHelper solver(String name, String parameters, double seconds) {
        var solver = new ModelSolverHelper(name);
        solver.setTimeLimitInSeconds(seconds);
        if (!parameters.isEmpty()) solver.setSolverSpecificParameters(parameters);
        return solver;
    }

    private Found solved(ModelSolverHelper solver) {
        solver.solve(model);
        double[] prices = new double[program.rows];
        if (solver.hasResponse()) {
            for (int r = 0; r < prices.length; r++) prices[r] = solver.getDualValue(r);
        }
        return new Found(solver.getStatus() == SolveStatus.OPTIMAL, prices);
    }

    @Override
    public void close() {
        model.delete();
    }
}
