package org.daywatch.platform.privacy;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Counts of which small ones are not shown, and as many others as it takes that nobody computes a hidden one from the
 * sums beside it: not even somebody who knows which were hidden for being small. Where that cannot be had, no sums are
 * shown.
 */
public final class Suppression {

    private final int[][] counts;
    private final int small;
    private final boolean columnSums;
    private final boolean[][] hidden;

    private Suppression(int[][] counts, int small, boolean columnSums) {
        if (small < 3)
            throw new IllegalArgumentException(
                    "A count below " + small + " would be known when it is hidden. Three is the least.");
        this.counts = counts;
        this.small = small;
        this.columnSums = columnSums;
        this.hidden = new boolean[counts.length][counts[0].length];
    }

    /**
     * @param hidden cells that are not shown; a cell that is 0 is always shown. @param sums whether those of rows and
     * columns may be shown
     */
    public record Hidden(boolean[][] hidden, boolean sums) {}

    /**
     * A table with sums of its rows and of its columns. @param small counts from 1 up to this one, itself not, are
     * small
     */
    public static Hidden table(int[][] counts, int small) {
        return new Suppression(counts, small, true).hide();
    }

    /** A list of counts with one sum. */
    public static Hidden list(int[] counts, int small) {
        return new Suppression(new int[][] {counts}, small, false).hide();
    }

    /** The same counts where no sum is shown. */
    public static boolean[][] withoutSums(int[][] counts, int small) {
        return Arrays.stream(counts).map(row -> smallOf(row, small)).toArray(boolean[][]::new);
    }

    private static boolean[] smallOf(int[] row, int small) {
        var is = new boolean[row.length];
        for (int c = 0; c < row.length; c++) is[c] = row[c] > 0 && row[c] < small;
        return is;
    }

    private Hidden hide() {
        var first = withoutSums(counts, small);
        for (int r = 0; r < counts.length; r++) hidden[r] = first[r].clone();
        for (var known = determined(); known.isPresent(); known = determined()) {
            var next = another(known.get());
            if (next.isEmpty()) return new Hidden(first, false);
            hidden[next.get()[0]][next.get()[1]] = true;
        }
        showAgain();
        return new Hidden(hidden, true);
    }

    /** What was hidden on the way and is not needed in the end, the largest first. */
    private void showAgain() {
        for (var at : cells().filter(c -> hidden[c[0]][c[1]] && counts[c[0]][c[1]] >= small)
                .sorted(Comparator.comparingInt(c -> -counts[c[0]][c[1]])).toList()) {
            hidden[at[0]][at[1]] = false;
            if (determined().isPresent()) hidden[at[0]][at[1]] = true;
        }
    }

    /** A hidden cell of which the sums leave one possible number. */
    private Optional<int[]> determined() {
        return cells().filter(at -> hidden[at[0]][at[1]] && !may(at, 1) && !may(at, -1)).findFirst();
    }

    /**
     * What helps most first: a count in a row or column that hides one alone, then one beside the given cell, then the
     * smallest.
     */
    private Optional<int[]> another(int[] known) {
        return cells().filter(at -> !hidden[at[0]][at[1]] && counts[at[0]][at[1]] >= small)
                .min(Comparator.<int[]>comparingInt(at -> -alone(at))
                        .thenComparingInt(at -> at[0] == known[0] || at[1] == known[1] ? 0 : 1)
                        .thenComparingInt(at -> counts[at[0]][at[1]]));
    }

    private int alone(int[] at) {
        long inRow = cells().filter(c -> c[0] == at[0] && hidden[c[0]][c[1]]).count();
        long inColumn = cells().filter(c -> c[1] == at[1] && hidden[c[0]][c[1]]).count();
        return (inRow == 1 ? 1 : 0) + (columnSums && inColumn == 1 ? 1 : 0);
    }

    private Stream<int[]> cells() {
        return IntStream.range(0, counts.length).boxed()
                .flatMap(r -> IntStream.range(0, counts[0].length).mapToObj(c -> new int[] {r, c}));
    }

    /**
     * Whether the hidden cells can be others, this one by {@code step}, with all sums as they are: then what one row
     * gains it loses in another column, and so on around until the column of this cell is even again.
     */
    private boolean may(int[] at, int step) {
        if (!bounds(at[0], at[1], step)) return false;
        int rows = counts.length;
        var seen = new boolean[rows + counts[0].length];
        var waiting = new ArrayDeque<Integer>();
        int start = column(at[1]);
        seen[start] = true;
        waiting.add(start);
        while (!waiting.isEmpty()) {
            int node = waiting.remove();
            for (var cell : cells().toList()) {
                boolean itself = cell[0] == at[0] && cell[1] == at[1];
                if (itself || !hidden[cell[0]][cell[1]]) continue;
                boolean fromColumn = node >= rows;
                if (fromColumn ? column(cell[1]) != node : cell[0] != node) continue;
                if (!bounds(cell[0], cell[1], fromColumn ? -step : step)) continue;
                int next = fromColumn ? cell[0] : column(cell[1]);
                if (next == at[0]) return true;
                if (!seen[next]) waiting.add(next);
                seen[next] = true;
            }
        }
        return false;
    }

    /** Columns without sums are one: what is moved between them is seen by nobody. */
    private int column(int c) {
        return counts.length + (columnSums ? c : 0);
    }

    /** Small ones are known to be from 1 to below small, the others that are hidden to be no less than that. */
    private boolean bounds(int r, int c, int step) {
        int then = counts[r][c] + step;
        return counts[r][c] < small ? then >= 1 && then < small : then >= small;
    }
}
