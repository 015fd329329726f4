package org.daywatch.staffing.schedules.repair;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.daywatch.scheduling.engine.ScheduleModel;
import org.daywatch.scheduling.engine.Seating;
import org.daywatch.staffing.schedules.repair.CallOffRepair.Limits;
import org.jspecify.annotations.Nullable;

/**
 * Every way in which one officer could come out of a repair other than they are: up to two seats they leave and one
 * they take, lawful and valued exactly, since their limits and their points depend on their own seats only.
 */
final class Hands {

    /** @param value points gained, prices of left seats off */
    record Hand(int officer, List<Integer> takes, List<Integer> leaves, long value) {
        private static final Comparator<Hand> BEST_FIRST = Comparator.comparingLong(Hand::value).reversed()
                .thenComparingInt(Hand::officer);
    }

    private static final int LEAVES = 2;

    private final ScheduleModel model;
    private final Seating roster;
    private final BitSet banned;
    private final Limits limits;
    private final long deadline;
    private final List<Hand> movers = new ArrayList<>();
    private final Map<List<Integer>, List<Hand>> fresh = new HashMap<>(); // by the seats taken
    private final Map<Integer, List<Integer>> pairsOf = new HashMap<>();
    private final BitSet seats;

    Hands(ScheduleModel model, Seating roster, BitSet banned, Limits limits, BitSet seats, long deadline) {
        this.model = model;
        this.roster = roster;
        this.banned = banned;
        this.limits = limits;
        this.seats = seats;
        this.deadline = deadline;
    }

    /** Null where the time was over before all were known. */
    @Nullable
    List<Hand> of(int[] officers) {
        seats.stream().forEach(seat -> {
            for (int pair = model.firstPair(seat); pair < model.lastPair(seat); pair++) {
                if (!banned.get(pair) && roster.holder(seat) != pair)
                    pairsOf.computeIfAbsent(model.officerOf(pair), o -> new ArrayList<>()).add(pair);
            }
        });
        for (int officer : officers) {
            if (System.nanoTime() > deadline) return null;
            officer(officer);
        }
        var all = new ArrayList<>(movers);
        fresh.values().forEach(all::addAll);
        return all;
    }

    private void officer(int officer) {
        int[] free = IntStream.range(0, roster.heldCount(officer)).map(i -> roster.held(officer, i))
                .filter(p -> seats.get(model.seatOf(p)) && !model.pinned(p)).sorted().toArray();
        leave(officer, free, 0, new Hand(officer, List.of(), List.of(), 0));
    }

    /**
     * Every choice of seats an officer leaves; the schedule has these taken from them while it is asked what they could
     * take instead.
     */
    private void leave(int officer, int[] free, int from, Hand hand) {
        take(officer, hand);
        if (hand.leaves().size() == Math.min(LEAVES, limits.others())) return;
        for (int i = from; i < free.length; i++) {
            long value = hand.value() + roster.loss(free[i]) - limits.price();
            roster.take(free[i]);
            leave(officer, free, i + 1, new Hand(officer, hand.takes(), with(hand.leaves(), free[i]), value));
            roster.put(free[i]);
        }
    }

    private void take(int officer, Hand hand) {
        if (!hand.leaves().isEmpty()) add(hand);
        for (int pair : pairsOf.getOrDefault(officer, List.of())) {
            if (!hand.leaves().contains(pair) && roster.fits(pair, -1, -1)) {
                add(new Hand(officer, List.of(pair), hand.leaves(), hand.value() + roster.gain(pair, -1, -1)));
            }
        }
    }

    private static List<Integer> with(List<Integer> some, int more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }

    /**
     * Of officers who only come, the best few for each choice of seats are enough: with n others changed, at most n
     * officers leave and n more come to them, so one of the best 2n + 1 is not needed elsewhere and does as well as
     * any.
     */
    private void add(Hand hand) {
        if (!hand.leaves().isEmpty()) {
            movers.add(hand);
            return;
        }
        var best = fresh.computeIfAbsent(hand.takes().stream().map(model::seatOf).toList(), s -> new ArrayList<>());
        best.add(hand);
        best.sort(Hand.BEST_FIRST);
        if (best.size() > 2 * limits.others() + 1) best.removeLast();
    }
}
