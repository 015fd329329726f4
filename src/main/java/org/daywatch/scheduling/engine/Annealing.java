package org.daywatch.scheduling.engine;

import java.util.Arrays;

/**
 * Makes a lawful schedule better: gives a seat to another officer, takes up to two seats from them if it must, fills
 * those again, and keeps the change when it gains, or by chance while it is hot. It cools with the share of the budget
 * that is used.
 */
final class Annealing {

    /** First and last temperature in parts of the spread: the pair that did best on planted problems of all sizes. */
    private static final double HOT = 0.35;
    private static final double COLD = 0.003;

    /**
     * So many neighboring seats are tried so many times before the search goes elsewhere: what they need fits into the
     * cache.
     */
    private static final int WINDOW = 256;
    private static final int STAY = 1024;

    private final Seating seating;
    private final ScheduleModel model;
    private final Luck luck;
    private final int[] movable; // neighbors stand together
    private final int window;
    private int start; // of the window, in movable
    private final double hot;
    private final double cold;
    private double heat;
    private final int[] seats;
    private final int[] best; // by place in seats: the pair that holds it
    private long bestPoints;
    private long moves;

    // what the move under trial has done, to take it back
    private final int[] taken = new int[4];
    private final int[] put = new int[4];
    private int takenCount;
    private int putCount;

    /** @param seats the seats of one market; the seating's others are not looked at */
    Annealing(Seating seating, int[] seats, long seed) {
        this.seating = seating;
        this.model = seating.model;
        this.seats = seats;
        this.luck = new Luck(seed);
        movable = Nearby.order(model, Arrays.stream(seats)
                .filter(s -> model.pinnedPair[s] < 0 && model.lastPair(s) > model.firstPair(s)).toArray());
        window = Math.min(WINDOW, movable.length);
        double spread = spread();
        hot = spread * HOT;
        cold = spread * COLD;
        best = new int[seats.length];
        remember();
    }

    private void remember() {
        bestPoints = seating.points();
        for (int i = 0; i < seats.length; i++) best[i] = seating.holder[seats[i]];
    }

    /** How far the points of a seat's candidates typically lie apart: half a seat's range from first to middle. */
    private double spread() {
        long[] gaps = Arrays.stream(movable).mapToLong(s -> {
            int first = model.firstPair(s);
            return model.pairPoints[first] - model.pairPoints[(first + model.lastPair(s) - 1) / 2];
        }).sorted().toArray();
        return gaps.length == 0 ? 1 : Math.max(1, gaps[gaps.length / 2]);
    }

    /** Nothing in this market can be moved. */
    boolean idle() {
        return movable.length == 0;
    }

    long bestPoints() {
        return bestPoints;
    }

    /** The pairs of the best schedule so far, by place in the market's seats. */
    int[] best() {
        return best.clone();
    }

    /** @param share of the budget that is used, 0 to 1 */
    void cool(double share) {
        heat = hot * StrictMath.pow(cold / hot, share);
    }

    /** Looks for the best so far at the end of the run only: keep runs short. */
    void run(long count) {
        for (long i = 0; i < count && movable.length > 0; i++) {
            if (i % STAY == 0) start = luck.below(movable.length);
            tryMove();
        }
        moves += count;
        if (seating.points() > bestPoints) remember();
    }

    private void tryMove() {
        int at = start + luck.below(window);
        int seat = movable[at < movable.length ? at : at - movable.length];
        int first = model.firstPair(seat);
        int pair = first + luck.below(model.lastPair(seat) - first);
        int now = seating.holder[seat];
        if (pair == now) return;
        double threshold = heat * luck.log();
        long before = seating.points();
        if (seating.fits(seat, pair, -1, -1)) give(pair, now, -1, -1, before, threshold);
        else eject(seat, pair, now, before, threshold);
    }

    /**
     * Where one seat at most is taken from them, all is worked out before anything moves: most changes are not kept,
     * and nothing must then be put back.
     */
    private void give(int pair, int now, int except, int alsoExcept, long before, double threshold) {
        if (except >= 0 && alsoExcept >= 0) {
            giveForTwo(pair, now, except, alsoExcept, before, threshold);
            return;
        }
        int left = Math.max(except, alsoExcept);
        double lacking = threshold - seating.gain(pair, left, -1) - (now >= 0 ? seating.loss(now) : 0);
        if (lacking > hope(left)) return;
        int again = left < 0 ? -1 : successor(left, model.pairOfficer[pair], now, lacking);
        if (lacking > 0 && again < 0) return;
        if (now >= 0) seating.take(now);
        if (left >= 0) seating.take(left);
        seating.put(pair);
        if (again >= 0) seating.put(again);
    }

    /**
     * Who gains most in a seat that somebody leaves, whoever's place that one takes among them; −1 where nobody brings
     * what is lacking.
     *
     * @param not the one who leaves it
     */
    private int successor(int left, int not, int now, double lacking) {
        int seat = model.pairSeat[left];
        int free = now < 0 ? -1 : model.pairOfficer[now];
        long most = Math.max(0, (long) Math.ceil(lacking) - 1);
        int best = -1;
        for (int pair = model.firstPair(seat); pair < model.lastPair(seat); pair++) {
            if (model.pairPoints[pair] <= most) break; // what seats cost together only takes away
            int officer = model.pairOfficer[pair];
            if (officer == not || !seating.fits(seat, pair, officer == free ? now : -1, -1)) continue;
            long gain = officer == free ? seating.gain(pair, now, -1) - seating.loss(now) : seating.gain(pair, -1, -1);
            if (gain > most) {
                most = gain;
                best = pair;
            }
        }
        return best;
    }

    /** Two seats may go to one officer, which is only seen once they have the first: so it is tried out. */
    private void giveForTwo(int pair, int now, int one, int two, long before, double threshold) {
        long change = seating.gain(pair, one, two) + (now >= 0 ? seating.loss(now) : 0);
        if (change + hope(one) + hope(two) < threshold) return;
        takenCount = 0;
        putCount = 0;
        if (now >= 0) take(now);
        take(one);
        take(two);
        put(pair);
        double wanted = before + threshold;
        refill(one, wanted - hope(two));
        refill(two, wanted);
        if (seating.points() < wanted) undo();
    }

    /** The most that filling the seat again can bring. */
    private long hope(int pair) {
        return pair < 0 ? 0 : Math.max(0, model.pairPoints[model.firstPair(model.pairSeat[pair])]);
    }

    /** Nobody is looked at who would not bring the points up to those wanted. */
    private void refill(int pair, double wanted) {
        long least = Math.max(0, (long) Math.ceil(wanted - seating.points()) - 1);
        int again = Greedy.best(seating, model.pairSeat[pair], -1, least);
        if (again >= 0) put(again);
    }

    private void eject(int seat, int pair, int now, long before, double threshold) {
        int officer = model.pairOfficer[pair];
        int count = seating.count[officer];
        int[] mine = seating.held[officer];
        int[] seats = seating.seatHeld[officer];
        double lacking = threshold - model.pairPoints[pair] - seating.soft(officer); // at best, before anybody gives anything up
        if (now >= 0) lacking += model.pairPoints[now] - seating.soft(model.pairOfficer[now]);
        int one = -1;
        int two = -1;
        int overlapping = 0;
        for (int i = 0; i < count; i++) {
            int held = seats[i];
            if (model.seatStart[held] < model.seatEnd[seat] && model.seatStart[seat] < model.seatEnd[held]) {
                if (++overlapping > 2 || pinned(held)) return;
                if (one < 0) one = mine[i];
                else two = mine[i];
                lacking -= chance(mine[i]);
            }
        }
        if (overlapping > 0 && seating.fits(seat, pair, one, two)) {
            if (lacking <= 0) give(pair, now, one, two, before, threshold);
            return;
        }
        if (overlapping == 2 || count == 0) return;
        int begin = luck.below(count);
        for (int i = 0; i < count; i++) {
            int at = begin + i < count ? begin + i : begin + i - count;
            if (mine[at] == one || lacking > chance(mine[at]) || pinned(seats[at])) continue; // nobody could bring what is lacking
            if (seating.fits(seat, pair, one, mine[at])) {
                give(pair, now, one, mine[at], before, threshold);
                return;
            }
        }
        if (overlapping == 0 && count > 1) {
            int third = (begin + 1 + luck.below(count - 1)) % count;
            if (!pinned(seats[begin]) && !pinned(seats[third]) && seating.fits(seat, pair, mine[begin], mine[third])) {
                give(pair, now, mine[begin], mine[third], before, threshold);
            }
        }
    }

    /** The most that somebody else in that seat can bring over whoever holds it. */
    private long chance(int pair) {
        return hope(pair) - model.pairPoints[pair];
    }

    private boolean pinned(int seat) {
        return model.pinnedPair[seat] >= 0;
    }

    private void take(int pair) {
        seating.take(pair);
        taken[takenCount++] = pair;
    }

    private void put(int pair) {
        seating.put(pair);
        put[putCount++] = pair;
    }

    private void undo() {
        while (putCount > 0) seating.take(put[--putCount]);
        while (takenCount > 0) seating.put(taken[--takenCount]);
    }
}
