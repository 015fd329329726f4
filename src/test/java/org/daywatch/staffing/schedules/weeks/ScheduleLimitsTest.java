package org.daywatch.staffing.schedules.weeks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daywatch.scheduling.caps.CapPolicy;
import org.daywatch.scheduling.problem.ScheduleProblem.Policy;
import org.daywatch.staffing.caps.ShippedPolicies;
import org.daywatch.staffing.eligibility.DepartmentFacts;
import org.junit.jupiter.api.Test;

/** A department whose terms change in the middle of the days that are planned. */
class ScheduleLimitsTest {

    private static final UUID ID = new UUID(7, 7);
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalDate MONDAY = LocalDate.parse("2026-12-28");
    private static final LocalDate NEW_YEAR = LocalDate.parse("2027-01-01");
    private static final CapPolicy OLD = ShippedPolicies.of("NEW_ORLEANS").getFirst();
    private static final CapPolicy NEXT = ShippedPolicies.of("SOUTHERN_AGENCY").getFirst();

    @Test
    void eachListOfLimitsCountsOnTheDaysOfItsOwnTerms() {
        var later = facts(Set.of("TOWING", "TAXI"), NEXT, NEW_YEAR, null, List.of());
        var department = facts(Set.of("TOWING"), OLD, null, NEW_YEAR.minusDays(1), List.of(later));

        var policies = ScheduleLimits.policies(List.of(department), MONDAY, MONDAY.plusDays(6));
        assertThat(policies).extracting(Policy::validTo).containsExactly(NEW_YEAR.minusDays(1), NEXT.validTo());
        assertThat(policies.getLast().validFrom()).isEqualTo(NEW_YEAR);
        assertThat(policies).extracting(Policy::id).doesNotHaveDuplicates();

        var planned = ScheduleLimits.departments(List.of(department), MONDAY, MONDAY.plusDays(6)).getFirst();
        assertThat(planned.policies()).containsExactlyElementsOf(policies.stream().map(Policy::id).toList());
        assertThat(planned.prohibits()).as("forbidden on every day; the rest keeps it from being asked")
                .containsExactly("TOWING");
    }

    @Test
    void aWeekInsideOneTermOfAgreementIsPlannedByThatOneAlone() {
        var later = facts(Set.of("TAXI"), NEXT, NEW_YEAR, null, List.of());
        var department = facts(Set.of("TOWING"), OLD, null, NEW_YEAR.minusDays(1), List.of(later));

        assertThat(ScheduleLimits.policies(List.of(department), NEW_YEAR, NEW_YEAR.plusDays(6))).extracting(Policy::id)
                .containsExactly(NEXT.id());
        assertThat(
                ScheduleLimits.departments(List.of(department), NEW_YEAR, NEW_YEAR.plusDays(6)).getFirst().prohibits())
                .containsExactly("TAXI");
    }

    private static DepartmentFacts facts(Set<String> prohibited, CapPolicy policy, LocalDate from, LocalDate to,
            List<DepartmentFacts> others) {
        return new DepartmentFacts(ID, "Copper Valley Police", 1, prohibited, NEW_YORK, List.of(policy), from, to, true,
                others);
    }
}
