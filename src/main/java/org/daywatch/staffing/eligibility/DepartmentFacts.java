package org.daywatch.staffing.eligibility;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daywatch.staffing.caps.CapPolicy;
import org.jspecify.annotations.Nullable;

/**
 * On what terms a department lets its officers work.
 *
 * @param rank 1 for the primary department; partners are asked later
 * @param from the first day its terms hold; null: from the beginning
 * @param to the last one; null: no end is agreed
 * @param limitsKnown false while nobody knows which limits judge its officers
 */
public record DepartmentFacts(UUID id, String name, int rank, Set<String> prohibitedWork, ZoneId zone, List<CapPolicy> policies, @Nullable LocalDate from,
                              @Nullable LocalDate to, boolean limitsKnown) {

    private static final int NEVER_ASKED = Integer.MAX_VALUE;

    /** Terms without an end, of a department whose limits are known. */
    public DepartmentFacts(UUID id, String name, int rank, Set<String> prohibitedWork, ZoneId zone, List<CapPolicy> policies) {
        this(id, name, rank, prohibitedWork, zone, policies, null, null, true);
    }

    /** The same department judged by other limits. */
    public DepartmentFacts judgedBy(List<CapPolicy> others) {
        return new DepartmentFacts(id, name, rank, prohibitedWork, zone, others, from, to, limitsKnown);
    }

    /** Whether its terms hold on a day. */
    public boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /** A department that has agreed no terms is asked for nobody. */
    static DepartmentFacts withoutTerms(UUID id, String name) {
        return new DepartmentFacts(id, name, NEVER_ASKED, Set.of(), ZoneId.of("UTC"), List.of());
    }

    public boolean hasTerms() {
        return rank != NEVER_ASKED;
    }
}
