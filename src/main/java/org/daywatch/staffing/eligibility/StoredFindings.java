package org.daywatch.staffing.eligibility;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.daywatch.staffing.eligibility.RuleFinding.Weight;
import org.daywatch.staffing.eligibility.Term.Hours;
import tools.jackson.databind.JsonNode;

/**
 * What {@link Verdict#evidence} kept, read again: to say it in the reader's language, and to see that its figures fit.
 */
public final class StoredFindings {

    private StoredFindings() {}

    /** What kept them from the post: the rules that failed, then those only their department could allow. */
    public static List<RuleFinding> against(JsonNode evidence) {
        var findings = new ArrayList<RuleFinding>();
        evidence.path("failed").forEach(f -> findings.add(finding(f, Weight.FAILED)));
        evidence.path("approvals").forEach(f -> findings.add(finding(f, Weight.NEEDS_APPROVAL)));
        return findings;
    }

    /** A limit that is said to be broken while its own figures keep it. */
    public static boolean contradictsItself(RuleFinding finding) {
        if (!finding.code().startsWith("CAP_") || finding.terms().size() < 2) return false;
        if (!(finding.terms().get(0) instanceof Hours(var reached))
                || !(finding.terms().get(1) instanceof Hours(var limit)))
            return false;
        return switch (finding.code()) {
            case "CAP_REST_BETWEEN" -> reached.compareTo(limit) >= 0;
            case "CAP_BEFORE_SHIFT" -> reached.compareTo(limit) < 0;
            default -> reached.compareTo(limit) <= 0;
        };
    }

    private static RuleFinding finding(JsonNode json, Weight weight) {
        var terms = json.path("figures").valueStream()
                .map(f -> term(f.path("kind").asString(), f.path("value").asString())).toList();
        return new RuleFinding(json.path("code").asString(), weight, terms,
                json.path("rules").valueStream().map(JsonNode::asString).toList(), null);
    }

    private static Term term(String kind, String value) {
        return switch (kind) {
            case "Hours" -> new Hours(Duration.parse(value));
            case "Amount" -> new Term.Amount(new BigDecimal(value));
            case "Moment" -> new Term.Moment(LocalDateTime.parse(value));
            case "Day" -> new Term.Day(LocalDate.parse(value));
            case "Name" -> new Term.Name(value);
            default -> new Term.Words(value);
        };
    }
}
