package org.daywatch.scheduling.engine;

import java.util.Arrays;
import org.daywatch.scheduling.engine.limits.IntList;

/**
 * Seats in such an order that those with the same candidates stand together. A search that stays a while among
 * neighbors finds what it asks for in the processor's cache; among a million pairs taken at random it would mostly wait
 * for memory.
 */
final class Nearby {

    /** Seats gathered around one. */
    private static final int CLUSTER = 128;

    private final ScheduleModel model;
    private final int[] seats;
    private final int[] first; // by officer: where their seats begin in theirs
    private final int[] theirs; // places in seats
    private final int[] common; // by place: candidates shared with the cluster's first seat
    private final boolean[] placed;

    private Nearby(ScheduleModel model, int[] seats) {
        this.model = model;
        this.seats = seats;
        common = new int[seats.length];
        placed = new boolean[seats.length];
        first = new int[model.officers.size() + 1];
        for (int seat : seats) {
            for (int pair = model.firstPair(seat); pair < model.lastPair(seat); pair++)
                first[model.pairOfficer[pair] + 1]++;
        }
        for (int o = 1; o < first.length; o++) first[o] += first[o - 1];
        theirs = new int[first[first.length - 1]];
        int[] next = first.clone();
        for (int place = 0; place < seats.length; place++) {
            for (int pair = model.firstPair(seats[place]); pair < model.lastPair(seats[place]); pair++)
                theirs[next[model.pairOfficer[pair]]++] = place;
        }
    }

    static int[] order(ScheduleModel model, int[] seats) {
        return new Nearby(model, seats).order();
    }

    private int[] order() {
        int[] order = new int[seats.length];
        int count = 0;
        int from = 0;
        int next = 0;
        while (count < seats.length) {
            while (from < seats.length && placed[from]) from++;
            if (next < 0 || placed[next]) next = from;
            long[] around = around(next);
            int taken = Math.min(CLUSTER, around.length);
            for (int i = 0; i < taken; i++) {
                int place = (int) around[i];
                placed[place] = true;
                order[count++] = seats[place];
            }
            next = taken < around.length ? (int) around[taken] : -1;
        }
        return order;
    }

    /** Places not yet placed that share candidates with this one, those with the most first, itself before all. */
    private long[] around(int center) {
        var found = new IntList();
        for (int pair = model.firstPair(seats[center]); pair < model.lastPair(seats[center]); pair++) {
            int officer = model.pairOfficer[pair];
            for (int i = first[officer]; i < first[officer + 1]; i++) {
                if (!placed[theirs[i]] && common[theirs[i]]++ == 0) found.add(theirs[i]);
            }
        }
        long[] around = new long[found.size];
        for (int i = 0; i < found.size; i++) {
            int place = found.items[i];
            around[i] = ((long) (place == center ? 0 : Integer.MAX_VALUE - common[place]) << 32) | place;
            common[place] = 0;
        }
        Arrays.sort(around);
        return around;
    }
}
