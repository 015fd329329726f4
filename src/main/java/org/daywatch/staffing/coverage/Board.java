package org.daywatch.staffing.coverage;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.web.kit.Paging;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All schools of a day, the ones that need somebody first. */
@Component
@Transactional(readOnly = true)
class Board {

    static final java.util.Set<String> ORDERS = java.util.Set.of("urgency", "school", "district", "uncovered", "covered", "required");

    private final CoverageQueries queries;
    private final Campuses campuses;
    private final Organizations organizations;
    private final Clock clock;

    Board(CoverageQueries queries, Campuses campuses, Organizations organizations, Clock clock) {
        this.queries = queries;
        this.campuses = campuses;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** What the board's head says. Minutes are post minutes: two seats at one school count twice. */
    record Figures(int schools, int posts, long filled, long uncoveredNow, long atRisk, long covered, long uncovered, long required) {}

    List<SchoolDay> day(LocalDate day) {
        return schoolDays(queries.day(day));
    }

    /** Days in order; within each the board's order. */
    Map<LocalDate, List<SchoolDay>> days(LocalDate from, LocalDate to) {
        var byDay = new LinkedHashMap<LocalDate, List<CoverageQueries.Row>>();
        queries.days(from, to).forEach(r -> byDay.computeIfAbsent(r.day(), d -> new java.util.ArrayList<>()).add(r));
        var result = new LinkedHashMap<LocalDate, List<SchoolDay>>();
        byDay.forEach((day, rows) -> result.put(day, schoolDays(rows)));
        return result;
    }

    Map<LocalDate, SchoolDay> school(UUID school, LocalDate from, LocalDate to) {
        var result = new LinkedHashMap<LocalDate, SchoolDay>();
        queries.school(school, from, to).stream().collect(Collectors.groupingBy(CoverageQueries.Row::day, LinkedHashMap::new, Collectors.toList()))
                .forEach((day, rows) -> result.put(day, schoolDays(rows).getFirst()));
        return result;
    }

    private List<SchoolDay> schoolDays(List<CoverageQueries.Row> rows) {
        Instant now = clock.instant();
        var bySchool = rows.stream().collect(Collectors.groupingBy(r -> r.post().schoolId(), LinkedHashMap::new, Collectors.toList()));
        var schools = campuses.list(bySchool.keySet()).stream().collect(Collectors.toMap(Campus::id, Function.identity()));
        var districts = districtNames(schools.values());
        return bySchool.entrySet().stream().filter(e -> schools.containsKey(e.getKey()))
                .map(e -> SchoolDay.of(schools.get(e.getKey()), districts.get(schools.get(e.getKey()).districtId()), e.getValue(), now))
                .sorted(byUrgency()).toList();
    }

    private Map<UUID, String> districtNames(Collection<Campus> schools) {
        return schools.stream().map(Campus::districtId).distinct()
                .collect(Collectors.toMap(Function.identity(), id -> organizations.find(id).map(Organizations.Organization::name).orElse("")));
    }

    static Comparator<SchoolDay> byUrgency() {
        return Comparator.comparing(SchoolDay::state).thenComparing(Comparator.comparingLong(SchoolDay::uncovered).reversed())
                .thenComparing(d -> d.school().name());
    }

    static Figures figures(Collection<SchoolDay> days) {
        var seats = days.stream().flatMap(d -> d.seats().stream()).toList();
        return new Figures(days.size(), seats.size(), seats.stream().filter(s -> s.holder() != null).count(),
                days.stream().filter(d -> d.state() == CoverageState.UNCOVERED).count(), days.stream().filter(d -> d.state() == CoverageState.AT_RISK).count(),
                days.stream().mapToLong(SchoolDay::covered).sum(), days.stream().mapToLong(SchoolDay::uncovered).sum(),
                days.stream().mapToLong(SchoolDay::required).sum());
    }

    /** Filtered and sorted as the address says; not yet cut to the page. */
    static List<SchoolDay> matching(List<SchoolDay> days, Paging paging) {
        String words = paging.filter("q").toLowerCase(Locale.ROOT);
        Comparator<SchoolDay> order = switch (paging.sort()) {
            case "school" -> Comparator.comparing(d -> d.school().name());
            case "district" -> Comparator.<SchoolDay, String>comparing(SchoolDay::district).thenComparing(d -> d.school().name());
            case "uncovered" -> Comparator.comparingLong(SchoolDay::uncovered);
            case "covered" -> Comparator.comparingLong(SchoolDay::covered);
            case "required" -> Comparator.comparingLong(SchoolDay::required);
            default -> byUrgency();
        };
        return days.stream().filter(d -> words.isEmpty() || (d.school().name() + " " + d.district() + " " + d.officers()).toLowerCase(Locale.ROOT).contains(words))
                .filter(d -> paging.filter("state").isEmpty() || d.state().name().equals(paging.filter("state")))
                .filter(d -> paging.filter("district").isEmpty() || d.school().districtId().toString().equals(paging.filter("district")))
                .filter(d -> paging.filter("level").isEmpty() || d.school().level().name().equals(paging.filter("level")))
                .sorted(paging.descending() ? order.reversed() : order).toList();
    }
}
