package org.daywatch.staffing.schedules.repair;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.daywatch.scheduling.engine.ScheduleModel;
import org.daywatch.scheduling.engine.Seating;

/** The seats that may change hands for one open seat, and everybody who may stand on any of them. */
final class Neighborhood {

    private static final int MOST_SEATS = 400;

    private final ScheduleModel model;
    private final Seating roster;
    private final int open;
    final BitSet seats = new BitSet();
    /**
     * Those of them that were come to from seat to seat; what lies behind a seat that only a known way leaves waits.
     */
    private final BitSet reached = new BitSet();
    private List<Integer> latest;

    /** @param moved pairs that somebody would leave in a way already known: what is found must not be worse */
    Neighborhood(ScheduleModel model, Seating roster, int open, List<Integer> moved) {
        this.model = model;
        this.roster = roster;
        this.open = open;
        seats.set(open);
        reached.set(open);
        latest = List.of(open);
        widen();
        moved.forEach(pair -> seats.set(model.seatOf(pair)));
    }

    /**
     * Adds what candidates of the seats added last hold: that day, and on other days where they may take the seat once
     * they have left it.
     *
     * @return whether there was anything to add
     */
    boolean widen() {
        var added = new ArrayList<Integer>();
        for (int seat : latest) {
            for (int pair = model.firstPair(seat); pair < model.lastPair(seat); pair++) {
                int officer = model.officerOf(pair);
                for (int i = 0; i < roster.heldCount(officer); i++) {
                    int held = roster.held(officer, i);
                    if (reached.get(model.seatOf(held)) || model.pinned(held) || seats.cardinality() >= MOST_SEATS)
                        continue;
                    if (!sameDay(held) && !(roster.fits(pair, held, -1) && !roster.fits(pair, -1, -1))) continue;
                    seats.set(model.seatOf(held));
                    reached.set(model.seatOf(held));
                    added.add(model.seatOf(held));
                }
            }
        }
        latest = added;
        return !added.isEmpty();
    }

    private boolean sameDay(int pair) {
        return model.shift(model.seatOf(pair)).day().equals(model.shift(open).day());
    }

    int[] officers() {
        var officers = new BitSet();
        seats.stream().forEach(seat -> {
            for (int pair = model.firstPair(seat); pair < model.lastPair(seat); pair++)
                officers.set(model.officerOf(pair));
        });
        return officers.stream().toArray();
    }
}
