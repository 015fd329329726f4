package org.daywatch.scheduling.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.daywatch.scheduling.engine.limits.DayGrid;
import org.daywatch.scheduling.engine.limits.Held;

/** Who sits where while the search runs: always lawful, with what it is worth kept up to date. One thread. */
public final class Seating implements Held {

    final ScheduleModel model;
    final int[] holder; // pair that holds a seat, -1 where it is open
    final int[][] held; // by officer: the pairs they hold
    final int[][] seatHeld; // by officer: the seats of those pairs, at hand without a look into the million pairs
    final int[] count;
    private final DayGrid grid;
    private static final byte YES = 1;
    private static final byte NO = 2;
    private final byte[] known; // by slot: whether they may take a seat at those hours as they are; 0 where nobody has asked yet
    private final long[] touched; // by officer: cells of the grid their seats touch
    private final long[] filled; // by officer: cells their seats fill from end to end
    private final int[] left; // minutes left of each period
    private final long[] soft; // by officer: what their set of seats costs beyond the pairs' own points
    private final SoftCosts costs;
    private long points;

    /** The times of the seats an officer would hold, for the rules that look at them; valid until the next question. */
    private final int[] from = new int[256];
    private final int[] to = new int[256];

    public Seating(ScheduleModel model) {
        this.model = model;
        holder = new int[model.seats()];
        Arrays.fill(holder, -1);
        held = new int[model.officers.size()][4];
        seatHeld = new int[model.officers.size()][4];
        count = new int[model.officers.size()];
        left = model.periodLeft.clone();
        known = new byte[model.slotSums.length];
        grid = model.grid;
        touched = new long[model.officers.size()];
        filled = new long[model.officers.size()];
        soft = new long[model.officers.size()];
        costs = new SoftCosts(model);
        for (int o = 0; o < soft.length; o++) {
            soft[o] = costs.of(this, o, -1, -1, -1);
        }
        for (int pair : model.pinnedPair) {
            if (pair >= 0) put(pair);
        }
    }

    /** Points gained over a schedule in which nobody sits anywhere. */
    public long points() {
        return points;
    }

    /** The pair that holds a seat, −1 where it is open. */
    public int holder(int seat) {
        return holder[seat];
    }

    public int heldCount(int officer) {
        return count[officer];
    }

    public int held(int officer, int index) {
        return held[officer][index];
    }

    /** May the officer of the pair sit there too, were they without up to two of their other seats (−1 for none)? */
    public boolean fits(int pair, int except, int alsoExcept) {
        return fits(model.pairSeat[pair], pair, except, alsoExcept);
    }

    /** Whom a seat suits as they are depends on its hours only, so that the answer is kept until their seats change. */
    boolean fits(int seat, int pair, int except, int alsoExcept) {
        if (except >= 0 || alsoExcept >= 0) return ask(seat, pair, except, alsoExcept);
        int slot = model.pairSlot[pair];
        if (known[slot] == 0) known[slot] = ask(seat, pair, -1, -1) ? YES : NO;
        return known[slot] == YES;
    }

    private boolean ask(int seat, int pair, int except, int alsoExcept) {
        int officer = model.pairOfficer[pair];
        if ((touched[officer] & grid.touched[seat]) != 0 && overlaps(officer, seat, except, alsoExcept)) return false;
        int slot = model.pairSlot[pair];
        for (int i = model.slotSums[slot]; i < model.slotSums[slot + 1]; i++) {
            int period = model.sumPeriod[i];
            int lacking = model.sumMinutes[i] - left[period];
            if (lacking > 0 && except >= 0) lacking -= taken(except, period);
            if (lacking > 0 && alsoExcept >= 0) lacking -= taken(alsoExcept, period);
            if (lacking > 0) return false;
        }
        for (var rule : model.rules[officer]) {
            if (!rule.allows(this, pair, except, alsoExcept)) return false;
        }
        return true;
    }

    private boolean overlaps(int officer, int seat, int except, int alsoExcept) {
        if (except < 0 && (filled[officer] & grid.touched[seat]) != 0) return true;
        int start = model.seatStart[seat];
        int end = model.seatEnd[seat];
        int[] mine = seatHeld[officer];
        for (int i = 0; i < count[officer]; i++) {
            int other = mine[i];
            if (model.seatStart[other] < end && start < model.seatEnd[other] && held[officer][i] != except
                    && held[officer][i] != alsoExcept)
                return true;
        }
        return false;
    }

    private int taken(int pair, int period) {
        int slot = model.pairSlot[pair];
        for (int i = model.slotSums[slot]; i < model.slotSums[slot + 1]; i++) {
            if (model.sumPeriod[i] == period) return model.sumMinutes[i];
        }
        return 0;
    }

    @Override
    public int gather(int pair, int except, int alsoExcept) {
        int officer = model.pairOfficer[pair];
        int n = 0;
        from[n] = model.start(pair);
        to[n++] = model.end(pair);
        for (int i = 0; i < count[officer]; i++) {
            int other = held[officer][i];
            if (other == except || other == alsoExcept || other == pair) continue;
            from[n] = model.start(other);
            to[n++] = model.end(other);
        }
        return n;
    }

    @Override
    public int from(int index) {
        return from[index];
    }

    @Override
    public int to(int index) {
        return to[index];
    }

    @Override
    public List<Seat> seats(int pair, int except, int alsoExcept) {
        int officer = model.pairOfficer[pair];
        var seats = new ArrayList<Seat>(count[officer] + 1);
        seats.add(new Seat(model.shift(model.pairSeat[pair]).window(), true));
        for (int i = 0; i < count[officer]; i++) {
            int other = held[officer][i];
            if (other != except && other != alsoExcept && other != pair)
                seats.add(new Seat(model.shift(model.pairSeat[other]).window(), !model.pinned(other)));
        }
        return seats;
    }

    /**
     * What the points would change by if they sat there too, without up to two of their seats; their own points
     * included.
     */
    public long gain(int pair, int except, int alsoExcept) {
        int officer = model.pairOfficer[pair];
        long change = model.pairPoints[pair] + soft[officer] - costs.of(this, officer, pair, except, alsoExcept);
        if (except >= 0) change -= model.pairPoints[except];
        if (alsoExcept >= 0) change -= model.pairPoints[alsoExcept];
        return change;
    }

    /** What their seats cost together now: leaving some never saves more. */
    long soft(int officer) {
        return soft[officer];
    }

    /** What the points would change by if they left that seat. */
    public long loss(int pair) {
        int officer = model.pairOfficer[pair];
        return soft[officer] - costs.of(this, officer, -1, pair, -1) - model.pairPoints[pair];
    }

    /** Sits them there; the seat must be open and {@link #fits} must have said yes (or the pair is pinned). */
    public void put(int pair) {
        int officer = model.pairOfficer[pair];
        int seat = model.pairSeat[pair];
        if (count[officer] == held[officer].length) {
            held[officer] = Arrays.copyOf(held[officer], count[officer] * 2);
            seatHeld[officer] = Arrays.copyOf(seatHeld[officer], count[officer] * 2);
        }
        seatHeld[officer][count[officer]] = seat;
        held[officer][count[officer]++] = pair;
        touched[officer] |= grid.touched[seat];
        filled[officer] |= grid.filled[seat];
        holder[seat] = pair;
        move(pair, -1);
        revalue(officer, model.pairPoints[pair]);
    }

    public void take(int pair) {
        int officer = model.pairOfficer[pair];
        int[] mine = held[officer];
        int[] seats = seatHeld[officer];
        int at = 0;
        while (mine[at] != pair) at++;
        mine[at] = mine[--count[officer]];
        seats[at] = seats[count[officer]];
        touched[officer] = 0;
        filled[officer] = 0;
        for (int i = 0; i < count[officer]; i++) {
            touched[officer] |= grid.touched[seats[i]];
            filled[officer] |= grid.filled[seats[i]];
        }
        holder[model.pairSeat[pair]] = -1;
        move(pair, 1);
        revalue(officer, -model.pairPoints[pair]);
    }

    private void move(int pair, int sign) {
        int slot = model.pairSlot[pair];
        for (int i = model.slotSums[slot]; i < model.slotSums[slot + 1]; i++)
            left[model.sumPeriod[i]] += sign * model.sumMinutes[i];
    }

    private void revalue(int officer, long change) {
        Arrays.fill(known, model.officerSlots[officer], model.officerSlots[officer + 1], (byte) 0);
        long now = costs.of(this, officer, -1, -1, -1);
        points += change + soft[officer] - now;
        soft[officer] = now;
    }
}
