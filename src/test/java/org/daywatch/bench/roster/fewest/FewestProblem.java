package org.daywatch.bench.roster.fewest;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.problem.ScheduleProblem.Home;
import org.daywatch.scheduling.problem.ScheduleProblem.Kind;
import org.daywatch.scheduling.problem.ScheduleProblem.Objective;
import org.daywatch.scheduling.problem.ScheduleProblem.Officer;
import org.daywatch.scheduling.problem.ScheduleProblem.School;
import org.daywatch.scheduling.problem.ScheduleProblem.Shift;
import org.daywatch.scheduling.problem.ScheduleProblem.Weights;
import org.daywatch.scheduling.problem.ScheduleProblem;

/**
 * Fixed stretches of one day and officers who can take some of them; as few officers as possible. So many stretches
 * meet at one moment that fewer than {@code fewest} cannot do, and a roster with just that many was cut into these
 * stretches: the best is known from both sides.
 */
public record FewestProblem(ScheduleProblem problem, int fewest) {

    /** @param able share of the stretches each officer can take, in percent */
    public record Measure(int stretches, int officers, int fewest, int able) {}

    /** Of the size of well-known instances of shift minimization, the least able ones being the hardest. */
    public static final List<Measure> MEASURES = List.of(new Measure(111, 51, 40, 66), new Measure(104, 49, 40, 33),
            new Measure(420, 67, 60, 33),
            new Measure(665, 72, 60, 33), new Measure(1096, 121, 100, 33), new Measure(2105, 245, 190, 33));

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final LocalDate DAY = LocalDate.of(2026, 10, 5);
    private static final int MINUTES = 1440;
    /** Where everybody works, so that the bound is reached there. */
    private static final int BUSIEST = 12 * 60;
    private static final double KEPT = .93;

    private record Stretch(int from, int to, int planted) {}

    public static FewestProblem of(Measure measure, long seed) {
        var random = new SplittableRandom(seed);
        var stretches = cut(measure, random);
        var shifts = new ArrayList<Shift>();
        for (int i = 0; i < stretches.size(); i++) shifts.add(shift(i, stretches.get(i), measure, random));
        var officers = new ArrayList<Officer>();
        for (int o = 0; o < measure.officers; o++) {
            officers.add(new Officer(name(o), null, Set.of("SSO"), List.of(), Home.UNKNOWN, 0, Set.of(), List.of(),
                    null, ScheduleProblem.Wishes.NONE,
                    ScheduleProblem.History.NONE));
        }
        var problem = new ScheduleProblem(
                "fewest-%d-%d-%d-%d".formatted(measure.officers, shifts.size(), measure.able, seed), DAY, DAY,
                new Objective(Kind.FEWEST_OFFICERS, Weights.NONE), List.of(), List.of(),
                List.of(new School("school", ZONE, null, Home.UNKNOWN, Set.of())),
                shifts, officers, List.of(), List.of());
        return new FewestProblem(problem, measure.fewest);
    }

    /**
     * The day of each planted officer, cut at random quarters of an hour; some stretches are left out, none at the
     * busiest moment.
     */
    private static List<Stretch> cut(Measure measure, RandomGenerator random) {
        var stretches = new ArrayList<Stretch>();
        int pieces = (int) Math.round(measure.stretches / KEPT);
        for (int o = 0; o < measure.fewest; o++) {
            int here = pieces * (o + 1) / measure.fewest - pieces * o / measure.fewest;
            int[] cuts = random.ints(1, MINUTES / 15).distinct().limit(here - 1L).map(q -> q * 15).sorted().toArray();
            for (int i = 0; i < here; i++) {
                int from = i == 0 ? 0 : cuts[i - 1];
                int to = i == here - 1 ? MINUTES : cuts[i];
                if (from <= BUSIEST && BUSIEST < to || random.nextDouble() < KEPT)
                    stretches.add(new Stretch(from, to, o));
            }
        }
        return stretches;
    }

    private static Shift shift(int index, Stretch stretch, Measure measure, RandomGenerator random) {
        var eligible = new HashMap<String, Long>();
        for (int o = 0; o < measure.officers; o++)
            if (o == stretch.planted || random.nextInt(100) < measure.able) eligible.put(name(o), 0L);
        var midnight = DAY.atStartOfDay(ZONE).toInstant();
        var window = new Window(midnight.plus(Duration.ofMinutes(stretch.from)),
                midnight.plus(Duration.ofMinutes(stretch.to)));
        return new Shift("s%05d".formatted(index), "school", DAY, window, 1, "SSO", Set.of(), "SCHOOL_SAFETY", 2,
                eligible, null);
    }

    private static String name(int officer) {
        return "o%04d".formatted(officer);
    }

    /** How many shifts meet at one moment, at most: nobody stands in two. */
    public static int mostAtOnce(ScheduleProblem problem) {
        int[] at = new int[MINUTES + 1];
        var midnight = DAY.atStartOfDay(ZONE).toInstant();
        for (var shift : problem.shifts()) {
            at[(int) Duration.between(midnight, shift.window().start()).toMinutes()] += shift.needs();
            at[(int) Duration.between(midnight, shift.window().end()).toMinutes()] -= shift.needs();
        }
        Arrays.parallelPrefix(at, Integer::sum);
        return Arrays.stream(at).max().orElse(0);
    }
}
