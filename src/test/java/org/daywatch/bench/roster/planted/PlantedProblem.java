package org.daywatch.bench.roster.planted;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.caps.CapShape;
import org.daywatch.scheduling.caps.PeriodCap;
import org.daywatch.scheduling.hours.HourEntry;
import org.daywatch.scheduling.hours.HourKind;
import org.daywatch.scheduling.problem.ScheduleProblem.Department;
import org.daywatch.scheduling.problem.ScheduleProblem.Holding;
import org.daywatch.scheduling.problem.ScheduleProblem.Home;
import org.daywatch.scheduling.problem.ScheduleProblem.Kind;
import org.daywatch.scheduling.problem.ScheduleProblem.Objective;
import org.daywatch.scheduling.problem.ScheduleProblem.Officer;
import org.daywatch.scheduling.problem.ScheduleProblem.Place;
import org.daywatch.scheduling.problem.ScheduleProblem.Policy;
import org.daywatch.scheduling.problem.ScheduleProblem.School;
import org.daywatch.scheduling.problem.ScheduleProblem.Shift;
import org.daywatch.scheduling.problem.ScheduleProblem.Weights;
import org.daywatch.scheduling.problem.ScheduleProblem;

/** A problem whose best roster is known, because it was there first. @param optimum points of the planted roster */
public record PlantedProblem(ScheduleProblem problem, long optimum, List<Place> planted) {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final LocalDate MONDAY = LocalDate.of(2026, 10, 5);
    private static final LocalDate RULES_SINCE = LocalDate.of(2020, 1, 1);
    /**
     * Departments differ by the weekly hours they allow; what an officer's cap lacks to that they have worked
     * elsewhere.
     */
    private static final int STEP = 240;

    public static PlantedProblem of(Family family, Family.Size size, long seed) {
        var random = new SplittableRandom(seed);
        var planting = new Planting(family, size, random);
        return new Assembly(family, planting, new Prices(family, planting, random))
                .problem("planted-%s-%s-%d".formatted(family.name(), size, seed));
    }

    private static final class Assembly {

        private final Planting planting;
        private final Prices prices;
        private final int spare;
        private final Set<Integer> weeks = new TreeSet<>();
        private final List<Place> planted = new ArrayList<>();
        private long worth;

        Assembly(Family family, Planting planting, Prices prices) {
            this.planting = planting;
            this.prices = prices;
            this.spare = spare(family);
        }

        /**
         * Minutes which every officer whose week is not full has left, so that all caps together are as tight as
         * wanted.
         */
        private int spare(Family family) {
            long all = 0;
            int notFull = 0;
            for (int o = 0; o < planting.minutes.length; o++) {
                all += planting.minutes[o];
                if (!prices.weekIsFull(o)) notFull++;
            }
            return notFull == 0 ? 0 : (int) Math.round(all * (1 / family.tightness() - 1) / notFull / 15) * 15;
        }

        PlantedProblem problem(String id) {
            var shifts = new ArrayList<Shift>();
            for (int i = 0; i < planting.shifts.size(); i++) shifts.add(shift(i));
            var officers = new ArrayList<Officer>();
            for (int o = 0; o < planting.minutes.length; o++) officers.add(officer(o));
            if (worth != prices.total())
                throw new IllegalStateException(
                        "The planted roster is worth " + worth + ", all prices are " + prices.total());
            var problem = new ScheduleProblem(id, MONDAY, MONDAY.plusDays(5), new Objective(Kind.WORTH, Weights.NONE),
                    policies(), departments(), schools(),
                    shifts, officers, List.of(), List.of());
            return new PlantedProblem(problem, worth, planted.stream().sorted().toList());
        }

        private Shift shift(int index) {
            var p = planting.shifts.get(index);
            var draft = p.shift();
            Map<String, Long> eligible = new HashMap<>();
            for (int o : p.shown()) eligible.put(name(o), prices.tempting(o, index));
            for (int o : p.unwanted()) eligible.put(name(o), prices.usedUp(o, index) + 300);
            for (int o : p.stands()) {
                eligible.put(name(o), prices.usedUp(o, index));
                worth += prices.usedUp(o, index);
                planted.add(new Place("s%05d".formatted(index), name(o)));
            }
            return new Shift("s%05d".formatted(index), "school%04d".formatted(draft.school()),
                    MONDAY.plusDays(draft.day()),
                    window(draft.from(), draft.to()), draft.needs(), "SSO", codes(draft.requires()), "SCHOOL_SAFETY",
                    draft.priority(), eligible, null);
        }

        private Officer officer(int o) {
            int cap = planting.minutes[o] + (prices.weekIsFull(o) ? 0 : spare);
            int week = Math.max(STEP, (cap + STEP - 1) / STEP * STEP);
            weeks.add(week);
            var hours = new ArrayList<HourEntry>();
            var beat = planting.town.beats.get(o);
            for (int[] d : beat.duty()) hours.add(HourEntry.planned(HourKind.DUTY, window(d[0], d[1])));
            if (week > cap) hours.add(elsewhere(beat, week - cap));
            var holds = codes(planting.town.holds[o]).stream().sorted()
                    .map(code -> new Holding(code, null, LocalDate.of(2026, 12, 31))).toList();
            return new Officer(name(o), department(week), Set.of("SSO"), holds, Home.UNKNOWN, 4500, blocks(o), hours,
                    null,
                    ScheduleProblem.Wishes.NONE, ScheduleProblem.History.NONE);
        }

        /** On the Sunday that opens the week and has no shifts, beside their duty. */
        private HourEntry elsewhere(Beat beat, int minutes) {
            int from = java.util.stream.IntStream.of(9, 12, 17, 19, 0).map(h -> h * 60 - Beat.DAY)
                    .filter(f -> !beat.onDuty(f, f + minutes)).findFirst().orElse(540 - Beat.DAY);
            return HourEntry.planned(HourKind.OFF_DUTY_ELSEWHERE, window(from, from + minutes));
        }

        private Set<String> blocks(int officer) {
            var blocks = new HashSet<String>();
            for (int s = 0; s < planting.town.schools.size(); s++)
                if (planting.town.unwanted.get(s).contains(officer)) blocks.add("school%04d".formatted(s));
            return blocks;
        }

        private List<School> schools() {
            var schools = new ArrayList<School>();
            for (int s = 0; s < planting.town.schools.size(); s++)
                schools.add(new School("school%04d".formatted(s), ZONE, "OTHER", Home.UNKNOWN, Set.of()));
            return schools;
        }

        private List<Policy> policies() {
            var policies = new ArrayList<Policy>();
            policies.add(policy("DAY-16", new PeriodCap.CalendarDay(Duration.ofMinutes(Beat.LONGEST_DAY),
                    HourKind.WORKED, PeriodCap.Days.ALL)));
            policies.add(
                    policy("REST-8", new CapShape.RestBetween(Duration.ofMinutes(Beat.REST), Set.of(HourKind.DUTY))));
            for (int week : weeks) {
                policies.add(policy("WEEK-" + week / 60,
                        new PeriodCap.Week(Duration.ofMinutes(week), DayOfWeek.SUNDAY, LocalTime.MIDNIGHT,
                                HourKind.OFF_DUTY,
                                Set.of(), Optional.empty())));
            }
            return policies;
        }

        private List<Department> departments() {
            return weeks.stream().map(week -> new Department(department(week), ZONE,
                    List.of("DAY-16", "REST-8", "WEEK-" + week / 60), Set.of())).toList();
        }

        private static Policy policy(String id, CapShape shape) {
            return new Policy(id, shape, true, RULES_SINCE, null);
        }

        private static String department(int week) {
            return "police-" + week / 60;
        }

        private static String name(int officer) {
            return "o%05d".formatted(officer);
        }

        private static Set<String> codes(int bits) {
            var codes = new TreeSet<String>();
            for (int c = 0; c < Town.CREDENTIALS; c++)
                if ((bits & 1 << c) != 0) codes.add("CREDENTIAL-" + (char) ('A' + c));
            return codes;
        }

        private static Window window(int from, int to) {
            var midnight = MONDAY.atStartOfDay(ZONE).toInstant();
            return new Window(midnight.plus(Duration.ofMinutes(from)), midnight.plus(Duration.ofMinutes(to)));
        }
    }
}
