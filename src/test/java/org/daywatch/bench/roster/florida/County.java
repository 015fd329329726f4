package org.daywatch.bench.roster.florida;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.problem.ScheduleProblem.Department;
import org.daywatch.scheduling.problem.ScheduleProblem.History;
import org.daywatch.scheduling.problem.ScheduleProblem.Holding;
import org.daywatch.scheduling.problem.ScheduleProblem.Home;
import org.daywatch.scheduling.problem.ScheduleProblem.Officer;
import org.daywatch.scheduling.problem.ScheduleProblem.School;
import org.daywatch.scheduling.problem.ScheduleProblem.Shift;
import org.daywatch.scheduling.problem.ScheduleProblem.Wishes;

/**
 * One county's week: its listed schools with their shifts, and invented officers. The sheriff serves every school of
 * the county, the police of a city with three schools or more those of the city. Drawn from a seed and the county's
 * name alone.
 */
final class County {

    static final LocalDate MONDAY = LocalDate.of(2026, 10, 5);
    /** Officers to a seat and week; with caps of 20 to 24 hours and duty in the way, not every seat can be filled. */
    private static final double OFFICERS_PER_SEAT = .4;
    /** 49 CFR 71.5(f); the zone of one county that the line cuts is that of its larger part. */
    private static final Set<String> CENTRAL = Set.of("Bay", "Calhoun", "Escambia", "Gulf", "Holmes", "Jackson",
            "Okaloosa", "Santa Rosa", "Walton", "Washington");

    final List<Department> departments = new ArrayList<>();
    final List<School> schools = new ArrayList<>();
    final List<Shift> shifts = new ArrayList<>();
    final List<Officer> officers = new ArrayList<>();
    private final String name;
    private final String slug;
    private final ZoneId zone;
    private final List<SchoolList.Listed> listed;
    private final SplittableRandom random;
    private final TreeMap<String, List<SchoolList.Listed>> cities = new TreeMap<>();

    County(String name, List<SchoolList.Listed> listed, long seed) {
        this.name = name;
        this.slug = slug(name);
        this.listed = listed;
        this.zone = ZoneId.of(CENTRAL.contains(name) ? "America/Chicago" : "America/New_York");
        this.random = new SplittableRandom(seed * 1_000_003 + name.hashCode());
        listed.forEach(s -> cities.computeIfAbsent(slug(s.city()), c -> new ArrayList<>()).add(s));
        cities.values().removeIf(schools -> schools.size() < 3);
        departments();
        listed.forEach(this::shiftsOf);
        officers();
        listed.forEach(this::school);
    }

    private void departments() {
        departments.add(new Department("sheriff-" + slug, zone, Terms.SHERIFF, Set.of()));
        cities.keySet().forEach(city -> departments
                .add(new Department(police(city), zone, Terms.CITY.get(random.nextInt(3)), Set.of("ALCOHOL"))));
    }

    private void shiftsOf(SchoolList.Listed school) {
        int second = school.level() == SchoolList.Level.HIGH ? 1500 : 1200;
        int late = 15 * random.nextInt(3);
        for (int day = 0; day < 5; day++) {
            var hours = switch (school.level()) {
                case ELEMENTARY -> window(day, 7, 15 + late, 14, 15 + late);
                case MIDDLE -> window(day, 8, 15 + late, 15, 45 + late);
                case HIGH -> window(day, 6, 30 + late, 14, 30 + late);
                case OTHER -> window(day, 7, 30 + late, 15, late);
            };
            shifts.add(shift(school, day, "a", hours, 1, 1, "SCHOOL_SAFETY"));
            if (school.students() >= second)
                shifts.add(shift(school, day, "b", hours, school.students() >= 2 * second ? 2 : 1, 2, "SCHOOL_SAFETY"));
        }
        if (school.level() == SchoolList.Level.HIGH && random.nextInt(2) == 0) {
            shifts.add(shift(school, 4, "e", window(4, 17, 30, 22, 0), school.students() >= 1500 ? 2 : 1, 3,
                    "EVENT_SECURITY"));
        }
    }

    private Shift shift(SchoolList.Listed school, int day, String suffix, Window hours, int needs, int priority,
            String work) {
        var asked = new TreeSet<>(Set.of("sheriff-" + slug));
        if (cities.containsKey(slug(school.city()))) asked.add(police(slug(school.city())));
        var requires = school.level() == SchoolList.Level.HIGH
                ? Set.of("SSO_COURSE", "CRISIS_TRAINING")
                : Set.of("SSO_COURSE");
        return new Shift(school.id() + "-" + MONDAY.plusDays(day).toString().substring(5) + suffix, school.id(),
                MONDAY.plusDays(day), hours, needs, "SSO",
                requires, work, priority, null, asked);
    }

    /**
     * Four of ten with the sheriff, the others by the schools of the cities; where there is no city, all with the
     * sheriff.
     */
    private void officers() {
        int seats = shifts.stream().mapToInt(Shift::needs).sum();
        int all = Math.max(3, (int) Math.ceil(seats * OFFICERS_PER_SEAT));
        var inCities = cities.values().stream().flatMap(List::stream).toList();
        for (int i = 0; i < all; i++) {
            boolean city = !inCities.isEmpty()
                    && random.nextInt(10) >= 4 * listed.size() / Math.max(1, inCities.size());
            var near = city ? inCities.get(random.nextInt(inCities.size())) : listed.get(random.nextInt(listed.size()));
            officers.add(officer(i, near, city ? police(slug(near.city())) : "sheriff-" + slug));
        }
    }

    private Officer officer(int number, SchoolList.Listed near, String department) {
        var holds = new ArrayList<Holding>();
        if (random.nextInt(100) < 96)
            holds.add(new Holding("SSO_COURSE", LocalDate.of(2024, 7, 1),
                    random.nextInt(30) == 0 ? MONDAY.plusDays(1) : null));
        if (random.nextInt(100) < 80)
            holds.add(new Holding("CRISIS_TRAINING", LocalDate.of(2024, 7, 1), LocalDate.of(2027, 6, 30)));
        var hours = new Duty(MONDAY, zone, random).draw();
        var blocks = random.nextInt(25) == 0 ? Set.of(near.id()) : Set.<String>of();
        var known = new HashMap<String, Integer>();
        if (!blocks.contains(near.id()) && random.nextInt(10) < 7) known.put(near.id(), 1 + random.nextInt(12));
        var credited = Duration.ofMinutes(15L * random.nextInt(4 * 80));
        return new Officer("%s-%04d".formatted(slug, number), department,
                random.nextInt(10) < 8 ? Set.of("SSO") : Set.of("SSO", "SRO"), holds,
                new Home(near.zip(), name, null, null), 4000 + 250L * random.nextInt(9), blocks, hours, available(),
                wishes(near), new History(credited, known));
    }

    /** Six of ten told when they are glad to be asked: whole days, or mornings and afternoons of some. */
    private @org.jspecify.annotations.Nullable List<Window> available() {
        if (random.nextInt(10) >= 6) return null;
        return IntStream.range(0, 5).filter(d -> random.nextInt(4) > 0)
                .mapToObj(d -> random.nextInt(5) == 0 ? window(d, 12, 0, 23, 0) : window(d, 6, 0, 23, 0)).toList();
    }

    private Wishes wishes(SchoolList.Listed near) {
        var schools = random.nextInt(2) == 0 ? Set.of(near.id()) : Set.<String>of();
        var weekdays = new HashSet<DayOfWeek>();
        for (int d = 1; d <= 5; d++) if (random.nextInt(6) == 0) weekdays.add(DayOfWeek.of(d));
        return new Wishes(schools, weekdays, random.nextInt(4) == 0 ? Set.of(near.level().name()) : Set.of(),
                random.nextInt(3) == 0 ? 1 + random.nextInt(3) : null);
    }

    /** The core team: up to three of those who know the school best and whose department serves it. */
    private void school(SchoolList.Listed school) {
        String police = police(slug(school.city()));
        var core = officers.stream().filter(o -> o.history().daysAt().containsKey(school.id()))
                .filter(o -> o.department().equals("sheriff-" + slug) || o.department().equals(police))
                .sorted(java.util.Comparator.comparing((Officer o) -> -o.history().daysAt().get(school.id()))
                        .thenComparing(Officer::id))
                .limit(3)
                .map(Officer::id).collect(Collectors.toSet());
        schools.add(
                new School(school.id(), zone, school.level().name(), new Home(school.zip(), name, null, null), core));
    }

    private String police(String city) {
        return "police-" + slug + "-" + city;
    }

    private Window window(int day, int hour, int minute, int toHour, int toMinute) {
        var date = MONDAY.plusDays(day);
        return new Window(at(date, hour, minute), at(date, toHour, toMinute));
    }

    private java.time.Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(LocalTime.MIN.plusMinutes(hour * 60L + minute)).atZone(zone).toInstant();
    }

    private static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
