package org.daywatch.staffing.eligibility;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daywatch.staffing.eligibility.RuleFinding.Weight;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * May this officer take this post: yes, or every rule that stands against it.
 *
 * @param rules everything that was asked, also what they passed, so that the verdict can be worked out again
 */
public record Verdict(UUID officerId, UUID postId, List<RuleFinding> findings, List<String> rules) {

    private static final int STORED_VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public Verdict {
        findings = List.copyOf(findings);
        rules = List.copyOf(rules);
    }

    public boolean allowed() {
        return findings.stream().allMatch(f -> f.weight() == Weight.WARNING);
    }

    /** Only the department's word is missing. */
    public boolean needsApprovalOnly() {
        return !allowed() && failed().isEmpty();
    }

    public List<RuleFinding> failed() {
        return of(Weight.FAILED);
    }

    public List<RuleFinding> approvals() {
        return of(Weight.NEEDS_APPROVAL);
    }

    public List<RuleFinding> warnings() {
        return of(Weight.WARNING);
    }

    public boolean outsideAvailability() {
        return findings.stream().anyMatch(f -> f.code().equals("OUTSIDE_AVAILABILITY"));
    }

    /** Everything that keeps them from the post. */
    public List<RuleFinding> reasons() {
        return findings.stream().filter(f -> f.weight() != Weight.WARNING).toList();
    }

    /** Nothing keeps them from the post but that their department has not been asked. */
    public boolean allowedOnceAsked() {
        return reasons().stream().allMatch(f -> f.code().equals("DEPARTMENT_NOT_ASKED"));
    }

    /** The evidence kept with an acceptance. A stored form: fields are added, never renamed. */
    public String evidence(Instant judgedAt) {
        var json = JSON.createObjectNode().put("version", STORED_VERSION).put("judgedAt", judgedAt.toString())
                .put("officer", officerId.toString()).put("post", postId.toString()).put("allowed", allowed());
        fill(json.putArray("failed"), failed());
        fill(json.putArray("approvals"), approvals());
        fill(json.putArray("warnings"), warnings());
        rules.forEach(json.putArray("rules")::add);
        return JSON.writeValueAsString(json);
    }

    private static void fill(ArrayNode array, List<RuleFinding> findings) {
        for (RuleFinding finding : findings) {
            var node = array.addObject().put("code", finding.code());
            var figures = node.putArray("figures");
            finding.terms().forEach(
                    t -> figures.addObject().put("kind", t.getClass().getSimpleName()).put("value", t.stored()));
            finding.rules().forEach(node.putArray("rules")::add);
        }
    }

    private List<RuleFinding> of(Weight weight) {
        return findings.stream().filter(f -> f.weight() == weight).toList();
    }
}
