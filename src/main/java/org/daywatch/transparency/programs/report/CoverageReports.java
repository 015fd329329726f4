package org.daywatch.transparency.programs.report;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Requirement;
import org.daywatch.staffing.CoverageDays.Day;
import org.daywatch.staffing.CoverageDays;
import org.daywatch.transparency.programs.exceptions.CampusException;
import org.daywatch.transparency.programs.exceptions.CampusExceptions;
import org.daywatch.transparency.programs.totals.Demands;
import org.springframework.stereotype.Component;

/**
 * Coverage as it is handed in: by school and day for a quarter, by school for a year.
 * docs/formats/coverage-by-school.md describes the columns.
 */
@Component
public class CoverageReports {

    static final List<String> DAILY = List.of("school", "state", "day", "posts", "posts_filled", "required_minutes",
            "covered_minutes", "uncovered_minutes", "rules");
    static final List<String> YEARLY = List.of("school", "state", "from", "to", "days_required", "days_fully_covered",
            "required_minutes", "covered_minutes", "uncovered_minutes", "officers",
            "exception_from", "exception_until", "instead", "rules");

    private final CoverageDays days;
    private final CampusExceptions exceptions;
    private final Demands demands;

    CoverageReports(CoverageDays days, CampusExceptions exceptions, Demands demands) {
        this.days = days;
        this.exceptions = exceptions;
        this.demands = demands;
    }

    /**
     * A school of which no closed day is known has one row without a day: it is named, and nothing is said about it.
     */
    Stream<List<?>> daily(Collection<Campus> schools, LocalDate from, LocalDate to) {
        var bySchool = days.closed(schools.stream().map(Campus::id).toList(), from, to).stream()
                .collect(Collectors.groupingBy(Day::school));
        var rules = rules(schools, from, to);
        return schools.stream().flatMap(s -> bySchool.containsKey(s.id())
                ? bySchool.get(s.id()).stream()
                        .map(d -> List.of(s.name(), s.state(), d.day(), d.posts(), d.filled(), d.required(),
                                d.covered(), d.uncovered(), rules.apply(s.id(), d.day())))
                : Stream.of(Arrays.asList(s.name(), s.state(), null, null, null, null, null, null,
                        rules.apply(s.id(), to))));
    }

    /**
     * Versions of the rules that ask for the officer, their exception and the report itself, as they were on a day.
     * Nearly always those of the first day are those of the last, and only where they are not is each day looked up.
     */
    private BiFunction<UUID, LocalDate, String> rules(Collection<Campus> schools, LocalDate from, LocalDate to) {
        var ids = schools.stream().map(Campus::id).toList();
        var first = versions(ids, from);
        var last = versions(ids, to);
        if (first.equals(last)) return (school, day) -> last.getOrDefault(school, "");
        var byDay = new HashMap<>(Map.of(from, first, to, last));
        return (school, day) -> byDay.computeIfAbsent(day, d -> versions(ids, d)).getOrDefault(school, "");
    }

    private Map<UUID, String> versions(List<UUID> schools, LocalDate day) {
        return demands.of(schools, day).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey,
                        e -> String.join("; ", Requirement.versions(e.getValue().stream()
                                .filter(r -> r.subject().equals("OFFICER:CAMPUS")
                                        || r.subject().startsWith("EXCEPTION:")
                                        || r.subject().startsWith("REPORT:COVERAGE_"))
                                .toList()))));
    }

    /**
     * Every school by name with its officers, or with what its board does instead; one of which no closed day is known
     * has empty cells, and they are no zero.
     */
    Stream<List<?>> yearly(Collection<Campus> schools, LocalDate from, LocalDate to) {
        var ids = schools.stream().map(Campus::id).toList();
        var bySchool = days.closed(ids, from, to).stream().collect(Collectors.groupingBy(Day::school));
        var officers = days.officers(ids, from, to);
        var decided = exceptions.all(ids);
        var rules = rules(schools, from, to);
        return schools.stream().map(s -> {
            var closed = bySchool.getOrDefault(s.id(), List.of());
            var instead = decided.getOrDefault(s.id(), List.of()).stream()
                    .filter(e -> !e.boardDay().isAfter(to) && (e.renewBy() == null || !e.renewBy().isBefore(from)))
                    .reduce((a, b) -> b);
            boolean known = !closed.isEmpty();
            return Arrays.asList(s.name(), s.state(), from, to, known ? closed.size() : null,
                    known ? closed.stream().filter(d -> d.uncovered() == 0).count() : null,
                    known ? closed.stream().mapToInt(Day::required).sum() : null,
                    known ? closed.stream().mapToInt(Day::covered).sum() : null,
                    known ? closed.stream().mapToInt(Day::uncovered).sum() : null,
                    known ? String.join("; ", officers.getOrDefault(s.id(), List.of())) : "",
                    instead.map(CampusException::boardDay).orElse(null),
                    instead.map(CampusException::renewBy).orElse(null),
                    instead.map(CampusException::alternative).orElse(""), rules.apply(s.id(), to));
        });
    }
}
