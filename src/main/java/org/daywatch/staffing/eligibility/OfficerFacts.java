package org.daywatch.staffing.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daywatch.staffing.approvals.CapApproval;
import org.daywatch.staffing.availability.Availability;
import org.daywatch.staffing.availability.Wishes;
import org.daywatch.staffing.calloffs.CalledOff;
import org.daywatch.staffing.dutystatus.DutyStatus;
import org.daywatch.staffing.officers.Credential;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of an officer's file.
 *
 * @param startedInSchools when their month for the state's school training began; null before their first day
 * @param dutyStatuses what stands in their department's word about their duty, whatever its days
 * @param calledOff posts and days they called off and have not taken back
 * @param approvals their department's words that hold now, each for one limit
 * @param blockedSchools schools that do not want them, a block under appeal included
 */
public record OfficerFacts(UUID id, UUID personId, String name, UUID departmentId, boolean active, Set<String> roles,
        @Nullable LocalDate startedInSchools, List<Credential> credentials, Availability availability, Wishes wishes,
        Set<UUID> blockedSchools, List<CapApproval> approvals, List<DutyStatus> dutyStatuses,
        List<CalledOff> calledOff) {}
