package org.daywatch.scheduling.tiny;

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
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.caps.CapShape;
import org.daywatch.scheduling.caps.PeriodCap;
import org.daywatch.scheduling.hours.HourEntry;
import org.daywatch.scheduling.hours.HourKind;
import org.daywatch.scheduling.problem.ScheduleProblem.*;
import org.daywatch.scheduling.problem.ScheduleProblem;

/** Problems small enough to try every roster of, with every shape of limit and every rule of worth, drawn by a seed. */
public final class TinySchedules {

    public static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    static final ZoneId ZONE = ZoneId.of("America/Phoenix");
    private static final Set<HourKind> OFF_DUTY = HourKind.OFF_DUTY;

    private final Random random;
    private final int days;

    private TinySchedules(long seed, int days) {
        random = new Random(seed);
        this.days = days;
    }

    public static ScheduleProblem of(long seed, int days, int shifts, int officers, int needs, boolean pins) {
        return new TinySchedules(seed, days).problem(shifts, officers, needs, pins);
    }

    private ScheduleProblem problem(int shifts, int officers, int needs, boolean pins) {
        var policies = IntStream.range(0, shapes().size()).filter(i -> random.nextInt(3) == 0)
                .mapToObj(i -> new Policy("p" + i, shapes().get(i), random.nextInt(8) > 0,
                        random.nextInt(6) == 0 ? MONDAY.plusDays(1) : LocalDate.of(2020, 1, 1), null))
                .toList();
        var departments = List.of(new Department("tempe", ZONE, policies.stream().map(Policy::id).toList(), Set.of()));
        var schools = IntStream.range(0, 2)
                .mapToObj(i -> new School("school" + i, ZONE, i == 0 ? "HIGH" : "MIDDLE",
                        new Home("8528" + i, "Maricopa", null, null),
                        random.nextInt(3) == 0 ? Set.of("o0") : Set.of()))
                .toList();
        var list = IntStream.range(0, shifts).mapToObj(i -> shift(i, needs)).toList();
        var people = IntStream.range(0, officers).mapToObj(this::officer).toList();
        var pinned = pins && random.nextBoolean() ? List.of(new Place("s0", "o1")) : List.<Place>of();
        var published = IntStream.range(0, 2)
                .mapToObj(i -> new Place("s" + random.nextInt(shifts), "o" + random.nextInt(officers))).distinct()
                .toList();
        return new ScheduleProblem("tiny", MONDAY, MONDAY.plusDays(days - 1), new Objective(Kind.WORTH, weights()),
                policies, departments, schools, list, people, pinned, published);
    }

    private List<CapShape> shapes() {
        return List.of(new PeriodCap.CalendarDay(hours(8), OFF_DUTY, PeriodCap.Days.ALL),
                new PeriodCap.CalendarDay(hours(12), HourKind.WORKED, PeriodCap.Days.WORK_DAY),
                new PeriodCap.Week(hours(13), DayOfWeek.MONDAY, LocalTime.of(0, 0), OFF_DUTY, Set.of(),
                        Optional.empty()),
                new PeriodCap.Week(hours(30), DayOfWeek.TUESDAY, LocalTime.of(6, 0), HourKind.WORKED, Set.of(),
                        Optional.empty()),
                new PeriodCap.Month(hours(15), OFF_DUTY), new CapShape.Rolling(hours(10), hours(24), HourKind.WORKED),
                new CapShape.Rolling(hours(14), hours(48), OFF_DUTY),
                new CapShape.RestAfter(hours(11), hours(8), HourKind.WORKED),
                new CapShape.Continuous(hours(7), Duration.ofMinutes(45), OFF_DUTY),
                new CapShape.RestBetween(hours(4), Set.of(HourKind.DUTY)),
                new CapShape.BeforeShift(hours(5), hours(12), OFF_DUTY, Set.of(HourKind.DUTY)),
                new CapShape.BeforeShift(hours(9), hours(14), HourKind.WORKED, OFF_DUTY));
    }

    private Shift shift(int i, int needs) {
        var day = MONDAY.plusDays(i % days);
        int from = 6 * 60 + 30 * random.nextInt(20);
        return new Shift("s" + i, "school" + random.nextInt(2), day,
                window(day, from, from + 60 * (2 + random.nextInt(6))), 1 + random.nextInt(needs), "SSO", Set.of(),
                "SCHOOL_SAFETY", 1 + random.nextInt(3), random.nextInt(3) == 0 ? worth() : null, null);
    }

    private Map<String, Long> worth() {
        var worth = new HashMap<String, Long>();
        for (int o = 0; o < 4; o++) if (random.nextInt(4) > 0) worth.put("o" + o, (long) random.nextInt(900));
        return worth.isEmpty() ? Map.of("o0", 1L) : worth;
    }

    private Officer officer(int i) {
        var hours = new ArrayList<HourEntry>();
        if (random.nextBoolean()) hours.add(hours(HourKind.DUTY, random.nextInt(days), 15 + random.nextInt(6), 8));
        if (random.nextInt(4) == 0) hours.add(hours(HourKind.LEAVE, random.nextInt(days), 6 + random.nextInt(6), 5));
        if (random.nextInt(6) == 0) hours.add(hours(HourKind.SICK, random.nextInt(days), 6 + random.nextInt(6), 3));
        return new Officer("o" + i, random.nextInt(6) == 0 ? null : "tempe", Set.of("SSO"), List.of(),
                new Home("8528" + random.nextInt(3), "Maricopa", null, null), 5000 + 500 * i,
                random.nextInt(6) == 0 ? Set.of("school1") : Set.of(), hours,
                random.nextInt(3) == 0 ? List.of(window(MONDAY, 0, 30 * 60)) : null,
                new Wishes(Set.of("school0"), Set.of(DayOfWeek.MONDAY), new HashSet<>(List.of("HIGH")),
                        random.nextInt(3) == 0 ? null : random.nextInt(3)),
                new History(Duration.ofHours(random.nextInt(20)), Map.of("school0", random.nextInt(12))));
    }

    private Weights weights() {
        return new Weights(Map.of(1, 9L, 2, 6L, 3, 4L), some(200), some(400), new Share(random.nextInt(3), some(150)),
                new Known(10, some(20)),
                random.nextBoolean()
                        ? List.of()
                        : List.of(new Band(Duration.ofHours(10), 1 + random.nextInt(2)),
                                new Band(Duration.ofHours(14), random.nextInt(3))),
                new Wish(some(60), some(30), some(30), some(150)), some(100), new Travel(0, some(30), some(50), 80, 1),
                some(5), some(100));
    }

    private long some(int most) {
        return random.nextBoolean() ? 0 : random.nextInt(most);
    }

    private static HourEntry hours(HourKind kind, int day, int from, int length) {
        return HourEntry.planned(kind, window(MONDAY.plusDays(day), from * 60, (from + length) * 60));
    }

    private static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }

    static Window window(LocalDate day, int from, int to) {
        var midnight = day.atStartOfDay(ZONE).toInstant();
        return new Window(midnight.plus(Duration.ofMinutes(from)), midnight.plus(Duration.ofMinutes(to)));
    }
}
