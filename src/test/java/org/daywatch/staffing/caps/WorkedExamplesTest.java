package org.daywatch.staffing.caps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WorkedExamplesTest {

    @TestFactory
    Stream<DynamicTest> everyPolicyDoesWhatItsExamplesSay() {
        return ShippedPolicies.all().stream().flatMap(policy -> policy.examples().stream().map(example ->
                DynamicTest.dynamicTest(policy.id() + " " + policy.validFrom() + ": " + example.says(),
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
        assertThat(ShippedPolicies.all().stream().map(CapPolicy::set).collect(Collectors.toSet())).containsExactlyInAnyOrder(
                "SEATTLE", "NEW_ORLEANS", "MINNEAPOLIS", "DALLAS", "DENVER", "SALT_RIVER", "FLORIDA_AGENCY", "SOUTHERN_AGENCY",
                "WOODMERE", "GEORGIA_DPS", "PROGRAMME");
    }

    @Test
    void noDayHasTwoVersionsOfOnePolicy() {
        var all = ShippedPolicies.all();
        assertThat(all).allSatisfy(p -> assertThat(all.stream().filter(o -> o.id().equals(p.id()) && o.inForce(p.validFrom()))).hasSize(1));
    }

    @Test
    void figuresFromMemoryOrWithAnAssumedWeekAreMarkedToBeConfirmed() {
        assertThat(ShippedPolicies.all()).filteredOn(p -> p.source().contains("memory") || p.words().contains("assumed"))
                .isNotEmpty().allMatch(CapPolicy::toConfirm);
    }
}
