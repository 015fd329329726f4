package org.daywatch.scheduling.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PricesTest {

    @Property(tries = 500)
    void everyPricesGiveABoundThatNoChoiceExceeds(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        var random = new Random(seed);
        var p = program(random);
        double[] prices = random.doubles(p.rows, -50, 400).map(d -> random.nextInt(20) == 0 ? Double.NaN : d).toArray();
        assertThat(Prices.bound(p, prices)).isGreaterThanOrEqualTo(best(p, 0, new int[p.columns]));
    }

    @Test
    void roundsDownToWholePointsAndNoFurther() {
        var p = new LinearProgram();
        p.shift(1);
        p.officer(10);
        p.row(1);
        p.term(0, 3);
        assertThat(Prices.bound(p, new double[] {10 / 3.0})).isEqualTo(3);
        assertThat(Prices.bound(p, new double[] {0})).isEqualTo(10);
    }

    @Test
    void fillsASeatOnceHoweverManyWouldBeWorthIt() {
        var p = new LinearProgram();
        p.shift(2);
        p.officer(10);
        p.officer(30);
        p.officer(20);
        assertThat(Prices.bound(p, new double[0])).isEqualTo(50);
    }

    @Test
    void refusesPricesTooLargeToCountWith() {
        var p = new LinearProgram();
        p.shift(1);
        p.officer(10);
        p.row(1);
        p.term(0, 1);
        assertThatThrownBy(() -> Prices.bound(p, new double[] {1e300})).isInstanceOf(ArithmeticException.class);
    }

    private static LinearProgram program(Random random) {
        var p = new LinearProgram();
        for (int s = 0; s < 3; s++) {
            p.shift(1 + random.nextInt(2));
            for (int o = 0; o < 3; o++) p.officer(random.nextInt(1000));
        }
        p.loose(-random.nextInt(100), 2);
        for (int r = 0; r < 4; r++) {
            p.row(random.nextInt(4));
            for (int c = 0; c < p.columns; c++)
                if (random.nextInt(3) == 0) p.term(c, c == p.firstLoose() ? -1 : 1 + random.nextInt(3));
        }
        return p;
    }

    private static long best(LinearProgram p, int column, int[] x) {
        if (column == p.columns) return keeps(p, x) ? worth(p, x) : 0;
        long best = 0;
        for (x[column] = 0; x[column] <= p.upTo[column]; x[column]++) best = Math.max(best, best(p, column + 1, x));
        x[column] = 0;
        return best;
    }

    private static boolean keeps(LinearProgram p, int[] x) {
        for (int s = 0; s < p.shifts; s++) {
            int taken = 0;
            for (int c = p.shiftBegin[s]; c < p.shiftBegin[s + 1]; c++) taken += x[c];
            if (taken > p.open[s]) return false;
        }
        for (int r = 0; r < p.rows; r++) {
            int sum = 0;
            for (int t = p.rowBegin[r]; t < p.rowBegin[r + 1]; t++) sum += p.termTimes[t] * x[p.termColumn[t]];
            if (sum > p.most[r]) return false;
        }
        return true;
    }

    private static long worth(LinearProgram p, int[] x) {
        long sum = 0;
        for (int c = 0; c < p.columns; c++) sum += p.worth[c] * x[c];
        return sum;
    }
}
