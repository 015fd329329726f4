package org.daywatch.staffing.awards.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch.staffing.awards.Award;
import org.daywatch.staffing.awards.AwardReader;
import org.daywatch.staffing.awards.AwardRecord;
import org.daywatch.staffing.eligibility.StoredFindings;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An award worked out again from its record alone: the ranking from each candidate's facts, who was out from the rules
 * that failed, the decision from both; then the record's digest. Nothing else is asked, no file of an officer is
 * opened.
 *
 * @param differences empty where everything came out as it stands
 */
public record Replay(UUID award, String method, int candidates, List<Difference> differences) {

    /** @param where in the record, or {@code digest}, {@code row.officer}, {@code row.post} */
    public record Difference(String where, String stored, String recomputed) {}

    /** What the table says beside the record. */
    public record Row(String digest, UUID post, @Nullable UUID officer) {}

    public boolean equal() {
        return differences.isEmpty();
    }

    /** @param row null where a record is looked at by itself */
    public static Replay of(String record, @Nullable Row row) {
        var json = AwardReader.tree(record);
        var asked = AwardReader.read(json);
        var again = asked.decide();
        var found = new ArrayList<Difference>();
        var keys = again.ruling().method().keys().stream().map(Enum::name).toList();
        compare(found, "method.keys",
                json.path("method").path("keys").valueStream().map(JsonNode::asString).toList().toString(),
                keys.toString());
        for (var rule : again.ruling().rules()) applied(found, again, rule.code(), rule.value());
        int at = 0;
        for (var stored : json.path("candidates").values()) candidate(found, "candidates[" + at++ + "]", stored, again);
        if (again.more().unsigned() != null)
            for (var unsigned : again.more().unsigned())
                contradictions(found, "unsigned." + unsigned.officer(), unsigned.verdict());
        compare(found, "decision.outcome", json.path("decision").path("outcome").asString(""), again.outcome().name());
        compare(found, "decision.officer", text(json.path("decision").path("officer")),
                again.winner().map(w -> w.officer().toString()).orElse(""));
        if (row != null) {
            compare(found, "row.post", row.post().toString(), again.place().post().toString());
            compare(found, "row.officer", row.officer() == null ? "" : row.officer().toString(),
                    again.winner().map(w -> w.officer().toString()).orElse(""));
            compare(found, "digest", row.digest(), AwardRecord.digest(record));
        }
        return new Replay(asked.id(), again.ruling().version(), asked.candidates().size(), List.copyOf(found));
    }

    private static void candidate(List<Difference> found, String where, JsonNode stored, Award again) {
        var officer = UUID.fromString(stored.path("officer").asString());
        var ranked = again.rankOf(officer);
        compare(found, where + ".rank", text(stored.path("rank")), ranked.map(r -> "" + r.rank()).orElse(""));
        compare(found, where + ".keys", stored.path("keys").valueStream().map(JsonNode::asString).toList().toString(),
                ranked.map(r -> r.keys().toString()).orElse("[]"));
        boolean allowed = stored.path("verdict").path("failed").isEmpty()
                && stored.path("verdict").path("approvals").isEmpty();
        compare(found, where + ".verdict.allowed", text(stored.path("verdict").path("allowed")), "" + allowed);
        contradictions(found, where, stored.path("verdict"));
    }

    private static void contradictions(List<Difference> found, String where, JsonNode verdict) {
        for (var finding : StoredFindings.against(verdict)) {
            if (StoredFindings.contradictsItself(finding))
                found.add(new Difference(where + ".verdict." + finding.code(), "broken", "kept by its own figures"));
        }
    }

    /** The numbers the ranking was made with must be those of the rules named. */
    private static void applied(List<Difference> found, Award again, String code, long value) {
        var points = again.ruling().points();
        Long used = switch (code) {
            case "AWARD_DAYS" -> (long) again.ruling().days();
            case "AWARD_KNOWN_DAY" -> points.knownDay();
            case "AWARD_HOUR" -> points.hour();
            case "AWARD_WISH" -> points.wish();
            default -> null;
        };
        if (used != null) compare(found, "method.rules." + code, "" + value, "" + used);
    }

    private static String text(JsonNode node) {
        return node.isNull() || node.isMissingNode() ? "" : node.asString();
    }

    private static void compare(List<Difference> found, String where, String stored, String recomputed) {
        if (!stored.equals(recomputed)) found.add(new Difference(where, stored, recomputed));
    }
}
