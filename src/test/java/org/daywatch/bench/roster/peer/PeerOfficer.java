package org.daywatch.bench.roster.peer;

import java.util.Arrays;
import org.daywatch.scheduling.engine.ScheduleModel;

/**
 * An officer as the peer sees them: what their caps leave, and their fixed work where a limit looks at spells of work.
 *
 * @param weekLeft minutes all caps leave in the week
 * @param dayLeft minutes their caps leave on each day, by day of the horizon
 * @param work fixed stretches, from and to in turn, in order; empty where no limit looks at spells
 */
public record PeerOfficer(int number, int weekLeft, int[] dayLeft, int credited, int mostDays, int[] work,
        ScheduleModel model) {

    private static final int LONGEST_SPELL = 16 * 60;
    private static final int REST = 8 * 60;

    public int left(int day) {
        return dayLeft[day];
    }

    public boolean ofCore(int school) {
        return model.ofCore(number, school);
    }

    public boolean spellsCount() {
        return work.length > 0;
    }

    /** Minutes beyond sixteen in spells of work that hold one of the seats; a rest of eight hours ends a spell. */
    int tooLong(int[] seats) {
        int n = (work.length + seats.length) / 2;
        long[] stretches = new long[n];
        for (int i = 0; i < work.length; i += 2) stretches[i / 2] = ((long) work[i] << 32) | (long) work[i + 1] << 1;
        for (int i = 0; i < seats.length; i += 2)
            stretches[(work.length + i) / 2] = ((long) seats[i] << 32) | (long) seats[i + 1] << 1 | 1;
        Arrays.sort(stretches);
        int over = 0;
        int worked = 0;
        boolean held = false;
        int end = Integer.MIN_VALUE / 2;
        for (long stretch : stretches) {
            int from = (int) (stretch >> 32);
            int to = (int) stretch >>> 1;
            if (from - end >= REST) {
                if (held) over += Math.max(0, worked - LONGEST_SPELL);
                worked = 0;
                held = false;
            }
            worked += to - from;
            held |= (stretch & 1) == 1;
            end = Math.max(end, to);
        }
        return held ? over + Math.max(0, worked - LONGEST_SPELL) : over;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return number;
    }
}
