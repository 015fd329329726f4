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
public record DepartmentFacts(UUID id, String name, int rank, Set<String> prohibitedWork, ZoneId zone, List<CapPolicy> policies) {}
