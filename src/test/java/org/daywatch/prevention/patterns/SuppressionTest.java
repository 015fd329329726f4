package org.daywatch.prevention.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.daywatch.platform.privacy.Suppression;
import org.daywatch.prevention.patterns.Happening.Kind;
import org.daywatch.prevention.patterns.Happening.Source;
import org.daywatch.prevention.zones.Zone;

/**
 * What is hidden stays hidden, whoever computes: every table that fits all that is shown is tried.
 *
 * <p>A-41 of docs/security.
 */
class SuppressionTest {

    @Property(tries = 400)
    void noHiddenCellOfATableFollowsFromWhatIsShown(@ForAll("tables") int[][] counts,
            @ForAll @IntRange(min = 3, max = 5) int small) {
        var shown = Suppression.table(counts, small);
        for (int r = 0; r < counts.length; r++) for (int c = 0; c < counts[0].length; c++) {
            if (counts[r][c] == 0) assertThat(shown.hidden()[r][c]).as("nothing is said to be nothing").isFalse();
            if (counts[r][c] > 0 && counts[r][c] < small)
                assertThat(shown.hidden()[r][c]).as("a small number is never shown").isTrue();
            if (shown.hidden()[r][c] && shown.sums())
                assertThat(new Guess(counts, shown.hidden(), small, true).couldBeAnother(r, c))
                        .as("row %d, column %d", r, c).isTrue();
        }
    }

    @Property(tries = 400)
    void noHiddenCountOfAListFollowsFromItsSum(@ForAll("lists") int[] counts,
            @ForAll @IntRange(min = 3, max = 5) int small) {
        var shown = Suppression.list(counts, small);
        for (int i = 0; i < counts.length; i++) {
            if (shown.hidden()[0][i] && shown.sums())
                assertThat(new Guess(new int[][] {counts}, shown.hidden(), small, false).couldBeAnother(0, i)).isTrue();
        }
    }

    @Example
    void aLoneSmallNumberTakesOthersWithItAndWithNothingToHideBehindTheSumsGo() {
        assertThat(Suppression.table(new int[][] {{1, 9, 9}, {9, 9, 9}, {9, 9, 9}}, 3).hidden())
                .isDeepEqualTo(new boolean[][] {{true, true, false}, {true, true, false}, {false, false, false}});
        assertThat(Suppression.table(new int[][] {{1, 0}, {0, 0}}, 3).sums()).isFalse();
        assertThat(Suppression.list(new int[] {1, 1, 5, 7}, 3).hidden()[0])
                .as("two ones beside their sum would be known").containsExactly(true, true, true, false);
    }

    /**
     * Two circles of hidden cells with one between them: that one follows from the sums although each row and column
     * hides two.
     */
    @Example
    void aCellBetweenTwoCirclesIsNotForgotten() {
        int[][] counts = {{2, 1, 9, 9}, {1, 2, 1, 9}, {9, 9, 2, 1}, {9, 9, 1, 2}};
        var hidden = Suppression.table(counts, 3).hidden();
        for (int r = 0; r < 4; r++)
            for (int c = 0; c < 4; c++)
                if (hidden[r][c])
                    assertThat(new Guess(counts, hidden, 3, true).couldBeAnother(r, c)).as("row %d, column %d", r, c)
                            .isTrue();
        assertThat(IntStream.range(0, 4).flatMap(r -> IntStream.range(0, 4).filter(c -> hidden[r][c])).count())
                .as("more than those that are small").isGreaterThan(9);
    }

    @Property(tries = 100)
    void aPatternShowsAllSumsOrNoneAndCarriesNothingThatIsHidden(@ForAll("happened") List<Happening> happened) {
        var zones = IntStream.range(1, 4).mapToObj(SuppressionTest::zone).toList();
        var p = Pattern.of(happened, zones, 3);
        assertThat((p.total() == null) == (p.rowSums() == null) && (p.total() == null) == (p.columnSums() == null))
                .isTrue();
        if (p.total() != null) assertThat(p.total()).isEqualTo(happened.size());
        p.grid().forEach(row -> row.forEach(
                count -> assertThat(count.hidden() ? count.number() == -1 : count.number() == 0 || count.number() >= 3)
                        .isTrue()));
        p.places().forEach(place -> assertThat(
                place.count().hidden() || place.count().number() == 0 || place.count().number() >= 3).isTrue());
    }

    @Provide
    Arbitrary<int[][]> tables() {
        return Arbitraries.integers().between(2, 3).flatMap(rows -> Arbitraries.integers().between(2, 4)
                .flatMap(columns -> Arbitraries
                        .frequency(Tuple.of(3, 0), Tuple.of(3, 1), Tuple.of(3, 2), Tuple.of(2, 3), Tuple.of(2, 4),
                                Tuple.of(1, 6))
                        .array(int[].class).ofSize(columns).array(int[][].class).ofSize(rows)));
    }

    @Provide
    Arbitrary<int[]> lists() {
        return Arbitraries.integers().between(0, 8).array(int[].class).ofMinSize(1).ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<Happening>> happened() {
        return Arbitraries.integers().between(0, 6 * 24 * 4 - 1)
                .map(n -> new Happening(new UUID(0, 1), new UUID(1, n), new UUID(0, 2), new UUID(0, 3),
                        LocalDate.of(2026, 9, 1).plusDays(n % 7), n % 24,
                        Kind.values()[n % 9], Source.BY_HAND, "", n % 4 == 0 ? null : zone(n % 4).id()))
                .list().ofMaxSize(120);
    }

    private static Zone zone(int n) {
        return new Zone(new UUID(0, 1), new UUID(9, n), new UUID(0, 2), new UUID(0, 3), "Zone " + n, n, null);
    }

    /**
     * Somebody who sees the shown cells and all sums, and knows which are hidden for being small: they try every
     * number.
     */
    private static final class Guess {

        private final int[][] counts;
        private final boolean[][] hidden;
        private final int small;
        private final boolean columnSums;
        private final List<int[]> unknown = new ArrayList<>();
        private int[][] tried = new int[0][];

        Guess(int[][] counts, boolean[][] hidden, int small, boolean columnSums) {
            this.counts = counts;
            this.hidden = hidden;
            this.small = small;
            this.columnSums = columnSums;
        }

        boolean couldBeAnother(int row, int column) {
            unknown.clear();
            for (int r = 0; r < counts.length; r++)
                for (int c = 0; c < counts[0].length; c++) if (hidden[r][c]) unknown.add(new int[] {r, c});
            tried = IntStream.range(0, counts.length).mapToObj(r -> counts[r].clone()).toArray(int[][]::new);
            return fits(0, row, column);
        }

        private boolean fits(int at, int row, int column) {
            if (at == unknown.size()) return true;
            int r = unknown.get(at)[0];
            int c = unknown.get(at)[1];
            int least = counts[r][c] < small ? 1 : small;
            int most = counts[r][c] < small ? small - 1 : IntStream.of(counts[r]).sum();
            for (int n = least; n <= most; n++) {
                if (r == row && c == column && n == counts[r][c]) continue;
                tried[r][c] = n;
                if (possible(at, r, c) && fits(at + 1, row, column)) return true;
            }
            tried[r][c] = counts[r][c];
            return false;
        }

        /** A row or column with nothing unknown left has the sum that is shown. */
        private boolean possible(int at, int r, int c) {
            boolean rowDone = unknown.subList(at + 1, unknown.size()).stream().noneMatch(u -> u[0] == r);
            boolean columnDone = unknown.subList(at + 1, unknown.size()).stream().noneMatch(u -> u[1] == c);
            int row = IntStream.of(tried[r]).sum() - IntStream.of(counts[r]).sum();
            if (rowDone && row != 0) return false;
            return !columnSums || !columnDone
                    || IntStream.range(0, counts.length).map(i -> tried[i][c] - counts[i][c]).sum() == 0;
        }
    }
}
