package org.daywatch.staffing.caps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.scheduling.caps.CapPolicy;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WorkedExamplesTest {

    @TestFactory
    Stream<DynamicTest> everyPolicyDoesWhatItsExamplesSay() {
        return ShippedPolicies.all().stream()
                .flatMap(policy -> policy.examples().stream()
                        .map(example -> DynamicTest.dynamicTest(
                                policy.id() + " " + policy.validFrom() + ": " + example.says(),
                                () -> assertThat(example.outcome(policy)).isEqualTo(example.expected()))));
    }

    @Test
    void everyPolicyHasAnExampleThatPassesAndOneThatDoesNot() {
        assertThat(ShippedPolicies.all()).isNotEmpty().allSatisfy(policy -> {
            assertThat(policy.examples()).as(policy.id()).anyMatch(e -> e.answer().equals("allowed"));
            assertThat(policy.examples()).as(policy.id()).anyMatch(e -> e.answer().equals(policy.action().name()));
        });
    }

    @Test
    void allDepartmentsOfTheDomainNotesAreShipped() {
        assertThat(ShippedPolicies.all().stream().map(CapPolicy::set).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "SEATTLE", "NEW_ORLEANS", "MINNEAPOLIS", "DALLAS", "DENVER", "SALT_RIVER", "FLORIDA_AGENCY",
                        "SOUTHERN_AGENCY",
                        "WOODMERE", "GEORGIA_DPS", "PROGRAM");
    }

    /** The table of the domain notes, line by line: what each department publishes as numbers. */
    @Test
    void everyPublishedNumberOfEveryDepartmentIsThere() {
        var lines = ShippedPolicies.all().stream().filter(p -> !p.set().equals("PROGRAM") && p.validTo() == null)
                .map(p -> p.set() + " " + p.shape().name() + " "
                        + p.shape().limit().toString().substring(2).toLowerCase(java.util.Locale.ROOT) + " "
                        + p.action())
                .toList();
        assertThat(lines).containsExactlyInAnyOrder(
                "SEATTLE WEEK 90h BLOCK", "SEATTLE ROLLING 18h BLOCK",
                "NEW_ORLEANS ROLLING 16h35m BLOCK", "NEW_ORLEANS WEEK 24h BLOCK",
                "MINNEAPOLIS WEEK 64h BLOCK",
                "DALLAS CALENDAR_DAY 16h BLOCK", "DALLAS WEEK 72h BLOCK", "DALLAS WEEK 24h WARN",
                "DENVER WEEK 64h BLOCK",
                "SALT_RIVER CALENDAR_DAY 4h BLOCK", "SALT_RIVER WEEK 24h BLOCK",
                "FLORIDA_AGENCY WEEK 70h BLOCK", "FLORIDA_AGENCY CALENDAR_DAY 16h BLOCK",
                "FLORIDA_AGENCY REST_AFTER 16h BLOCK",
                "SOUTHERN_AGENCY CALENDAR_DAY 20h BLOCK", "SOUTHERN_AGENCY WEEK 80h BLOCK",
                "SOUTHERN_AGENCY CONTINUOUS 10h APPROVE",
                "WOODMERE WEEK 20h APPROVE", "WOODMERE BEFORE_SHIFT 4h BLOCK",
                "GEORGIA_DPS WEEK 64h APPROVE", "GEORGIA_DPS REST_BETWEEN 6h BLOCK");
    }

    @Test
    void noDayHasTwoVersionsOfOnePolicy() {
        var all = ShippedPolicies.all();
        assertThat(all)
                .allSatisfy(p -> assertThat(all.stream().filter(o -> o.id().equals(p.id()) && o.inForce(p.validFrom())))
                        .hasSize(1));
    }

    @Test
    void figuresFromMemoryOrWithAnAssumedWeekAreMarkedToBeConfirmed() {
        assertThat(ShippedPolicies.all())
                .filteredOn(p -> p.source().contains("memory") || p.words().contains("assumed"))
                .isNotEmpty().allMatch(CapPolicy::toConfirm);
    }
}
