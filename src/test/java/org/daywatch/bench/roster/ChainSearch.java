package org.daywatch.bench.roster;

import java.util.BitSet;
import org.daywatch.scheduling.engine.ScheduleModel;
import org.daywatch.scheduling.engine.Seating;

/**
 * Whether a seat can be refilled by a chain in which every officer but the last gives up one seat for the next: all
 * such chains, the shortest first. Written apart from the repair, so that what could have been refilled is not counted
 * by it alone.
 */
final class ChainSearch {

    private ChainSearch() {}

    /** @return other seats changed in the shortest chain; −1 where none with at most {@code most} exists */
    static int others(ScheduleModel model, Seating roster, int calledOff, int most) {
        int officer = model.officerOf(calledOff);
        var open = new BitSet();
        var seen = new BitSet();
        open.set(model.seatOf(calledOff));
        seen.set(model.seatOf(calledOff));
        roster.take(calledOff);
        try {
            for (int others = 0; others <= most; others++) {
                var next = new BitSet();
                for (int seat = open.nextSetBit(0); seat >= 0; seat = open.nextSetBit(seat + 1)) {
                    if (refills(model, roster, seat, officer, seen, next)) return others;
                }
                open = next;
            }
            return -1;
        } finally {
            roster.put(calledOff);
        }
    }

    /**
     * True where somebody takes it as they are; otherwise {@code next} has what others could leave for it. The
     * caller-off takes nothing.
     */
    private static boolean refills(ScheduleModel model, Seating roster, int seat, int calledOff, BitSet seen,
            BitSet next) {
        for (int pair = model.firstPair(seat); pair < model.lastPair(seat); pair++) {
            int officer = model.officerOf(pair);
            if (officer == calledOff) continue;
            if (roster.fits(pair, -1, -1)) return true;
            for (int i = 0; i < roster.heldCount(officer); i++) {
                int held = roster.held(officer, i);
                int left = model.seatOf(held);
                if (seen.get(left) || model.pinned(held) || !roster.fits(pair, held, -1)) continue;
                seen.set(left);
                next.set(left);
            }
        }
        return false;
    }
}
