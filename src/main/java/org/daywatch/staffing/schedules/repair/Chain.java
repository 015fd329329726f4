package org.daywatch.staffing.schedules.repair;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.daywatch.scheduling.engine.ScheduleModel;
import org.daywatch.scheduling.engine.Seating;
import org.daywatch.staffing.schedules.repair.CallOffRepair.Found;
import org.daywatch.staffing.schedules.repair.CallOffRepair.Limits;
import org.jspecify.annotations.Nullable;

/**
 * Refills a seat by at most two officers moving on, within a bounded number of questions: milliseconds, whatever the
 * size.
 */
final class Chain {

    /** Questions put to the rules: some hundred nanoseconds each. */
    private static final int QUESTIONS = 30_000;
    /**
     * How many of the best ways to fill a seat are kept: a chain needs one that does not move the same officer twice.
     */
    private static final int KEPT = 3;

    private final ScheduleModel model;
    private final Seating roster;
    private final BitSet banned;
    private final Limits limits;
    private final Map<Integer, List<Way>> direct = new HashMap<>();
    private final Map<Integer, List<Way>> byOneMove = new HashMap<>();
    private int questions = QUESTIONS;

    /**
     * An officer takes a seat.
     *
     * @param leaves the pair they leave for it, −1 without
     * @param rest who takes what they leave; null where it stays open
     */
    private record Way(long gain, int pair, int leaves, @Nullable Way rest) {
        private static final Comparator<Way> BEST_FIRST = Comparator.comparingLong(Way::gain).reversed()
                .thenComparingInt(Way::pair).thenComparingInt(Way::leaves);
    }

    Chain(ScheduleModel model, Seating roster, BitSet banned, Limits limits) {
        this.model = model;
        this.roster = roster;
        this.banned = banned;
        this.limits = limits;
    }

    Found refill(int seat) {
        var best = first(direct(seat));
        if (limits.others() >= 1) best = better(best, first(byOneMove(seat)));
        if (limits.others() >= 2 && !whole(best)) best = better(best, byTwoMoves(seat));
        var given = new ArrayList<Integer>();
        var left = new ArrayList<Integer>();
        for (var way = best; way != null; way = way.rest()) {
            given.add(way.pair());
            if (way.leaves() >= 0) left.add(way.leaves());
        }
        return new Found(given, left, false);
    }

    /** Officers who may take the seat as they are. What seats cost together only takes away from a pair's points. */
    private List<Way> direct(int seat) {
        var known = direct.get(seat);
        if (known != null) return known;
        var ways = new ArrayList<Way>();
        for (int pair = model.firstPair(seat); pair < model.lastPair(seat); pair++) {
            long least = ways.size() < KEPT ? 0 : ways.getLast().gain();
            if (model.points(pair) <= least) break;
            if (!fits(pair, -1)) continue;
            long gain = roster.gain(pair, -1, -1);
            if (gain > least) keep(ways, new Way(gain, pair, -1, null));
        }
        direct.put(seat, ways);
        return ways;
    }

    private List<Way> byOneMove(int seat) {
        var known = byOneMove.get(seat);
        if (known != null) return known;
        var ways = new ArrayList<Way>();
        byOneMove.put(seat, ways);
        for (var move : moves(seat)) {
            var rest = without(direct(model.seatOf(move.leaves())), move);
            long gain = move.gain() + (rest == null ? 0 : rest.gain());
            if (gain > 0) keep(ways, new Way(gain, move.pair(), move.leaves(), rest));
        }
        return ways;
    }

    private @Nullable Way byTwoMoves(int seat) {
        Way best = null;
        var moves = moves(seat);
        moves.sort(Way.BEST_FIRST);
        for (var move : moves) {
            int next = model.seatOf(move.leaves());
            if (questions <= 0) break;
            if (best != null && move.gain() + model.points(model.firstPair(next)) <= best.gain()) continue;
            var rest = without(byOneMove(next), move);
            if (rest != null) best = better(best, new Way(move.gain() + rest.gain(), move.pair(), move.leaves(), rest));
        }
        return best;
    }

    /** Officers who may take the seat after leaving one of theirs. */
    private List<Way> moves(int seat) {
        var moves = new ArrayList<Way>();
        for (int pair = model.firstPair(seat); pair < model.lastPair(seat); pair++) {
            int officer = model.officerOf(pair);
            if (fits(pair, -1)) continue; // they need not leave anything
            for (int i = 0; i < roster.heldCount(officer); i++) {
                int held = roster.held(officer, i);
                if (!model.pinned(held) && fits(pair, held))
                    moves.add(new Way(roster.gain(pair, held, -1) - limits.price(), pair, held, null));
            }
        }
        return moves;
    }

    private boolean fits(int pair, int without) {
        return !banned.get(pair) && questions-- > 0 && roster.fits(pair, without, -1);
    }

    /** The best way that does not move the officer of the move again. */
    private @Nullable Way without(List<Way> ways, Way move) {
        int officer = model.officerOf(move.pair());
        for (var way : ways) {
            if (model.officerOf(way.pair()) != officer
                    && (way.rest() == null || model.officerOf(way.rest().pair()) != officer))
                return way;
        }
        return null;
    }

    private static void keep(List<Way> ways, Way way) {
        ways.add(way);
        ways.sort(Way.BEST_FIRST);
        if (ways.size() > KEPT) ways.removeLast();
    }

    private static boolean whole(@Nullable Way way) {
        return way != null && (way.leaves() < 0 || whole(way.rest()));
    }

    private static @Nullable Way first(List<Way> ways) {
        return ways.isEmpty() ? null : ways.getFirst();
    }

    private static @Nullable Way better(@Nullable Way one, @Nullable Way other) {
        if (one == null || other == null) return one == null ? other : one;
        return other.gain() > one.gain() ? other : one;
    }
}
