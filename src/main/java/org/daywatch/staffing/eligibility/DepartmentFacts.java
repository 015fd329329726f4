package org.daywatch.staffing.eligibility;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daywatch.staffing.caps.CapPolicy;

/**
 * On what terms a department lets its officers work.
 *
 * @param rank 1 for the primary department; partners are asked later
 */
public record DepartmentFacts(UUID id, String name, int rank, Set<String> prohibitedWork, ZoneId zone, List<CapPolicy> policies) {

    private static final int NEVER_ASKED = Integer.MAX_VALUE;

    /** A department that has agreed no terms is asked for nobody. */
    static DepartmentFacts withoutTerms(UUID id, String name) {
        return new DepartmentFacts(id, name, NEVER_ASKED, Set.of(), ZoneId.of("UTC"), List.of());
    }

    public boolean hasTerms() {
        return rank != NEVER_ASKED;
    }
}
