package org.daywatch.prevention.patterns;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.daywatch.platform.privacy.Suppression;
import org.daywatch.prevention.patterns.Happening.Kind;
import org.daywatch.prevention.zones.Zone;
import org.jspecify.annotations.Nullable;

/**
 * What happened in one period, by weekday and hour, by place and by kind, as it may be shown. All three count the same,
 * so they show their sums together or not at all.
 *
 * @param grid rows are the five school days and the weekend, columns the blocks of hours
 * @param rowSums null where no sums are shown, as {@code total} is
 */
public record Pattern(List<List<Count>> grid, @Nullable List<Integer> rowSums, @Nullable List<Integer> columnSums,
        List<Place> places, List<OfKind> kinds, @Nullable Integer total, int small) {

    public static final int ROWS = 6;

    /** Hours at which a block begins; the first reaches back and the last on to midnight. */
    public static final List<Integer> BLOCKS = List.of(0, 8, 10, 12, 14, 16);

    /** Shown, 0 too; or hidden, which is neither 0 nor unknown. */
    public record Count(int number, boolean hidden) {
        public Count {
            if (hidden) number = -1; // what is not shown is not carried
        }
    }

    /** @param zone null for what happened nobody has said where */
    public record Place(@Nullable Zone zone, Count count) {}

    public record OfKind(Kind kind, Count count) {}

    static int row(DayOfWeek day) {
        return Math.min(ROWS, day.getValue()) - 1;
    }

    static int block(int hour) {
        int block = 0;
        for (int i = 0; i < BLOCKS.size(); i++) if (hour >= BLOCKS.get(i)) block = i;
        return block;
    }

    static Pattern of(List<Happening> happened, List<Zone> zones, int small) {
        var grid = new int[ROWS][BLOCKS.size()];
        for (var h : happened) grid[row(h.day().getDayOfWeek())][block(h.hour())]++;
        var kinds = tally(happened, Kind.values().length, h -> h.kind().ordinal());
        var ids = zones.stream().map(Zone::id).toList();
        var places = tally(happened, zones.size() + 1,
                h -> h.zone() == null || !ids.contains(h.zone()) ? zones.size() : ids.indexOf(h.zone()));
        var hidden = List.of(Suppression.table(grid, small), Suppression.list(places, small),
                Suppression.list(kinds, small));
        boolean sums = hidden.stream().allMatch(Suppression.Hidden::sums);
        return new Pattern(counts(grid, sums ? hidden.get(0).hidden() : Suppression.withoutSums(grid, small)),
                sums ? sums(grid, true) : null, sums ? sums(grid, false) : null,
                places(zones, places,
                        sums ? hidden.get(1).hidden()[0] : Suppression.withoutSums(new int[][] {places}, small)[0]),
                kinds(kinds, sums ? hidden.get(2).hidden()[0] : Suppression.withoutSums(new int[][] {kinds}, small)[0]),
                sums ? happened.size() : null, small);
    }

    private static int[] tally(List<Happening> happened, int size, ToIntFunction<Happening> of) {
        var counts = new int[size];
        for (var h : happened) counts[of.applyAsInt(h)]++;
        return counts;
    }

    private static List<List<Count>> counts(int[][] counts, boolean[][] hidden) {
        var rows = new ArrayList<List<Count>>();
        for (int r = 0; r < counts.length; r++) {
            var row = new ArrayList<Count>();
            for (int c = 0; c < counts[r].length; c++) row.add(new Count(counts[r][c], hidden[r][c]));
            rows.add(List.copyOf(row));
        }
        return List.copyOf(rows);
    }

    private static List<Integer> sums(int[][] counts, boolean ofRows) {
        var sums = new ArrayList<Integer>();
        for (int i = 0; i < (ofRows ? counts.length : counts[0].length); i++) {
            int sum = 0;
            for (int j = 0; j < (ofRows ? counts[0].length : counts.length); j++)
                sum += ofRows ? counts[i][j] : counts[j][i];
            sums.add(sum);
        }
        return List.copyOf(sums);
    }

    private static List<Place> places(List<Zone> zones, int[] counts, boolean[] hidden) {
        var places = new ArrayList<Place>();
        for (int i = 0; i < counts.length; i++)
            places.add(new Place(i < zones.size() ? zones.get(i) : null, new Count(counts[i], hidden[i])));
        return List.copyOf(places);
    }

    private static List<OfKind> kinds(int[] counts, boolean[] hidden) {
        var kinds = new ArrayList<OfKind>();
        for (int i = 0; i < counts.length; i++)
            kinds.add(new OfKind(Kind.values()[i], new Count(counts[i], hidden[i])));
        return List.copyOf(kinds);
    }

    /** How often here, as far as it is shown; what is hidden counts as nothing. */
    int shownAt(UUID zone) {
        return places.stream().filter(p -> p.zone() != null && p.zone().id().equals(zone))
                .mapToInt(p -> p.count().hidden() ? 0 : p.count().number()).sum();
    }

    int shownIn(DayOfWeek day, int block) {
        var count = grid.get(row(day)).get(block);
        return count.hidden() ? 0 : count.number();
    }
}
