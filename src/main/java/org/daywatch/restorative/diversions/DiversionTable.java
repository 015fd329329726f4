package org.daywatch.restorative.diversions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.daywatch.platform.privacy.SumNet;
import org.jspecify.annotations.Nullable;

/** A table of counts with its sums, as it may be shown. Pure. */
public record DiversionTable(List<Row> rows, Row all) {

    /** @param name of what the row counts. @param cells null where one is not shown, the sum of them last */
    public record Row(String name, List<@Nullable Integer> cells) {}

    /** For those who read the records themselves: every cell. */
    static DiversionTable exact(List<String> names, int[][] counts) {
        return drawn(names, counts, new boolean[(names.size() + 1) * (width(counts) + 1)]);
    }

    /** For those outside: none below {@code least}, and none that follows from others. Empty: nothing may be shown. */
    static Optional<DiversionTable> hidden(List<String> names, int[][] counts, int least) {
        int wide = width(counts);
        var net = new SumNet();
        int start = net.point();
        int end = net.point();
        int[] columns = IntStream.range(0, wide).map(_ -> net.point()).toArray();
        for (var row : counts) {
            int point = net.point();
            for (int c = 0; c < wide; c++) net.way(point, columns[c], row[c]);
            net.way(start, point, Arrays.stream(row).sum());
        }
        for (int c = 0; c < wide; c++) net.way(columns[c], end, sum(counts, c));
        net.way(end, start, all(counts));
        if (all(counts) < least) return Optional.empty();
        return net.hidden(least).map(hidden -> drawn(names, counts, hidden));
    }

    /** @param hidden row by row with its sum, the sums of the columns last */
    private static DiversionTable drawn(List<String> names, int[][] counts, boolean[] hidden) {
        int wide = width(counts);
        var rows = new ArrayList<Row>();
        for (int r = 0; r <= counts.length; r++) {
            var cells = new ArrayList<@Nullable Integer>();
            for (int c = 0; c <= wide; c++) {
                int count = r == counts.length
                        ? c == wide ? all(counts) : sum(counts, c)
                        : c == wide ? Arrays.stream(counts[r]).sum() : counts[r][c];
                cells.add(hidden[r * (wide + 1) + c] ? null : count);
            }
            rows.add(new Row(r == counts.length ? "" : names.get(r), cells));
        }
        return new DiversionTable(rows.subList(0, counts.length), rows.getLast());
    }

    private static int width(int[][] counts) {
        return counts.length == 0 ? 0 : counts[0].length;
    }

    private static int sum(int[][] counts, int column) {
        return Arrays.stream(counts).mapToInt(row -> row[column]).sum();
    }

    private static int all(int[][] counts) {
        return Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
    }
}
