package org.daywatch.scheduling.bound;

import java.util.Arrays;

/**
 * A market as a linear program: maximize worth · x over 0 ≤ x ≤ upTo. Columns come first by shift (an officer on that
 * shift, of which at most {@code open} may be taken), then loose ones that carry prices. Every other row says Σ times ·
 * x ≤ most with most ≥ 0.
 */
final class LinearProgram {

    int columns;
    long[] worth = new long[256];
    int[] upTo = new int[256];

    int shifts;
    int[] shiftBegin = new int[64]; // columns of shift s: shiftBegin[s] up to shiftBegin[s + 1]
    int[] open = new int[64];

    int rows;
    int[] rowBegin = new int[256]; // terms of row r: rowBegin[r] up to rowBegin[r + 1]
    int[] most = new int[256];

    int terms;
    int[] termColumn = new int[1024];
    int[] termTimes = new int[1024];

    /** A new shift with so many open seats; the columns that follow are its officers. */
    void shift(int seats) {
        if (shifts + 2 > open.length) {
            open = Arrays.copyOf(open, open.length * 2);
            shiftBegin = Arrays.copyOf(shiftBegin, shiftBegin.length * 2);
        }
        open[shifts++] = seats;
        shiftBegin[shifts] = columns;
    }

    /** An officer on the shift begun last. */
    int officer(long points) {
        int column = column(points, 1);
        shiftBegin[shifts] = columns;
        return column;
    }

    /** A column of no shift: how much of a price is paid. No officer may follow. */
    int loose(long points, int most) {
        return column(points, most);
    }

    private int column(long points, int most) {
        if (columns == worth.length) {
            worth = Arrays.copyOf(worth, columns * 2);
            upTo = Arrays.copyOf(upTo, columns * 2);
        }
        worth[columns] = points;
        upTo[columns] = most;
        return columns++;
    }

    /** Loose columns begin here. */
    int firstLoose() {
        return shiftBegin[shifts];
    }

    /** Begins a row; the terms that follow are its own. */
    void row(int atMost) {
        if (rows + 2 > most.length) {
            most = Arrays.copyOf(most, most.length * 2);
            rowBegin = Arrays.copyOf(rowBegin, rowBegin.length * 2);
        }
        most[rows++] = atMost;
        rowBegin[rows] = terms;
    }

    void term(int column, int times) {
        if (terms == termColumn.length) {
            termColumn = Arrays.copyOf(termColumn, terms * 2);
            termTimes = Arrays.copyOf(termTimes, terms * 2);
        }
        termColumn[terms] = column;
        termTimes[terms++] = times;
        rowBegin[rows] = terms;
    }
}
