package org.daywatch.scheduling.engine.limits;

/**
 * The horizon cut into 64 cells, a bit each. Two seats that touch no common cell cannot overlap, and one that touches a
 * cell the other fills must: most questions about overlaps are answered without looking at times.
 */
public final class DayGrid {

    private static final int CELLS = 64;

    public final long[] touched; // by seat
    public final long[] filled; // by seat: cells it covers from end to end

    public DayGrid(int[] start, int[] end) {
        touched = new long[start.length];
        filled = new long[start.length];
        int first = java.util.Arrays.stream(start).min().orElse(0);
        int last = java.util.Arrays.stream(end).max().orElse(1);
        int length = Math.max(1, (last - first + CELLS - 1) / CELLS);
        for (int seat = 0; seat < start.length; seat++) {
            int from = start[seat] - first;
            int to = end[seat] - first;
            for (int cell = from / length; cell < CELLS && cell * length < to; cell++) {
                touched[seat] |= 1L << cell;
                if (cell * length >= from && (cell + 1) * length <= to) filled[seat] |= 1L << cell;
            }
        }
    }
}
