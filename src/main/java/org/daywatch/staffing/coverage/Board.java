package org.daywatch.staffing.coverage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.platform.identity.Organizations.Organization;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.web.kit.Paging;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All schools of a day, the ones that need somebody first. */
@Component
@Transactional(readOnly = true)
public class Board {

    public static final Set<String> ORDERS = Set.of("urgency", "school", "district", "uncovered", "covered",
            "required");

    /** Asked as a state: the schools whose minutes make up the uncovered time. */
    public static final String LACKING = "LACKING";

    private final CoverageQueries queries;
    private final Campuses campuses;
    private final Organizations organizations;
    private final ProgramRules rules;
    private final Clock clock;

    Board(CoverageQueries queries, Campuses campuses, Organizations organizations, ProgramRules rules, Clock clock) {
        this.queries = queries;
        this.campuses = campuses;
        this.organizations = organizations;
        this.rules = rules;
        this.clock = clock;
    }

    /** What the board's head says. Minutes are post minutes: two seats at one school count twice. */
    public record Figures(int schools, int posts, long filled, long uncoveredNow, long atRisk, long covered,
            long uncovered,
            long required) {}

    public List<SchoolDayCoverage> day(LocalDate day) {
        return schoolDays(queries.day(day));
    }

    /** Days in order; within each the board's order. */
    public Map<LocalDate, List<SchoolDayCoverage>> days(LocalDate from, LocalDate to) {
        var byDay = new LinkedHashMap<LocalDate, List<CoverageQueries.Row>>();
        queries.days(from, to).forEach(r -> byDay.computeIfAbsent(r.day(), d -> new java.util.ArrayList<>()).add(r));
        var result = new LinkedHashMap<LocalDate, List<SchoolDayCoverage>>();
        var places = places(byDay.values().stream().flatMap(List::stream).toList());
        byDay.forEach((day, rows) -> result.put(day, schoolDays(rows, places)));
        return result;
    }

    public Map<LocalDate, SchoolDayCoverage> school(UUID school, LocalDate from, LocalDate to) {
        var result = new LinkedHashMap<LocalDate, SchoolDayCoverage>();
        var all = queries.school(school, from, to);
        var places = places(all);
        all.stream().collect(Collectors.groupingBy(CoverageQueries.Row::day, LinkedHashMap::new, Collectors.toList()))
                .forEach((day, rows) -> schoolDays(rows, places).stream().findFirst()
                        .ifPresent(d -> result.put(day, d)));
        return result;
    }

    /** The post alone, as its school stands with it. */
    public Optional<SchoolDayCoverage> post(UUID id) {
        return queries.post(id).flatMap(row -> schoolDays(List.of(row)).stream().findFirst());
    }

    /** The day on the clocks of these schools. A program in two zones follows the school whose post comes next. */
    public LocalDate today() {
        var now = clock.instant();
        var zone = queries.schoolOfNearestPost(now).flatMap(campuses::find).map(Campus::zone).orElse(ZoneOffset.UTC);
        return LocalDate.ofInstant(now, zone);
    }

    private List<SchoolDayCoverage> schoolDays(List<CoverageQueries.Row> rows) {
        return schoolDays(rows, places(rows));
    }

    private List<SchoolDayCoverage> schoolDays(List<CoverageQueries.Row> rows, Places places) {
        Instant now = clock.instant();
        var bySchool = rows.stream().collect(Collectors.groupingBy(r -> r.post().schoolId(), LinkedHashMap::new,
                Collectors.toList()));
        return bySchool.entrySet().stream().filter(e -> places.schools().containsKey(e.getKey())).map(e -> {
            var school = places.schools().get(e.getKey());
            return SchoolDayCoverage.of(school, places.districts().get(school.districtId()), e.getValue(), now,
                    grace(places.rules(), school, now));
        }).sorted(byUrgency()).toList();
    }

    /** What is asked once for many days: schools, names of their districts, rules. */
    private record Places(Map<UUID, Campus> schools, Map<UUID, String> districts, RuleBook rules) {}

    private Places places(List<CoverageQueries.Row> rows) {
        var ids = rows.stream().map(r -> r.post().schoolId()).collect(Collectors.toSet());
        var schools = campuses.list(ids).stream().collect(Collectors.toMap(Campus::id, Function.identity()));
        var districts = organizations.listOwn("DISTRICT").stream()
                .collect(Collectors.toMap(Organization::id, Organization::name));
        schools.values().forEach(s -> districts.computeIfAbsent(s.districtId(), id -> organizations.find(id)
                .map(Organization::name).orElse("")));
        return new Places(schools, districts, rules.book());
    }

    /** So long an officer who has not checked in is late, and their post at risk; after that it stands uncovered. */
    private static Duration grace(RuleBook rules, Campus school, Instant now) {
        return Duration.ofMinutes(rules.get("CHECK_IN_LATE", LocalDate.ofInstant(now, school.zone()), "DISTRICT:"
                + school.districtId(),
                RuleBook.state(school.state())).number());
    }

    static Comparator<SchoolDayCoverage> byUrgency() {
        return Comparator.comparing(SchoolDayCoverage::state)
                .thenComparing(Comparator.comparingLong(SchoolDayCoverage::uncovered).reversed())
                .thenComparing(d -> d.school().name());
    }

    public static Figures figures(Collection<SchoolDayCoverage> days) {
        var seats = days.stream().flatMap(d -> d.seats().stream()).toList();
        return new Figures(days.size(), seats.size(), seats.stream().filter(s -> s.holder() != null).count(),
                days.stream().filter(d -> d.state() == CoverageState.UNCOVERED).count(), days.stream()
                        .filter(d -> d.state() == CoverageState.AT_RISK).count(),
                days.stream().mapToLong(SchoolDayCoverage::covered).sum(),
                days.stream().mapToLong(SchoolDayCoverage::uncovered).sum(),
                days.stream().mapToLong(SchoolDayCoverage::required).sum());
    }

    /** Filtered and sorted as the address says; not yet cut to the page. */
    public static List<SchoolDayCoverage> matching(List<SchoolDayCoverage> days, Paging paging) {
        Comparator<SchoolDayCoverage> order = switch (paging.sort()) {
            case "school" -> Comparator.comparing(d -> d.school().name());
            case "district" -> Comparator.<SchoolDayCoverage, String>comparing(SchoolDayCoverage::district)
                    .thenComparing(d -> d.school().name());
            case "uncovered" -> Comparator.comparingLong(SchoolDayCoverage::uncovered);
            case "covered" -> Comparator.comparingLong(SchoolDayCoverage::covered);
            case "required" -> Comparator.comparingLong(SchoolDayCoverage::required);
            default -> byUrgency();
        };
        return days.stream().filter(fits(paging)).sorted(paging.descending() ? order.reversed() : order).toList();
    }

    /** What the filters of the address ask of a school's day. */
    public static Predicate<SchoolDayCoverage> fits(Paging paging) {
        String words = paging.filter("q").toLowerCase(Locale.ROOT);
        String state = paging.filter("state");
        String district = paging.filter("district");
        String level = paging.filter("level");
        return d -> (state.isEmpty() || (state.equals(LACKING) ? d.uncovered() > 0 : d.state().name().equals(state)))
                && (level.isEmpty() || d.school().level().name().equals(level))
                && (district.isEmpty() || d.school().districtId().toString().equals(district)) && (words.isEmpty()
                        || (d.school().name() + " " + d.district() + " " + d.officers()).toLowerCase(Locale.ROOT)
                                .contains(words));
    }
}
