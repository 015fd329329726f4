package org.daywatch.scheduling.bound;

import java.util.BitSet;

/**
 * Many columns in groups, of which a choice holds one each at most, and rows. Finds those that a choice as good as a
 * known one may hold at all; the others need not be looked at by whoever searches exactly. Rests on {@link Prices}, so
 * it is a proof.
 */
public final class Sieve {

    private final LinearProgram program = new LinearProgram();

    /** A new group; the columns that follow are its own. */
    public void group() {
        program.shift(1);
    }

    public int column(long worth) {
        return program.officer(worth);
    }

    /** A new row; the terms that follow are its own. Begun when all columns are there. */
    public void row(int most) {
        program.row(most);
    }

    public void term(int column, int times) {
        program.term(column, times);
    }

    /** Columns that may be in a choice worth at least so much. */
    public BitSet worthAtLeast(long points, double seconds) {
        try (var solver = new LinearSolver(program)) {
            return Prices.inChoicesWorth(program, solver.glop(seconds).prices(), points);
        } catch (ArithmeticException unusable) {
            var all = new BitSet();
            all.set(0, program.columns);
            return all;
        }
    }
}
