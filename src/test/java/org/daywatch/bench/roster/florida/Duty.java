package org.daywatch.bench.roster.florida;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.hours.HourEntry;
import org.daywatch.scheduling.hours.HourKind;

/** An officer's own work around the week: regular duty, now and then court, leave or illness, or a job elsewhere. */
final class Duty {

    /** Hour it begins, hours it lasts, days running of the pattern, and how many of a hundred officers have it. */
    private static final int[][] PATTERNS = {{6, 10, 4, 20}, {14, 10, 4, 15}, {22, 10, 4, 12}, {6, 12, 3, 14},
            {18, 12, 3, 14}, {15, 8, 5, 5}};

    private final LocalDate monday;
    private final ZoneId zone;
    private final RandomGenerator random;

    Duty(LocalDate monday, ZoneId zone, RandomGenerator random) {
        this.monday = monday;
        this.zone = zone;
        this.random = random;
    }

    List<HourEntry> draw() {
        var hours = new ArrayList<HourEntry>();
        int[] pattern = pattern();
        if (pattern.length > 0) {
            int first = random.nextInt(7);
            for (int day = -2; day <= 6; day++) {
                if (Math.floorMod(day - first, 7) < pattern[2])
                    hours.add(entry(HourKind.DUTY, day, pattern[0], pattern[1]));
            }
        }
        int luck = random.nextInt(100);
        int day = random.nextInt(5);
        if (luck < 5) hours.add(entry(HourKind.COURT, day, 9, 3));
        else if (luck < 8) for (int d = 0; d < 5; d++) hours.add(entry(HourKind.LEAVE, d, 0, 24));
        else if (luck < 10) hours.add(entry(HourKind.SICK, day, 0, 24));
        else if (luck < 18) hours.add(entry(HourKind.OFF_DUTY_ELSEWHERE, -1, 10, 2 + random.nextInt(7)));
        return hours;
    }

    /** Empty for reserve officers, who have no regular duty. */
    private int[] pattern() {
        int of100 = random.nextInt(100);
        for (int[] pattern : PATTERNS) {
            if (of100 < pattern[3]) return pattern;
            of100 -= pattern[3];
        }
        return new int[0];
    }

    private HourEntry entry(HourKind kind, int day, int fromHour, int hours) {
        var start = monday.plusDays(day).atStartOfDay(zone).plusHours(fromHour).toInstant();
        return HourEntry.planned(kind, Window.of(start, Duration.ofHours(hours)));
    }
}
