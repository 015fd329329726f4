package org.daywatch.staffing.schedules.repair;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.daywatch.scheduling.engine.ScheduleModel;
import org.daywatch.scheduling.engine.Seating;
import org.daywatch.staffing.schedules.repair.CallOffRepair.Found;
import org.daywatch.staffing.schedules.repair.CallOffRepair.Limits;
import org.daywatch.staffing.schedules.repair.Hands.Hand;

/** Chooses among all hands of a neighborhood, and looks around farther while a seat stays open and there is time. */
final class ExactRefill {

    private static final int ROUNDS = 3;
    private static final double GATHERING = 0.4; // of the time left: longer leaves none to choose in
    private static final double SIEVING = 0.5;

    private final ScheduleModel model;
    private final Seating roster;
    private final BitSet banned;
    private final Limits limits;
    private final long deadline;

    ExactRefill(ScheduleModel model, Seating roster, BitSet banned, Limits limits, long deadline) {
        this.model = model;
        this.roster = roster;
        this.banned = banned;
        this.limits = limits;
        this.deadline = deadline;
    }

    Found refill(int seat) {
        var chain = new Chain(model, roster, banned, limits).refill(seat);
        var around = new Neighborhood(model, roster, seat, chain.left());
        var best = choose(around, seat, chain);
        for (int round = 1; round < ROUNDS && !whole(best, seat) && System.nanoTime() < deadline
                && around.widen(); round++) {
            // A wider choice holds the narrower one, so it is at least as good unless the time cut it short.
            var wider = choose(around, seat, best);
            best = wider.proven() || whole(wider, seat) ? wider : new Found(best.given(), best.left(), false);
        }
        return best;
    }

    /** @param known taken, unproven, where there is no time for anything else */
    private Found choose(Neighborhood around, int seat, Found known) {
        var hands = new Hands(model, roster, banned, limits, around.seats, part(GATHERING)).of(around.officers());
        if (hands == null) return new Found(known.given(), known.left(), false);
        if (hands.isEmpty()) return new Found(List.of(), List.of(), true);
        long worth = worth(known);
        long sieved = part(SIEVING);
        var few = InTime.by(sieved,
                () -> new HandSieve(model, hands, seat, limits.others()).worthAtLeast(worth, seconds(sieved)),
                () -> {});
        var choice = new HandChoice(model, few == null ? hands : few, seat, limits.others());
        var chosen = InTime.by(deadline, () -> choice.best(seconds(deadline)), choice::stop);
        if (chosen == null) return new Found(known.given(), known.left(), false);
        var given = new ArrayList<Integer>();
        var left = new ArrayList<Integer>();
        for (Hand hand : chosen.hands()) {
            given.addAll(hand.takes());
            left.addAll(hand.leaves());
        }
        return new Found(given, left, chosen.proven());
    }

    /** When a part of the time that is left is over. */
    private long part(double share) {
        long now = System.nanoTime();
        return now + (long) (share * (deadline - now));
    }

    private static double seconds(long until) {
        return (until - System.nanoTime()) / 1e9;
    }

    private long worth(Found known) {
        long before = roster.points();
        known.left().forEach(roster::take);
        known.given().forEach(roster::put);
        long after = roster.points();
        known.given().forEach(roster::take);
        known.left().forEach(roster::put);
        return after - before - limits.price() * known.left().size();
    }

    private boolean whole(Found found, int seat) {
        var filled = new BitSet();
        found.given().forEach(p -> filled.set(model.seatOf(p)));
        return filled.get(seat) && found.left().stream().allMatch(p -> filled.get(model.seatOf(p)));
    }
}
