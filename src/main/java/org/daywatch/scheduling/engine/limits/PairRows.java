package org.daywatch.scheduling.engine.limits;

/**
 * The pairs of a problem while it is compiled, seat after seat, those of a seat the most worthy first. Where everybody
 * may stand everywhere they would outgrow every memory: then each seat keeps so many that all together stay within the
 * bound, half of them the most worthy and half drawn evenly from the others, a different draw for each shift, so that
 * nobody is left out everywhere.
 */
public final class PairRows {

    private static final int FEWEST = 60; // a seat keeps, whatever the bound

    private final int[] seatShift;
    private final int most;
    public final int[] seatPairs;
    private IntList seats = new IntList();
    private IntList who = new IntList();
    private IntList slot = new IntList();
    private LongList worth = new LongList();
    private int seat;
    private boolean narrowed;

    /** @param seatShift by seat; @param most pairs of all seats */
    public PairRows(int[] seatShift, int most) {
        this.seatShift = seatShift;
        this.most = most;
        seatPairs = new int[seatShift.length + 1];
    }

    public int size() {
        return seats.size;
    }

    /** Ends the present seat; the pairs that follow are the next one's. */
    public void seatEnds() {
        if (narrowed || size() > most) narrow();
        seatPairs[++seat] = size();
    }

    public void add(int officer, int slotNumber, long points) {
        seats.add(seat);
        who.add(officer);
        slot.add(slotNumber);
        worth.add(points);
    }

    /** Of the present seat and, the first time, of all before it. */
    private void narrow() {
        int share = Math.max(FEWEST, most / seatShift.length);
        int from = narrowed ? seat : 0;
        narrowed = true;
        seatPairs[seat + 1] = size();
        int end = seatPairs[from];
        for (int s = from; s <= seat; s++) {
            int begin = seatPairs[s];
            int count = seatPairs[s + 1] - begin;
            seatPairs[s] = end;
            for (int i = 0; i < Math.min(count, share); i++) move(begin + kept(i, count, share, seatShift[s]), end++);
        }
        seats.size = end;
        who.size = end;
        slot.size = end;
        worth.size = end;
    }

    private void move(int from, int to) {
        seats.items[to] = seats.items[from];
        who.items[to] = who.items[from];
        slot.items[to] = slot.items[from];
        worth.items[to] = worth.items[from];
    }

    /** Which of {@code count} is kept as number {@code i} of {@code share}; rising with i, so that the order stays. */
    public static int kept(int i, int count, int share, int draw) {
        if (count <= share) return i;
        int best = share / 2;
        if (i < best) return i;
        long others = count - best;
        long drawn = share - best;
        long begin = Math.floorMod(draw * 0x9E3779B97F4A7C15L, others);
        return best + (int) (((i - best) * others + begin) / drawn);
    }

    public boolean narrowed() {
        return narrowed;
    }

    public int[] seats() {
        return seats.toArray();
    }

    public int[] who() {
        return who.toArray();
    }

    public int[] slot() {
        return slot.toArray();
    }

    public long[] worth() {
        return worth.toArray();
    }
}
