package org.daywatch.staffing.schedules.repair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.daywatch.scheduling.bound.Sieve;
import org.daywatch.scheduling.engine.ScheduleModel;
import org.daywatch.staffing.schedules.repair.Hands.Hand;

/** Leaves out hands that cannot be part of a repair as good as the one known: most of them, as a rule. */
final class HandSieve {

    private record Term(int column, int times) {}

    private final ScheduleModel model;
    private final List<Hand> hands;
    private final int open;
    private final int others;

    HandSieve(ScheduleModel model, List<Hand> hands, int open, int others) {
        this.model = model;
        this.hands = hands.stream().sorted(Comparator.comparingInt(Hand::officer)).toList();
        this.open = open;
        this.others = others;
    }

    List<Hand> worthAtLeast(long points, double seconds) {
        if (seconds <= 0) return hands;
        var sieve = new Sieve();
        var seats = new TreeMap<Integer, List<Term>>();
        int officer = -1;
        for (var hand : hands) {
            if (hand.officer() != officer) sieve.group();
            officer = hand.officer();
            int column = sieve.column(hand.value());
            for (int pair : hand.takes())
                seats.computeIfAbsent(model.seatOf(pair), s -> new ArrayList<>()).add(new Term(column, 1));
            for (int pair : hand.leaves())
                seats.computeIfAbsent(model.seatOf(pair), s -> new ArrayList<>()).add(new Term(column, -1));
        }
        seats.forEach((seat, terms) -> {
            sieve.row(seat == open ? 1 : 0);
            terms.forEach(t -> sieve.term(t.column(), t.times()));
        });
        sieve.row(others);
        for (int h = 0; h < hands.size(); h++)
            if (!hands.get(h).leaves().isEmpty()) sieve.term(h, hands.get(h).leaves().size());
        return sieve.worthAtLeast(points, seconds).stream().mapToObj(hands::get).toList();
    }
}
