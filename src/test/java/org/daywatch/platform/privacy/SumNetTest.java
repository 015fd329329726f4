package org.daywatch.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What is hidden stays hidden, whoever computes: every set of numbers that fits all that is shown is tried.
 *
 * <p>A-41 of docs/security.
 */
class SumNetTest {

    private static final int SMALL = 3;

    /** Each thing once by one kind of group and once by another: two tables that share the sums of their columns. */
    @Property(tries = 500)
    void noHiddenNumberOfTwoTablesWithSumsInCommonFollowsFromWhatIsShown(@ForAll("things") List<int[]> things) {
        var tables = new TwoTables(things);
        tables.net.hidden(SMALL).ifPresent(hidden -> {
            for (int w = 0; w < hidden.length; w++) {
                int count = tables.ways.get(w)[2];
                if (count == 0) assertThat(hidden[w]).as("nothing is said to be nothing").isFalse();
                if (count > 0 && count < SMALL) assertThat(hidden[w]).as("a small number is never shown").isTrue();
                if (hidden[w])
                    assertThat(new Guess(tables, hidden).couldBeAnother(w)).as("way %d of %s", w, tables).isTrue();
            }
        });
    }

    @Example
    void aSmallNumberTakesAnotherOfItsColumnAlongAndASumThatIsSmallIsHiddenToo() {
        var net = new SumNet();
        int end = net.point();
        int sum = net.point();
        net.way(end, sum, 1);
        net.way(end, sum, 9);
        net.way(end, sum, 20);
        net.way(sum, end, 30);
        assertThat(net.hidden(SMALL).orElseThrow()).containsExactly(true, true, false, false);
        var small = new SumNet();
        int here = small.point();
        int there = small.point();
        small.way(here, there, 1);
        small.way(there, here, 1);
        assertThat(small.hidden(SMALL).orElseThrow()).containsExactly(true, true);
    }

    @Example
    void whereTheNumberOfCellsSaysItAllNothingIsShown() {
        var net = new SumNet();
        int here = net.point();
        int there = net.point();
        net.way(here, there, 1);
        net.way(here, there, 1);
        net.way(there, here, 2);
        assertThat(net.hidden(SMALL)).as("two and no more: each is one").isEmpty();
        assertThatThrownBy(() -> net.hidden(2)).isInstanceOf(IllegalArgumentException.class);
    }

    /** By group of one kind, group of the other and column. */
    @Provide
    Arbitrary<List<int[]>> things() {
        return Arbitraries.integers().between(0, 11).map(n -> new int[] {n % 2, n / 2 % 2, n / 4}).list().ofMaxSize(22);
    }

    private static final class TwoTables {

        final SumNet net = new SumNet();
        final List<int[]> ways = new ArrayList<>();
        final int points = 2 + 2 + 3 + 3 + 2;

        TwoTables(List<int[]> things) {
            for (int p = 0; p < points; p++) net.point();
            for (int g = 0; g < 2; g++)
                for (int c = 0; c < 3; c++) {
                    way(2 + g, 4 + c, count(things, g, -1, c));
                    way(7 + c, 10 + g, count(things, -1, g, c));
                }
            for (int g = 0; g < 2; g++) {
                way(0, 2 + g, count(things, g, -1, -1));
                way(10 + g, 1, count(things, -1, g, -1));
            }
            for (int c = 0; c < 3; c++) way(4 + c, 7 + c, count(things, -1, -1, c));
            way(1, 0, things.size());
        }

        private void way(int from, int to, int count) {
            net.way(from, to, count);
            ways.add(new int[] {from, to, count});
        }

        private static int count(List<int[]> things, int one, int other, int column) {
            return (int) things.stream().filter(t -> (one < 0 || t[0] == one) && (other < 0 || t[1] == other)
                    && (column < 0 || t[2] == column)).count();
        }

        @Override
        public String toString() {
            return ways.stream().map(Arrays::toString).toList().toString();
        }
    }

    /** Somebody who sees all that is shown and knows which are hidden for being small: they try every number. */
    private static final class Guess {

        private final TwoTables tables;
        private final boolean[] hidden;
        private final int most;

        Guess(TwoTables tables, boolean[] hidden) {
            this.tables = tables;
            this.hidden = hidden;
            this.most = tables.ways.getLast()[2] + 3;
        }

        boolean couldBeAnother(int way) {
            var tried = new Integer[hidden.length];
            for (int w = 0; w < hidden.length; w++) if (!hidden[w]) tried[w] = tables.ways.get(w)[2];
            return fits(tried, way);
        }

        private boolean fits(Integer[] tried, int way) {
            int at = next(tried);
            if (at < 0) return true;
            int real = tables.ways.get(at)[2];
            for (int n = real < SMALL ? 1 : SMALL; n <= (real < SMALL ? SMALL - 1 : most); n++) {
                if (at == way && n == real) continue;
                tried[at] = n;
                if (agrees(tried, at) && fits(tried, way)) return true;
            }
            tried[at] = null;
            return false;
        }

        /** One that its neighbors leave no choice first. */
        private int next(Integer[] tried) {
            int best = -1;
            long fewest = Long.MAX_VALUE;
            for (int w = 0; w < tried.length; w++) {
                if (tried[w] != null) continue;
                long open = Math.min(open(tried, tables.ways.get(w)[0]), open(tried, tables.ways.get(w)[1]));
                if (open < fewest) {
                    fewest = open;
                    best = w;
                }
            }
            return best;
        }

        private long open(Integer[] tried, int point) {
            long open = 0;
            for (int w = 0; w < tried.length; w++)
                if (tried[w] == null && (tables.ways.get(w)[0] == point || tables.ways.get(w)[1] == point)) open++;
            return open;
        }

        private boolean agrees(Integer[] tried, int at) {
            return even(tried, tables.ways.get(at)[0]) && even(tried, tables.ways.get(at)[1]);
        }

        private boolean even(Integer[] tried, int point) {
            if (open(tried, point) > 0) return true;
            int sum = 0;
            for (int w = 0; w < tried.length; w++) {
                if (tables.ways.get(w)[0] == point) sum -= tried[w];
                if (tables.ways.get(w)[1] == point) sum += tried[w];
            }
            return sum == 0;
        }
    }
}
