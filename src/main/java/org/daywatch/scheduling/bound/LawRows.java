package org.daywatch.scheduling.bound;

import java.util.Arrays;
import java.util.TreeMap;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.caps.CapShape.Rolling;
import org.daywatch.scheduling.hours.WorkTime;

/**
 * What the rules allow one officer, as rows. Each kind carries the reason why every lawful schedule obeys it: a row
 * that cut one off would make the bound a lie. Leaving a row out only makes the bound weaker.
 */
final class LawRows {

    private static final int DIVISORS = 4;

    private final OwnColumns own;
    private final LinearProgram program;

    LawRows(OwnColumns own, LinearProgram program) {
        this.own = own;
        this.program = program;
    }

    /**
     * Of seats of which any two exclude each other for an officer they hold one at most. Two exclude each other when
     * they overlap, or when their limits refuse both together on top of fixed hours and pins; they refuse them with
     * more seats too, since every limit asked here is broken by more work if it is broken by less.
     */
    void cliques() {
        int[] columnsOf = new int[own.stretches().count()];
        for (int i = 0; i < own.size(); i++) columnsOf[own.stretch(i)]++;
        for (var clique : Cliques.covering(own.stretches().apart)) {
            if (clique.stream().map(s -> columnsOf[s]).sum() < 2) continue; // one seat alone is what upTo says
            program.row(1);
            for (int i = 0; i < own.size(); i++) {
                if (clique.get(own.stretch(i))) program.term(own.columns()[i], 1);
            }
        }
    }

    /**
     * Day, week, month and hours before a shift: the minutes they take of a period are at most what fixed hours and
     * pins leave. Their seats do not overlap, so their minutes add up. Where nothing is left, or less, no seat with
     * minutes there is lawful.
     */
    void periods() {
        if (own.pinsOverlap()) return;
        var taken = new TreeMap<Integer, int[]>();
        for (int i = 0; i < own.size(); i++) {
            int column = i;
            own.model().eachPeriod(own.pairs()[i],
                    (period, minutes) -> taken.computeIfAbsent(period, p -> new int[own.size()])[column] = minutes);
        }
        var pinned = new TreeMap<Integer, Integer>();
        for (int pin : own.pins())
            own.model().eachPeriod(pin, (period, minutes) -> pinned.merge(period, minutes, Integer::sum));
        taken.forEach(
                (period, minutes) -> atMost(minutes, own.model().periodLeft(period) - pinned.getOrDefault(period, 0)));
    }

    /**
     * At most so much in any stretch of the length: asked for stretches that begin or end with a seat. A lawful
     * schedule keeps the limit in every stretch that a seat of it touches, and where it touches none the row asks
     * nothing. A minute that fixed hours or a pin claim as well counts once, there.
     *
     * @param fixed hours of the kinds the limit counts, pins among them
     */
    void rolling(Rolling limit, WorkTime fixed) {
        long length = limit.length().toMinutes();
        var windows = Arrays.stream(own.pairs()).mapToObj(p -> own.model().shift(own.model().seatOf(p)).window())
                .toList();
        windows.stream().flatMap(w -> java.util.stream.Stream.of(w.start(), w.end().minus(limit.length()))).distinct()
                .sorted().forEach(begin -> {
                    var within = Window.of(begin, limit.length());
                    int[] minutes = windows.stream()
                            .mapToInt(w -> w.intersect(within)
                                    .map(part -> (int) (part.minutes() - fixed.within(part).toMinutes())).orElse(0))
                            .toArray();
                    if (Arrays.stream(minutes).filter(m -> m > 0).count() > 1 && length > 0)
                        atMost(minutes, Math.toIntExact(limit.limit().minus(fixed.within(within)).toMinutes()));
                });
    }

    /**
     * Σ minutes ≤ left, and the same divided by d with everything rounded down: the left side is then a whole number
     * not above left / d, so not above that rounded down (the rounding of Chvátal and Gomory). It says, for instance,
     * that 24 hours hold two seats of nine hours and not two and two thirds.
     */
    private void atMost(int[] minutes, int left) {
        int room = Math.max(0, left);
        if (own.most(minutes) <= room) return; // their other rows say so already
        int[] divisors = Arrays.stream(minutes).filter(m -> m > 0).distinct().sorted().limit(DIVISORS).toArray();
        boolean alike = divisors.length == 1;
        if (!alike) row(minutes, 1, room);
        for (int d : divisors) {
            if (d > 1 && (alike || room % d != 0)) row(minutes, d, room);
        }
        if (alike && divisors[0] == 1) row(minutes, 1, room);
    }

    private void row(int[] minutes, int divisor, int room) {
        program.row(room / divisor);
        for (int i = 0; i < minutes.length; i++) {
            if (minutes[i] >= divisor) program.term(own.columns()[i], minutes[i] / divisor);
        }
    }
}
