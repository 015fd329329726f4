package org.daywatch.scheduling.tiny;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.caps.PeriodCap;
import org.daywatch.scheduling.hours.HourKind;
import org.daywatch.scheduling.problem.ScheduleProblem.*;
import org.daywatch.scheduling.problem.ScheduleProblem;

/**
 * A problem whose best roster is known before it is solved: a roster is drawn first, then prices of seats, of hours of
 * officers whose week is then exactly full, and of one moment a day; a pair is worth the prices it uses, less something
 * where it is not of that roster. By duality nothing exceeds the sum of the prices.
 */
public record Planted(ScheduleProblem problem, long optimum, List<Place> roster) {

    private static final int[][] HOURS = {{420, 930}, {450, 960}, {420, 690}, {690, 930}, {900, 1320}};
    private static final int MOMENT = 12 * 60;

    public static Planted of(long seed, int officers, int days) {
        var random = new Random(seed);
        var shifts = new ArrayList<Shift>();
        var roster = new ArrayList<Place>();
        int[] minutes = new int[officers];
        long[] hourPrice = random.longs(officers, 5, 60).toArray();
        long optimum = 0;
        var worths = new HashMap<String, Map<String, Long>>();
        int[][][] drawn = IntStream.range(0, officers)
                .mapToObj(o -> random.ints(days, 0, HOURS.length).mapToObj(i -> HOURS[i]).toArray(int[][]::new))
                .toArray(int[][][]::new);
        // A moment has a price only where the drawn roster uses it.
        long[][] dayPrice = Stream.of(drawn)
                .map(week -> Stream.of(week).mapToLong(h -> covers(h) ? random.nextInt(400) : 0).toArray())
                .toArray(long[][]::new);
        for (int o = 0; o < officers; o++) {
            for (int d = 0; d < days; d++) {
                int[] hours = drawn[o][d];
                var id = "s%03d-%d".formatted(o, d);
                boolean covers = covers(hours);
                long seat = 1000 + random.nextInt(2000);
                optimum += seat + (covers ? dayPrice[o][d] : 0) + hourPrice[o] * (hours[1] - hours[0]) / 15;
                minutes[o] += hours[1] - hours[0];
                var worth = new HashMap<String, Long>();
                for (int p = 0; p < officers; p++) {
                    if (p != o && random.nextInt(3) == 0) continue;
                    long slack = p == o || random.nextInt(3) == 0 ? 0 : random.nextInt(250);
                    worth.put("o%03d".formatted(p), Math.max(1,
                            seat + hourPrice[p] * (hours[1] - hours[0]) / 15 + (covers ? dayPrice[p][d] : 0) - slack));
                }
                worths.put(id, worth);
                var day = TinySchedules.MONDAY.plusDays(d);
                shifts.add(new Shift(id, "school" + o % 7, day, window(day, hours), 1, "SSO", Set.of(), "SCHOOL_SAFETY",
                        2, worth, null));
                roster.add(new Place(id, "o%03d".formatted(o)));
            }
        }
        return new Planted(problem(officers, days, shifts, minutes), optimum, roster);
    }

    private static boolean covers(int[] hours) {
        return hours[0] <= MOMENT && MOMENT < hours[1];
    }

    private static ScheduleProblem problem(int officers, int days, List<Shift> shifts, int[] minutes) {
        var policies = IntStream.range(0, officers)
                .mapToObj(o -> new Policy("week" + o,
                        new PeriodCap.Week(Duration.ofMinutes(minutes[o]), DayOfWeek.MONDAY,
                                LocalTime.MIDNIGHT, HourKind.OFF_DUTY, Set.of(), Optional.empty()),
                        true, LocalDate.of(2020, 1, 1), null))
                .toList();
        var departments = IntStream.range(0, officers)
                .mapToObj(o -> new Department("d" + o, TinySchedules.ZONE, List.of("week" + o), Set.of())).toList();
        var people = IntStream.range(0, officers)
                .mapToObj(o -> new Officer("o%03d".formatted(o), "d" + o, Set.of("SSO"), List.of(), Home.UNKNOWN, 0,
                        Set.of(), List.of(),
                        null, Wishes.NONE, History.NONE))
                .toList();
        var schools = IntStream.range(0, 7)
                .mapToObj(s -> new School("school" + s, TinySchedules.ZONE, null, Home.UNKNOWN, Set.of())).toList();
        return new ScheduleProblem("planted", TinySchedules.MONDAY, TinySchedules.MONDAY.plusDays(days - 1),
                new Objective(Kind.WORTH, Weights.NONE), policies, departments, schools, shifts,
                people, List.of(), List.of());
    }

    private static Window window(LocalDate day, int[] hours) {
        return TinySchedules.window(day, hours[0], hours[1]);
    }
}
