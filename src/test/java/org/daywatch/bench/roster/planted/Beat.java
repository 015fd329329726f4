package org.daywatch.bench.roster.planted;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * An officer's regular duty over the week and what it leaves: minutes count from Monday 00:00, duty of the days around
 * the week included, so that rest is right at both ends.
 *
 * @param free bit day × 9 + form: whether duty, eight hours of rest and the sixteen-hour day leave room for that form
 */
record Beat(List<int[]> duty, int[] minutesOfDay, long free) {

    static final int DAY = 1440;
    static final int DAYS = 6;
    static final int REST = 480;
    static final int LONGEST_DAY = 960;

    /** From, to, days running: ten hours on four days or twelve on three, as patrol divisions have them. */
    private static final int[][] PATTERNS = {{360, 960, 4}, {360, 960, 4}, {840, 1440, 4}, {1320, 1920, 4},
            {360, 1080, 3}, {1080, 1800, 3}};

    static Beat draw(RandomGenerator random) {
        int[] pattern = PATTERNS[random.nextInt(PATTERNS.length)];
        int first = random.nextInt(7);
        var duty = new ArrayList<int[]>();
        for (int day = -2; day <= 7; day++) {
            if (Math.floorMod(day - first, 7) < pattern[2])
                duty.add(new int[] {day * DAY + pattern[0], day * DAY + pattern[1]});
        }
        int[] minutes = new int[DAYS];
        for (int[] d : duty) {
            for (int day = 0; day < DAYS; day++)
                minutes[day] += Math.max(0, Math.min(d[1], (day + 1) * DAY) - Math.max(d[0], day * DAY));
        }
        return new Beat(duty, minutes, free(duty, minutes));
    }

    private static long free(List<int[]> duty, int[] minutes) {
        long free = 0;
        for (int day = 0; day < DAYS; day++) {
            for (int f = 0; f < Form.ALL.size(); f++) {
                var form = Form.ALL.get(f);
                int from = day * DAY + form.from();
                int to = day * DAY + form.to();
                boolean rested = duty.stream().allMatch(d -> from - d[1] >= REST || d[0] - to >= REST);
                if (rested && minutes[day] + form.length() <= LONGEST_DAY) free |= bit(day, f);
            }
        }
        return free;
    }

    static long bit(int day, int form) {
        return 1L << (day * Form.ALL.size() + form);
    }

    boolean onDuty(int from, int to) {
        return duty.stream().anyMatch(d -> d[0] < to && from < d[1]);
    }
}
