package org.daywatch.scheduling.engine;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.daywatch.scheduling.engine.limits.IntList;

/**
 * Fills every seat with as few officers as it can. From a full schedule it retires one officer after another: their
 * seats go to a pool, and each seat of the pool is given to somebody still active, sending away up to three of their
 * seats if it must, those that have been hardest to place last. What cannot be emptied in its share of moves is taken
 * back and another officer tried.
 */
final class FewestOfficers extends MarketSearch {

    private static final int SHUFFLES = 12; // seats moved at random after each forced one

    private final ScheduleModel model;
    private final int[] seats;
    private final Seating seating;
    private final Luck luck;
    private final boolean[] active;
    private final int[] hardness; // by seat: how often it could not be placed
    private final int bound;
    private int[] best;
    private int bestUsed;
    private int bestOpen;
    private final IntList pool = new IntList();
    private int victim = -1;
    private long patience;
    private final int[] ejected = new int[3];
    private final int[] chosen = new int[3];

    FewestOfficers(ScheduleModel model, int[] seats, long seed, SearchBoard board, int market) {
        super(board, market);
        this.model = model;
        this.seats = seats;
        seating = new Seating(model);
        luck = new Luck(seed);
        active = new boolean[model.officers.size()];
        hardness = new int[model.seats()];
        bound = atOnce();
        for (int seat : seats) {
            for (int pair = model.firstPair(seat); pair < model.lastPair(seat); pair++)
                active[model.pairOfficer[pair]] = true;
        }
        start();
        best = new int[seats.length];
        bestOpen = Integer.MAX_VALUE;
        keepIfBetter();
    }

    /** Officers needed at the busiest moment: nobody stands in two places. */
    private int atOnce() {
        int most = 0;
        for (int seat : seats) {
            int at = model.seatStart[seat];
            int there = 0;
            for (int other : seats)
                if (model.seatStart[other] <= at && at < model.seatEnd[other] && takesSomebody(other)) there++;
            most = Math.max(most, there);
        }
        return most;
    }

    /** Not so for a seat that nobody may take, nor for accepted ones: those may stand for one officer at two places. */
    private boolean takesSomebody(int seat) {
        return model.lastPair(seat) > model.firstPair(seat) && model.pinnedPair(seat) < 0;
    }

    /**
     * Seats in the order of their hours, each to the one already used who has been free the shortest, else to whoever
     * can take most.
     */
    private void start() {
        int[] reach = new int[model.officers.size()];
        for (int seat : seats) {
            for (int pair = model.firstPair(seat); pair < model.lastPair(seat); pair++)
                reach[model.pairOfficer[pair]]++;
        }
        var order = Arrays.stream(seats).boxed().sorted((a, b) -> model.seatStart[a] != model.seatStart[b]
                ? Integer.compare(model.seatStart[a], model.seatStart[b])
                : Integer.compare(a, b)).toList();
        for (int seat : order) {
            if (seating.holder[seat] >= 0 || model.lastPair(seat) == model.firstPair(seat)) continue; // nobody's seat is never waited for
            int best = -1;
            long bestKey = Long.MIN_VALUE;
            for (int pair = model.firstPair(seat); pair < model.lastPair(seat); pair++) {
                int officer = model.pairOfficer[pair];
                if (!seating.fits(pair, -1, -1)) continue;
                long key = seating.count[officer] > 0 ? (1L << 40) + lastEnd(officer) : reach[officer];
                if (key > bestKey) {
                    bestKey = key;
                    best = pair;
                }
            }
            if (best >= 0) seating.put(best);
            else pool.add(seat);
        }
    }

    private int lastEnd(int officer) {
        int end = 0;
        for (int i = 0; i < seating.count[officer]; i++) end = Math.max(end, model.end(seating.held[officer][i]));
        return end;
    }

    @Override
    boolean done() {
        return bestOpen == 0 && bestUsed <= bound || seats.length == 0
                || IntStream.of(seats).allMatch(s -> model.lastPair(s) == model.firstPair(s));
    }

    @Override
    long points() {
        return -bestUsed;
    }

    @Override
    int[] best() {
        return best.clone();
    }

    @Override
    void step(int moves, double share) {
        for (int i = 0; i < moves && !done(); i++) {
            if (pool.size < bestOpen) keepIfBetter();
            if (pool.size == 0) {
                keepIfBetter();
                if (done() || !retire()) return;
            } else if (--patience <= 0 && victim >= 0) {
                giveUp();
            } else {
                place(pool.items[--pool.size]);
            }
        }
    }

    private int used() {
        return (int) Arrays.stream(seats).filter(s -> seating.holder[s] >= 0)
                .map(s -> model.pairOfficer[seating.holder[s]]).distinct().count();
    }

    private void keepIfBetter() {
        int used = used();
        if (pool.size > bestOpen || pool.size == bestOpen && used >= bestUsed) return;
        bestOpen = pool.size;
        bestUsed = used;
        for (int i = 0; i < seats.length; i++) best[i] = seating.holder[seats[i]];
    }

    /** Nobody stays idle and active; of those with few minutes one is retired by chance. */
    private boolean retire() {
        int[] working = IntStream.range(0, active.length).filter(o -> active[o] && seating.count[o] > 0 && movable(o))
                .toArray();
        for (int o = 0; o < active.length; o++) if (seating.count[o] == 0) active[o] = false;
        if (working.length < 2) return false;
        victim = working[luck.below(working.length)];
        for (int i = 0; i < 2; i++) {
            int other = working[luck.below(working.length)];
            if (minutes(other) < minutes(victim)) victim = other;
        }
        active[victim] = false;
        while (seating.count[victim] > 0) {
            int pair = seating.held[victim][seating.count[victim] - 1];
            seating.take(pair);
            pool.add(model.pairSeat[pair]);
        }
        patience = 400L + 20L * seats.length;
        return true;
    }

    private boolean movable(int officer) {
        for (int i = 0; i < seating.count[officer]; i++) if (model.pinned(seating.held[officer][i])) return false;
        return true;
    }

    private int minutes(int officer) {
        int sum = 0;
        for (int i = 0; i < seating.count[officer]; i++) sum += model.minutes(seating.held[officer][i]);
        return sum;
    }

    /** Back to the best full schedule; the officer comes back to work. */
    private void giveUp() {
        for (int seat : seats)
            if (seating.holder[seat] >= 0 && !model.pinned(seating.holder[seat])) seating.take(seating.holder[seat]);
        pool.size = 0;
        for (int i = 0; i < seats.length; i++) {
            if (best[i] < 0) {
                if (takesSomebody(seats[i])) pool.add(seats[i]);
            } else if (seating.holder[seats[i]] < 0) seating.put(best[i]);
        }
        active[victim] = true;
        victim = -1;
        for (int i = 0; i < SHUFFLES * 4; i++) shuffle();
    }

    private void place(int seat) {
        int first = model.firstPair(seat);
        int n = model.lastPair(seat) - first;
        int offset = luck.below(n);
        for (int i = 0; i < n; i++) {
            int pair = first + (offset + i) % n;
            if (active[model.pairOfficer[pair]] && seating.fits(pair, -1, -1)) {
                seating.put(pair);
                return;
            }
        }
        hardness[seat]++;
        force(seat, first, n, offset);
    }

    /** Gives the seat to whoever has the easiest seats in the way. */
    private void force(int seat, int first, int n, int offset) {
        int best = -1;
        long least = Long.MAX_VALUE;
        int chosenCount = 0;
        for (int i = 0; i < n; i++) {
            int pair = first + (offset + i) % n;
            if (!active[model.pairOfficer[pair]]) continue;
            int count = inTheWay(pair);
            if (count < 0) continue;
            long price = 0;
            for (int k = 0; k < count; k++) price += hardness[model.pairSeat[ejected[k]]] + 1;
            if (price < least) {
                least = price;
                best = pair;
                chosenCount = count;
                System.arraycopy(ejected, 0, chosen, 0, count);
            }
        }
        if (best < 0) {
            if (victim < 0 && clear(first + offset)) return;
            pool.add(seat);
            rotate();
            return;
        }
        for (int k = 0; k < chosenCount; k++) seating.take(chosen[k]);
        if (seating.fits(best, -1, -1)) {
            seating.put(best);
            for (int k = 0; k < chosenCount; k++) pool.add(model.pairSeat[chosen[k]]);
        } else {
            for (int k = 0; k < chosenCount; k++) seating.put(chosen[k]);
            pool.add(seat);
        }
        for (int i = 0; i < SHUFFLES; i++) shuffle();
    }

    /**
     * While no exchange fills an open seat, an officer leaves all they hold for it. Nothing changes where even that
     * does not help.
     */
    private boolean clear(int pair) {
        int officer = model.pairOfficer[pair];
        if (!active[officer]) return false;
        int[] leaves = Arrays.stream(Arrays.copyOf(seating.held[officer], seating.count[officer]))
                .filter(p -> !model.pinned(p)).toArray();
        for (int left : leaves) seating.take(left);
        boolean fits = seating.fits(pair, -1, -1);
        if (fits) seating.put(pair);
        for (int left : leaves) {
            if (fits) pool.add(model.pairSeat[left]);
            else seating.put(left);
        }
        return fits;
    }

    private void rotate() {
        int last = pool.items[pool.size - 1];
        System.arraycopy(pool.items, 0, pool.items, 1, pool.size - 1);
        pool.items[0] = last;
    }

    /** The seats that keep them from this one, at most three; −1 where it takes more. */
    private int inTheWay(int pair) {
        int officer = model.pairOfficer[pair];
        int count = 0;
        for (int i = 0; i < seating.count[officer]; i++) {
            int other = seating.held[officer][i];
            if (model.start(other) >= model.end(pair) || model.start(pair) >= model.end(other)) continue;
            if (count == 3 || model.pinned(other)) return -1;
            ejected[count++] = other;
        }
        if (count > 2 || seating.fits(pair, count > 0 ? ejected[0] : -1, count > 1 ? ejected[1] : -1)) return count;
        if (seating.count[officer] == count) return -1;
        int start = luck.below(seating.count[officer]);
        for (int i = 0; i < seating.count[officer]; i++) {
            int other = seating.held[officer][(start + i) % seating.count[officer]];
            if (model.pinned(other) || count > 0 && other == ejected[0] || count > 1 && other == ejected[1]) continue;
            if (count < 2 && !seating.fits(pair, count > 0 ? ejected[0] : -1, other)) continue;
            ejected[count] = other;
            return count + 1;
        }
        return -1;
    }

    /** Moves a seat to somebody else who has room for it, so that the next try meets other schedules. */
    private void shuffle() {
        int seat = seats[luck.below(seats.length)];
        int now = seating.holder[seat];
        if (now < 0 || model.pinned(now)) return;
        int pair = model.firstPair(seat) + luck.below(model.lastPair(seat) - model.firstPair(seat));
        if (pair == now || !active[model.pairOfficer[pair]]) return;
        if (seating.fits(pair, -1, -1)) {
            seating.take(now);
            seating.put(pair);
        }
    }
}
