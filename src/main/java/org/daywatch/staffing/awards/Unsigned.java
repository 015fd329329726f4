package org.daywatch.staffing.awards;

import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * An active officer who had not signed up. They are no candidate; what the rules would have said of them is kept for
 * the day they ask.
 *
 * @param verdict {@code failed} and {@code approvals} as {@code Verdict.evidence} writes them
 */
public record Unsigned(UUID officer, JsonNode verdict) {

    /** Nothing would have stood against them. */
    public boolean eligible() {
        return verdict.path("failed").isEmpty() && verdict.path("approvals").isEmpty();
    }
}
