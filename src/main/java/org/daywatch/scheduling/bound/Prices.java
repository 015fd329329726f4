package org.daywatch.scheduling.bound;

import java.util.Arrays;
import java.util.BitSet;

/**
 * From prices to a proof. Whatever price p ≥ 0 is put on each row, no schedule is worth more than Σ p · most plus what
 * each shift's best officers and each loose column are still worth after paying for the rows they use (weak duality).
 * So the prices may come from an inexact solver or one that was stopped: poor prices give a poor bound, never a wrong
 * one. They are rounded to multiples of a power of two first, and everything after that is whole-number arithmetic, so
 * nothing is lost on the way.
 */
final class Prices {

    private static final int BITS = 62;
    private static final int FINEST = 30;

    private final long[] rest; // by column: what it is worth after paying for its rows
    private final long total;

    /**
     * Points no choice of columns exceeds.
     *
     * @throws ArithmeticException where the prices are too large to count with, which those of a usable answer are not
     */
    static long bound(LinearProgram p, double[] prices) {
        // Points are whole, so what no schedule exceeds it does not exceed rounded down either.
        return new Prices(p, prices).total >> fineness(p);
    }

    /**
     * Columns that a choice worth at least so much may hold, where every shift has one open seat: with any other in it,
     * the bound is lower.
     */
    static BitSet inChoicesWorth(LinearProgram p, double[] prices, long atLeast) {
        var priced = new Prices(p, prices);
        long least = Math.multiplyExact(atLeast, 1L << fineness(p));
        var kept = new BitSet();
        for (int s = 0; s < p.shifts; s++) {
            long others = priced.total - best(priced.rest, p.shiftBegin[s], p.shiftBegin[s + 1], 1);
            for (int c = p.shiftBegin[s]; c < p.shiftBegin[s + 1]; c++)
                if (others + priced.rest[c] >= least) kept.set(c);
        }
        return kept;
    }

    private Prices(LinearProgram p, double[] prices) {
        int shift = fineness(p);
        rest = new long[p.columns];
        for (int c = 0; c < p.columns; c++) rest[c] = Math.multiplyExact(p.worth[c], 1L << shift);
        long sum = 0;
        for (int r = 0; r < p.rows; r++) {
            long price = rounded(prices[r], shift);
            if (price == 0) continue;
            sum = Math.addExact(sum, Math.multiplyExact(price, (long) p.most[r]));
            for (int t = p.rowBegin[r]; t < p.rowBegin[r + 1]; t++) {
                int column = p.termColumn[t];
                rest[column] = Math.subtractExact(rest[column], Math.multiplyExact(price, (long) p.termTimes[t]));
            }
        }
        for (int s = 0; s < p.shifts; s++)
            sum = Math.addExact(sum, best(rest, p.shiftBegin[s], p.shiftBegin[s + 1], p.open[s]));
        for (int c = p.firstLoose(); c < p.columns; c++) {
            if (rest[c] > 0) sum = Math.addExact(sum, Math.multiplyExact(rest[c], (long) p.upTo[c]));
        }
        total = sum;
    }

    /** As fine as the largest sums allow without overflow. */
    private static int fineness(LinearProgram p) {
        long largest = 1;
        for (int s = 0; s < p.shifts; s++) {
            largest = Math.addExact(largest,
                    Math.multiplyExact(
                            Arrays.stream(p.worth, p.shiftBegin[s], p.shiftBegin[s + 1]).map(Math::abs).max().orElse(0),
                            (long) p.open[s]));
        }
        for (int c = p.firstLoose(); c < p.columns; c++)
            largest = Math.addExact(largest, Math.multiplyExact(Math.abs(p.worth[c]), (long) p.upTo[c]));
        return Math.clamp(BITS - 2L - (Long.SIZE - Long.numberOfLeadingZeros(largest)), 0, FINEST);
    }

    private static long rounded(double price, int shift) {
        if (!(price > 0)) return 0; // also what is no number
        double scaled = Math.rint(price * (1L << shift));
        if (scaled > Long.MAX_VALUE / 4) throw new ArithmeticException("The price " + price + " is too large.");
        return (long) scaled;
    }

    /** Of those columns the most worthy {@code open} that are worth anything: a seat is filled once. */
    private static long best(long[] rest, int from, int to, int open) {
        if (open == 1) {
            long max = 0;
            for (int c = from; c < to; c++) max = Math.max(max, rest[c]);
            return max;
        }
        long[] worth = Arrays.stream(rest, from, to).filter(r -> r > 0).sorted().toArray();
        long sum = 0;
        for (int i = worth.length - 1; i >= 0 && i >= worth.length - open; i--) sum = Math.addExact(sum, worth[i]);
        return sum;
    }
}
