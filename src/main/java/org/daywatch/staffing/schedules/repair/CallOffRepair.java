package org.daywatch.staffing.schedules.repair;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.daywatch.scheduling.engine.ScheduleModel;
import org.daywatch.scheduling.engine.Seating;
import org.daywatch.staffing.schedules.repair.Repair.Change;

/**
 * Refills a seat whose officer called off, for schedules by worth. The schedule is read and tried on, and stands as
 * before when an answer is given; {@link Repair#apply} changes it. One thread.
 */
public final class CallOffRepair {

    /**
     * @param others seats beside the called-off one that may change at most
     * @param price points each of them must be worth: people were told where they stand
     */
    public record Limits(int others, long price) {
        public static final int OTHERS = 5;

        /** As the problem itself prices a change of what was published. */
        public static Limits of(ScheduleModel model) {
            return new Limits(OTHERS, model.weights().change());
        }
    }

    private final ScheduleModel model;
    private final Seating roster;
    private final Limits limits;
    private final BitSet banned = new BitSet(); // pairs that may not be given

    public CallOffRepair(ScheduleModel model, Seating roster, Limits limits) {
        this.model = model;
        this.roster = roster;
        this.limits = limits;
    }

    /** This officer does not stand on that pair's shift, now and in later repairs of this schedule. */
    public void ban(int pair) {
        var shift = model.shift(model.seatOf(pair));
        for (int seat = model.seatOf(pair); seat >= 0 && model.shift(seat) == shift; seat--)
            ban(seat, model.officerOf(pair));
        for (int seat = model.seatOf(pair) + 1; seat < model.seats() && model.shift(seat) == shift; seat++)
            ban(seat, model.officerOf(pair));
    }

    private void ban(int seat, int officer) {
        for (int p = model.firstPair(seat); p < model.lastPair(seat); p++) {
            if (model.officerOf(p) == officer) banned.set(p);
        }
    }

    /**
     * At once: the officer who gains most there as they are, or after leaving one seat, which the next may take after
     * leaving one.
     *
     * @param pair held in the schedule and not pinned
     */
    public Repair chain(int pair) {
        return without(pair, () -> new Chain(model, roster, banned, limits).refill(model.seatOf(pair)));
    }

    /**
     * The best of all ways to change the seats of the day that candidates of the called-off seat hold (or seats of
     * another day where leaving one would make them free), wider where that leaves a seat open.
     *
     * @param seconds after which the best found so far is taken, not proven
     */
    public Repair exact(int pair, double seconds) {
        long deadline = System.nanoTime() + (long) (seconds * 1e9);
        return without(pair, () -> new ExactRefill(model, roster, banned, limits, deadline).refill(model.seatOf(pair)));
    }

    /**
     * The same for a seat that stands open already; whoever must not take it was banned before. The schedule is
     * compared with itself as it is.
     */
    public Repair open(int seat, double seconds) {
        if (roster.holder(seat) >= 0)
            throw new IllegalArgumentException("Seat " + seat + " is held in this roster, so it is not open.");
        long deadline = System.nanoTime() + (long) (seconds * 1e9);
        return repair(seat, -1, new ExactRefill(model, roster, banned, limits, deadline).refill(seat), roster.points());
    }

    /** Who takes what and leaves what, for a seat that is open; empty where it better stays open. */
    interface Refill {
        Found find();
    }

    /** @param given pairs to take up; @param left pairs to leave */
    record Found(List<Integer> given, List<Integer> left, boolean proven) {}

    private Repair without(int pair, Refill refill) {
        if (roster.holder(model.seatOf(pair)) != pair)
            throw new IllegalArgumentException(
                    "Pair " + pair + " is not held in this roster, so nobody can call it off.");
        if (model.pinned(pair))
            throw new IllegalArgumentException(
                    "Pair " + pair + " is pinned. Leave the pin out of the problem before repairing it.");
        ban(pair);
        long before = roster.points();
        roster.take(pair);
        try {
            return repair(model.seatOf(pair), pair, refill.find(), before);
        } finally {
            roster.put(pair);
        }
    }

    private Repair repair(int seat, int held, Found found, long before) {
        Map<Integer, Change> changes = new TreeMap<>();
        changes.put(seat, new Change(seat, held, -1));
        for (int left : found.left()) changes.put(model.seatOf(left), new Change(model.seatOf(left), left, -1));
        for (int given : found.given())
            changes.merge(model.seatOf(given), new Change(model.seatOf(given), -1, given),
                    (old, now) -> new Change(old.seat(), old.before(), given));
        found.left().forEach(roster::take);
        found.given().forEach(roster::put);
        long after = roster.points();
        found.given().forEach(roster::take);
        found.left().forEach(roster::put);
        boolean refilled = changes.values().stream().noneMatch(c -> c.after() < 0);
        var list = new ArrayList<>(changes.values());
        list.sort(Comparator.comparingInt(Change::seat));
        return new Repair(List.copyOf(list), before - after, refilled, list.size() - 1, found.proven());
    }
}
