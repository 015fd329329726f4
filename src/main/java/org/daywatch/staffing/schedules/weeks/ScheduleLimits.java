package org.daywatch.staffing.schedules.weeks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.scheduling.caps.CapPolicy;
import org.daywatch.scheduling.problem.ScheduleProblem.Department;
import org.daywatch.scheduling.problem.ScheduleProblem.Policy;
import org.daywatch.staffing.eligibility.DepartmentFacts;
import org.jspecify.annotations.Nullable;

/** The departments' limits as a schedule over some days is judged by them. Pure. */
final class ScheduleLimits {

    private ScheduleLimits() {}

    /**
     * Policies of departments that share a list are the same rows; a department's own version gets a name of its own.
     */
    static List<Policy> policies(Collection<DepartmentFacts> departments, LocalDate from, LocalDate to) {
        var all = new ArrayList<Policy>();
        departments.stream().sorted(Comparator.comparing(DepartmentFacts::id))
                .forEach(d -> policies(d, from, to).filter(p -> !all.contains(p)).forEach(all::add));
        return all;
    }

    /** What only some of its terms forbid keeps it from being asked on those days; see the shift. */
    static List<Department> departments(Collection<DepartmentFacts> departments, LocalDate from, LocalDate to) {
        return departments.stream().sorted(Comparator.comparing(DepartmentFacts::id)).map(d -> new Department(
                d.id().toString(), d.zone(),
                policies(d, from, to).map(Policy::id).distinct().toList(),
                d.between(from, to).getFirst().prohibitedWork().stream()
                        .filter(work -> d.between(from, to).stream().allMatch(t -> t.prohibitedWork().contains(work)))
                        .collect(Collectors.toSet())))
                .toList();
    }

    /**
     * Of each of its terms that holds in these days; where they change between two, each list counts on its own days.
     */
    private static Stream<Policy> policies(DepartmentFacts department, LocalDate from, LocalDate to) {
        var periods = department.between(from, to);
        if (periods.size() == 1)
            return periods.getFirst().policies().stream()
                    .map(p -> policy(department, p, p.validFrom(), p.validTo(), ""));
        return periods.stream().flatMap(t -> t.policies().stream()
                .filter(p -> (t.to() == null || !p.validFrom().isAfter(t.to()))
                        && (t.from() == null || p.validTo() == null || !p.validTo().isBefore(t.from())))
                .map(p -> policy(department, p,
                        t.from() == null || p.validFrom().isAfter(t.from()) ? p.validFrom() : t.from(),
                        t.to() == null || p.validTo() != null && p.validTo().isBefore(t.to()) ? p.validTo() : t.to(),
                        t.from() == null ? " before" : " from " + t.from())));
    }

    private static Policy policy(DepartmentFacts department, CapPolicy p, LocalDate first, @Nullable LocalDate last,
            String period) {
        var id = (p.scope().equals("TEMPLATE") && period.isEmpty() ? p.id() : p.id() + " of " + department.name())
                + period;
        return new Policy(id, p.shape(), p.action() != CapPolicy.Action.WARN, first, last);
    }
}
