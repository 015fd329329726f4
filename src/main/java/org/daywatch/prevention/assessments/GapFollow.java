package org.daywatch.prevention.assessments;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.daywatch.prevention.assessments.AssessmentAnswers.Found;
import org.daywatch.prevention.findings.Finding;
import org.daywatch.prevention.findings.Finding.State;
import org.daywatch.prevention.measures.CostToMend;
import org.daywatch.prevention.measures.Measure;
import org.jspecify.annotations.Nullable;

/**
 * What became of the gaps of an assessment. A gap has one ledger, its finding: once somebody else has looked and it is
 * mended, the gap is no longer one, and nothing of it is still to be paid.
 *
 * @param gaps items that were missing, by id, with what was found
 * @param findings of the campus out of assessments with the same instrument. @param measures for its items, and those
 * for none
 */
public record GapFollow(Map<String, Found> gaps, List<Finding> findings, List<Measure> measures) {

    /** The finding about this item that was opened last; null: none yet. */
    public @Nullable Finding finding(String item) {
        return findings.stream().filter(f -> f.origin().item().equals(item))
                .max(Comparator.comparing(f -> f.origin().at())).orElse(null);
    }

    public List<Measure> measures(String item) {
        return measures.stream().filter(m -> m.item().equals(item)).toList();
    }

    /** Somebody looked after this was answered, and it is mended. */
    public boolean mended(String item) {
        var finding = finding(item);
        var found = gaps.get(item);
        var verified = finding == null ? null : verified(finding.state());
        return found != null && verified != null && verified.isAfter(found.at());
    }

    private static @Nullable Instant verified(State state) {
        return switch (state) {
            case State.Verified(var _, var verified) -> verified.at();
            case State.Closed(var _, var verified, var _) -> verified.at();
            case State.Open _,State.Assigned _,State.Fixed _,State.RiskAccepted _ -> null;
        };
    }

    /** Still to be mended. */
    public Set<String> open() {
        return gaps.keySet().stream().filter(item -> !mended(item)).collect(Collectors.toSet());
    }

    public CostToMend cost() {
        return CostToMend.of(measures, open());
    }

    /** @param path items of one path */
    public CostToMend cost(Set<String> path) {
        return CostToMend.ofPath(measures, open().stream().filter(path::contains).collect(Collectors.toSet()));
    }
}
