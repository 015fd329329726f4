package org.daywatch.staffing.terms;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.scheduling.WorkKind;

/** Screens a request against what each department forbids its officers. */
public record ProhibitedWork(List<DepartmentList> departments) {

    /** @param rank 1 for the department asked first */
    public record DepartmentList(UUID departmentId, String department, int rank, Set<WorkKind> prohibited) {}

    public record Refusal(UUID departmentId, String department, WorkKind work) {}

    public Optional<Refusal> refusal(UUID departmentId, WorkKind work) {
        return departments.stream().filter(d -> d.departmentId().equals(departmentId) && d.prohibited().contains(work))
                .map(d -> new Refusal(d.departmentId(), d.department(), work)).findFirst();
    }

    /** Every department that may not be asked, so that the person filling the form sees them all at once. */
    public List<Refusal> refusals(WorkKind work) {
        return departments.stream().flatMap(d -> refusal(d.departmentId(), work).stream()).toList();
    }

    /** The departments that may be asked, first the one to be asked first. */
    public List<DepartmentList> open(WorkKind work) {
        return departments.stream().filter(d -> !d.prohibited().contains(work))
                .sorted(java.util.Comparator.comparingInt(DepartmentList::rank)
                        .thenComparing(DepartmentList::department))
                .toList();
    }

    public static ProhibitedWork of(Collection<DepartmentList> departments) {
        return new ProhibitedWork(List.copyOf(departments));
    }
}
