package org.daywatch.staffing.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.daywatch.scheduling.caps.CapPolicy;
import org.daywatch.scheduling.caps.WorkedExample;
import org.daywatch.staffing.approvals.CapApproval;
import org.daywatch.staffing.caps.ShippedPolicies;
import org.daywatch.staffing.eligibility.RuleFinding.Weight;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every shipped limit that a department can lift, worked through its own examples: asked, approved, one hour further.
 */
class ApprovedLimitsTest {

    private static final UUID POST = new UUID(5, 5);

    private static List<CapPolicy> liftable() {
        return ShippedPolicies.all().stream().filter(p -> p.action() == CapPolicy.Action.APPROVE).toList();
    }

    @Test
    void theseLimitsWaitForTheDepartment() {
        assertThat(liftable()).extracting(CapPolicy::id).containsExactlyInAnyOrder("SOU-DETAIL-10", "GA-WEEK-64",
                "WDM-WEEK-20");
    }

    @TestFactory
    Stream<DynamicTest> theDepartmentsWordLiftsEachOfThemAsFarAsItWasAsked() {
        return liftable().stream()
                .flatMap(policy -> policy.examples().stream().filter(e -> e.answer().equals("APPROVE"))
                        .map(example -> DynamicTest.dynamicTest(policy.id() + ": " + example.says(),
                                () -> lifted(policy, example))));
    }

    @TestFactory
    Stream<DynamicTest> whatNobodyMayApproveStaysRefusedWhateverWasSaid() {
        return liftable().stream().flatMap(policy -> policy.examples().stream().filter(e -> e.answer().equals("BLOCK"))
                .map(example -> DynamicTest.dynamicTest(policy.id() + ": " + example.says(), () -> {
                    var farther = new CapApproval.Limit(policy.id(), policy.words(), java.time.Duration.ofHours(168),
                            policy.shape().limit());
                    assertThat(judged(policy, example, List.of(word(policy, example, farther))).getFirst().weight())
                            .isEqualTo(Weight.FAILED);
                })));
    }

    private static void lifted(CapPolicy policy, WorkedExample example) {
        var asked = judged(policy, example, List.of()).getFirst();
        assertThat(asked.weight()).isEqualTo(Weight.NEEDS_APPROVAL);
        assertThat(asked.limit().policy()).isEqualTo(policy.id());

        var approved = judged(policy, example, List.of(word(policy, example, asked.limit()))).getFirst();
        assertThat(approved.code()).isEqualTo("CAP_APPROVED");
        assertThat(approved.weight()).isEqualTo(Weight.WARNING);
        assertThat(approved.terms()).contains(new Term.Words("Lee Park"), new Term.Hours(asked.limit().reached()),
                new Term.Hours(asked.limit().cap()));

        var less = new CapApproval.Limit(policy.id(), policy.words(), asked.limit().reached().minusMinutes(1),
                asked.limit().cap());
        assertThat(judged(policy, example, List.of(word(policy, example, less))).getFirst().weight())
                .as("a minute less was allowed").isEqualTo(Weight.NEEDS_APPROVAL);
    }

    private static List<RuleFinding> judged(CapPolicy policy, WorkedExample example, List<CapApproval> words) {
        var zone = example.zoneId();
        var window = example.jobEntry().window();
        var post = new PostFacts(POST, new UUID(6, 6), "Ocotillo High", "HIGH", "AZ", zone, "SSO",
                LocalDate.ofInstant(window.start(), zone), window, "SCHOOL_SAFETY", 1,
                org.daywatch.staffing.terms.AskingOrder.AS_RANKED);
        var department = new DepartmentFacts(new UUID(3, 3), "Copper Valley Police", 1, Set.of(), zone,
                List.of(policy));
        var findings = new ArrayList<RuleFinding>();
        new HourRules(department, words, post, example.ledger(), findings, new ArrayList<>()).judge();
        return findings;
    }

    private static CapApproval word(CapPolicy policy, WorkedExample example, CapApproval.Limit limit) {
        var window = example.jobEntry().window();
        var chief = new CapApproval.Said(new UUID(9, 9), "Lee Park", Instant.parse("2026-02-01T15:00:00Z"),
                "one long game day");
        return new CapApproval(new UUID(1, 1), new UUID(2, 2), new UUID(3, 3),
                new CapApproval.Who(new UUID(4, 4), "Dana Vega"), POST, "Ocotillo High", window,
                limit, chief, new CapApproval.State.Approved(chief, window.start()), 0);
    }
}
