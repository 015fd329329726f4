package org.daywatch.scheduling.problem;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.caps.CapShape;
import org.daywatch.scheduling.caps.PeriodCap;
import org.daywatch.scheduling.hours.HourEntry;
import org.daywatch.scheduling.hours.HourKind;
import org.daywatch.scheduling.problem.ScheduleProblem.*;

/**
 * Problems nobody would think of: every field present here and absent there, odd ids, zones whose clocks change in the
 * horizon.
 */
public final class InventedProblem {

    private static final List<String> ZONES = List.of("America/Phoenix", "America/New_York", "America/Denver",
            "Pacific/Honolulu", "America/St_Johns");
    private static final List<String> ODD = List.of("a", "Å b", "x\"y", "\\", "école", "1", "{}", "naïve/…", "𝄞",
            "日本");

    private final Random dice;
    private final LocalDate first;
    private final int days;
    private final boolean crowded;

    InventedProblem(Random dice) {
        this(dice, 1 + dice.nextInt(62), false);
    }

    private InventedProblem(Random dice, int days, boolean crowded) {
        this.dice = dice;
        this.first = LocalDate.of(2026, 10, 26).plusDays(dice.nextInt(40));
        this.days = days;
        this.crowded = crowded;
    }

    /**
     * A few days in which most officers could take most shifts but for hours and limits, which are what keeps them
     * apart.
     */
    public static InventedProblem crowded(Random dice) {
        return new InventedProblem(dice, 1 + dice.nextInt(3), true);
    }

    public ScheduleProblem problem() {
        var policies = list(crowded ? 6 : 0, 9,
                i -> new Policy(id("p", i), shape(), crowded ? !rarely() : dice.nextBoolean(),
                        first.minusDays(dice.nextInt(400)),
                        rarely() ? first.plusDays(dice.nextInt(90)) : null));
        var policyIds = policies.stream().map(Policy::id).toList();
        var departments = list(crowded ? 1 : 0, 3, i -> new Department(id("d", i), zone(), List.copyOf(some(policyIds)),
                rarely() ? some(SiteReader.WORK) : Set.of()));
        var officerIds = IntStream.range(0, dice.nextInt(crowded ? 3 : 0, 6)).mapToObj(i -> id("o", i)).toList();
        var schools = list(crowded ? 1 : 0, 4,
                i -> new School(id("s", i), zone(), maybe(() -> any(SiteReader.LEVELS)), home(), some(officerIds)));
        var shifts = schools.isEmpty()
                ? List.<Shift>of()
                : list(crowded ? 4 : 0, 9, i -> shift(id("h", i), any(schools), officerIds,
                        departments.stream().map(Department::id).toList()));
        var schoolIds = schools.stream().map(School::id).toList();
        var officers = officerIds.stream().map(id -> officer(id, departments, schoolIds)).toList();
        return new ScheduleProblem(dice.nextBoolean() ? "" : any(ODD), first, first.plusDays(days - 1L),
                new Objective(any(List.of(Kind.values())), weights()), policies, departments,
                schools, shifts, officers, places(shifts, officerIds), places(shifts, officerIds));
    }

    private Shift shift(String id, School school, List<String> officers, List<String> departments) {
        var day = first.plusDays(dice.nextInt(days));
        var start = day.atTime(dice.nextInt(24), dice.nextInt(60)).atZone(school.zone());
        var eligible = new HashMap<String, Long>();
        some(officers).forEach(o -> eligible.put(o, (long) dice.nextInt(-1000, 1000) * dice.nextInt(2)));
        return new Shift(id, school.id(), start.toLocalDate(),
                Window.of(start.toInstant(), minutes(1, crowded ? 600 : 2880)), 1 + dice.nextInt(crowded ? 3 : 50),
                any(ShiftReader.ROLES), rarely() ? some(crowded ? ODD.subList(0, 2) : ODD) : Set.of(),
                any(SiteReader.WORK), 1 + dice.nextInt(3), rarely() ? Map.copyOf(eligible) : null,
                rarely() ? some(departments) : null);
    }

    private Officer officer(String id, List<Department> departments, List<String> schools) {
        var daysAt = new HashMap<String, Integer>();
        some(schools).forEach(s -> daysAt.put(s, dice.nextInt(300)));
        return new Officer(id, departments.isEmpty() || rarely() ? null : any(departments).id(),
                rarely() ? some(ShiftReader.ROLES) : Set.copyOf(ShiftReader.ROLES),
                list(0, 4, i -> new Holding(any(crowded ? ODD.subList(0, 2) : ODD),
                        maybe(() -> first.minusDays(dice.nextInt(99))), maybe(() -> first.plusDays(dice.nextInt(99))))),
                home(), dice.nextInt(100_000),
                rarely() ? some(schools) : Set.of(),
                list(0, crowded ? 3 : 5, i -> HourEntry.planned(any(List.of(HourKind.values())), window())),
                maybe(() -> list(0, 3, i -> window())),
                new Wishes(some(schools), some(List.of(DayOfWeek.values())), some(SiteReader.LEVELS),
                        maybe(() -> dice.nextInt(9))),
                new History(minutes(0, 90_000), Map.copyOf(daysAt)));
    }

    private Weights weights() {
        var fill = new HashMap<Integer, Long>();
        some(List.of(1, 2, 3)).forEach(p -> fill.put(p, points()));
        return new Weights(Map.copyOf(fill), points(), points(),
                dice.nextBoolean() ? Weights.NONE.share() : new Share(dice.nextInt(9), points()),
                new Known(dice.nextInt(9), points()),
                list(0, 3, i -> new Band(minutes(0, 9_000), points())),
                new Wish(points(), points(), points(), points()), points(),
                new Travel(points(), points(), points(), points(), points()), points(), points());
    }

    private CapShape shape() {
        return switch (dice.nextInt(8)) {
            case 0 -> new PeriodCap.CalendarDay(limit(1440), kinds(), any(List.of(PeriodCap.Days.values())));
            case 1 -> new PeriodCap.Week(limit(10_080), any(List.of(DayOfWeek.values())),
                    LocalTime.of(dice.nextInt(24), dice.nextInt(60)), kinds(),
                    dice.nextBoolean() ? Set.of() : kinds(),
                    dice.nextBoolean()
                            ? Optional.empty()
                            : Optional.of(new PeriodCap.Relief(minutes(0, 6_000), 1 + dice.nextInt(366))));
            case 2 -> new PeriodCap.Month(limit(40_000), kinds());
            case 3 -> new CapShape.Rolling(limit(6_000), minutes(1, 20_000), kinds());
            case 4 -> new CapShape.RestAfter(limit(6_000), minutes(0, 2_000), kinds());
            case 5 -> new CapShape.Continuous(limit(6_000), minutes(0, 2_000), kinds());
            case 6 -> new CapShape.RestBetween(limit(6_000), kinds());
            default -> new CapShape.BeforeShift(limit(6_000), minutes(1, 2_000), kinds(), kinds());
        };
    }

    private Duration limit(int below) {
        return minutes(0, crowded ? 900 : below);
    }

    private List<Place> places(List<Shift> shifts, List<String> officers) {
        var places = new LinkedHashSet<Place>();
        for (int i = 0; i < shifts.size() && !officers.isEmpty(); i++)
            places.add(new Place(shifts.get(i).id(), any(officers)));
        return List.copyOf(places);
    }

    private Home home() {
        var at = dice.nextBoolean();
        return new Home(maybe(() -> String.format("%05d", dice.nextInt(100_000))), maybe(() -> any(ODD)),
                at ? dice.nextDouble(-90, 90) : null, at ? dice.nextDouble(-180, 180) : null);
    }

    private Set<HourKind> kinds() {
        var kinds = some(List.of(HourKind.values()));
        if (crowded && !rarely()) return HourKind.set(List.of("OFF_DUTY"));
        return kinds.isEmpty() ? HourKind.WORKED : kinds;
    }

    private Window window() {
        return Window.of(first.atTime(dice.nextInt(24), dice.nextInt(60)).atZone(ZoneId.of("UTC")).toInstant()
                .plus(minutes(0, 1_440 * days + 1)), minutes(1, crowded ? 600 : 5_000));
    }

    /** In a crowded problem these rules are the exception. */
    private boolean rarely() {
        return crowded ? dice.nextInt(6) == 0 : dice.nextBoolean();
    }

    private Duration minutes(int least, int below) {
        return Duration.ofMinutes(dice.nextInt(least, below));
    }

    private long points() {
        return dice.nextBoolean() ? 0 : dice.nextLong(1_000_001);
    }

    private ZoneId zone() {
        return ZoneId.of(any(ZONES));
    }

    private String id(String kind, int number) {
        return any(ODD) + kind + number;
    }

    private <T> T any(Collection<T> choices) {
        return List.copyOf(choices).get(dice.nextInt(choices.size()));
    }

    private <T> Set<T> some(List<T> choices) {
        return Set.copyOf(choices.stream().filter(c -> dice.nextInt(3) == 0).toList());
    }

    private <T> T maybe(Supplier<T> value) {
        return dice.nextBoolean() ? value.get() : null;
    }

    private <T> List<T> list(int least, int below, IntFunction<T> make) {
        var list = new ArrayList<T>();
        int size = dice.nextInt(least, below);
        for (int i = 0; i < size; i++) list.add(make.apply(i));
        return List.copyOf(list);
    }
}
