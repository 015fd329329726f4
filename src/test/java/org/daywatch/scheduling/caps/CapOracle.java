package org.daywatch.scheduling.caps;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.hours.HourEntry;
import org.daywatch.scheduling.hours.HourKind;

/**
 * Judges a job the slow way, minute by minute on an array, knowing nothing of the classes under test but their inputs.
 * Periods are found by asking the wall clock of every single minute which day, week or month it shows.
 */
final class CapOracle {

    private final Instant origin;
    private final List<HourEntry> entries;
    private final int from;
    private final int to;
    private final int length;

    CapOracle(Instant origin, int minutes, List<HourEntry> entries, Window job) {
        this.origin = origin;
        this.entries = entries;
        this.length = minutes;
        this.from = minute(job.start());
        this.to = minute(job.end());
    }

    /** The most minutes counted in one period, among the periods of which the job holds a minute. */
    int mostIn(Function<Instant, Object> periodOf, Set<HourKind> counts) {
        Map<Object, Integer> sums = new HashMap<>();
        boolean[] work = worked(counts);
        for (int m = 0; m < length; m++) {
            if (work[m]) sums.merge(periodOf.apply(at(m)), 1, Integer::sum);
        }
        int most = 0;
        for (int m = from; m < to; m++) most = Math.max(most, sums.getOrDefault(periodOf.apply(at(m)), 0));
        return most;
    }

    int mostInAny(int windowMinutes, Set<HourKind> counts) {
        boolean[] work = worked(counts);
        int most = 0;
        for (int begin = Math.max(0, from - windowMinutes + 1); begin < to; begin++) {
            int sum = 0;
            for (int m = begin; m < Math.min(length, begin + windowMinutes); m++) if (work[m]) sum++;
            most = Math.max(most, sum);
        }
        return most;
    }

    /** Work before and after the job, up to the first rest on either side. */
    int spell(int rest, Set<HourKind> counts) {
        boolean[] work = worked(counts);
        int sum = 0;
        for (int m = from; m < to; m++) if (work[m]) sum++;
        for (int m = from - 1, idle = 0; m >= 0 && (idle < Math.max(rest, 1)); m--) {
            if (work[m]) {
                sum++;
                idle = 0;
            } else idle++;
        }
        for (int m = to, idle = 0; m < length && (idle < Math.max(rest, 1)); m++) {
            if (work[m]) {
                sum++;
                idle = 0;
            } else idle++;
        }
        return sum;
    }

    /** Idle minutes between the job and the nearest other work; -1 when there is none. */
    int rest(Set<HourKind> other) {
        boolean[] work = worked(other);
        for (int m = from; m < to; m++) if (work[m]) return 0;
        int before = -1;
        for (int m = from - 1, idle = 0; m >= 0 && before < 0; m--, idle++) if (work[m]) before = idle;
        int after = -1;
        for (int m = to, idle = 0; m < length && after < 0; m++, idle++) if (work[m]) after = idle;
        return before < 0 ? after : after < 0 ? before : Math.min(before, after);
    }

    /** The most minutes counted in the look-back of a shift, among look-backs the job falls into; -1 when in none. */
    int beforeShift(int lookBack, Set<HourKind> counts, Set<HourKind> shifts) {
        boolean[] work = worked(counts);
        boolean[] duty = worked(shifts);
        int most = -1;
        for (int start = 0; start < length; start++) {
            if (!duty[start] || (start > 0 && duty[start - 1])) continue;
            if (start <= from || start - lookBack >= to) continue;
            int sum = 0;
            for (int m = Math.max(0, start - lookBack); m < start; m++) if (work[m]) sum++;
            most = Math.max(most, sum);
        }
        return most;
    }

    static Function<Instant, Object> day(ZoneId zone) {
        return at -> at.atZone(zone).toLocalDate();
    }

    static Function<Instant, Object> month(ZoneId zone) {
        return at -> at.atZone(zone).toLocalDate().withDayOfMonth(1);
    }

    /** The last begin of a week at or before the minute, found by walking back over days. */
    static Function<Instant, Object> week(DayOfWeek on, LocalTime time, ZoneId zone) {
        return at -> {
            LocalDate day = at.atZone(zone).toLocalDate();
            while (day.getDayOfWeek() != on || day.atTime(time).atZone(zone).toInstant().isAfter(at))
                day = day.minusDays(1);
            return day;
        };
    }

    private boolean[] worked(Set<HourKind> kinds) {
        var away = new boolean[length];
        entries.stream().filter(
                e -> Set.of(HourKind.LEAVE, HourKind.SICK, HourKind.SUSPENDED, HourKind.COMP).contains(e.kind()))
                .forEach(e -> fill(away, e.window()));
        var work = new boolean[length];
        for (HourEntry e : entries) {
            if (!kinds.contains(e.kind())) continue;
            for (int m = minute(e.window().start()); m < minute(e.window().end()); m++) {
                if (e.kind() != HourKind.DUTY || !away[m]) work[m] = true;
            }
        }
        return work;
    }

    private void fill(boolean[] minutes, Window window) {
        for (int m = minute(window.start()); m < minute(window.end()); m++) minutes[m] = true;
    }

    private int minute(Instant at) {
        return (int) Duration.between(origin, at).toMinutes();
    }

    private Instant at(int minute) {
        return origin.plus(Duration.ofMinutes(minute));
    }
}
