package org.daywatch.staffing.awards;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.daywatch.staffing.awards.Award.Unsigned;
import org.daywatch.staffing.awards.methods.Ruling;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An award as it is kept and given away: docs/formats/award.md. Fields are added, never renamed. */
public final class AwardRecord {

    public static final String SCHEMA = "daywatch.award";
    public static final int VERSION = 1;
    static final JsonMapper JSON = JsonMapper.builder().build();

    private AwardRecord() {}

    public static String write(Award award) {
        var json = JSON.createObjectNode().put("schema", SCHEMA).put("version", VERSION)
                .put("id", award.id().toString()).put("agency", award.agency().toString());
        post(json.putObject("post"), award.place());
        method(json.putObject("method"), award.ruling());
        json.put("closedAt", award.ruling().closesAt() == null ? null : award.ruling().closesAt().toString())
                .put("decidedAt", award.decidedAt().toString());
        var candidates = json.putArray("candidates");
        award.ranked().forEach(r -> candidate(candidates.addObject(), r.candidate(), r.rank(), r.keys()));
        award.out().forEach(c -> candidate(candidates.addObject(), c, null, List.of()));
        if (award.more().unsigned() != null) unsigned(json.putArray("unsigned"), award.more().unsigned());
        if (award.more().problem() != null) json.set("problem", award.more().problem());
        json.putObject("decision").put("outcome", award.outcome().name()).put("officer",
                award.winner().map(w -> w.officer().toString()).orElse(null));
        return JSON.writeValueAsString(json);
    }

    /** SHA-256 of the record's bytes in UTF-8, in hex; it also stands in the audit chain, out of this table's reach. */
    public static String digest(String record) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(record.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void post(ObjectNode json, Award.Place place) {
        json.put("id", place.post().toString()).put("school", place.school().toString())
                .put("schoolName", place.schoolName()).put("zone", place.zone().getId())
                .put("day", place.day().toString()).put("startsAt", place.window().start().toString())
                .put("endsAt", place.window().end().toString()).put("role", place.role());
    }

    private static void method(ObjectNode json, Ruling ruling) {
        json.put("name", ruling.method().name()).put("version", ruling.version()).put("rule", ruling.rule());
        var keys = json.putArray("keys");
        ruling.method().keys().forEach(k -> keys.add(k.name()));
        json.put("days", ruling.days());
        json.putObject("points").put("knownDay", ruling.points().knownDay()).put("hour", ruling.points().hour())
                .put("wish", ruling.points().wish());
        var rules = json.putArray("rules");
        ruling.rules().forEach(
                r -> rules.addObject().put("code", r.code()).put("version", r.version()).put("value", r.value()));
    }

    private static void unsigned(ArrayNode array, List<Unsigned> unsigned) {
        for (var u : unsigned) array.addObject().put("officer", u.officer().toString()).set("verdict", u.verdict());
    }

    private static void candidate(ObjectNode json, Candidate candidate, @org.jspecify.annotations.Nullable Integer rank,
            List<String> keys) {
        var facts = candidate.facts();
        json.put("officer", candidate.officer().toString()).put("signUp", candidate.signUp().toString())
                .put("signedUpAt", candidate.signedUpAt().toString());
        json.putObject("facts").put("hiredOn", facts.hiredOn() == null ? null : facts.hiredOn().toString())
                .put("creditedMinutes", facts.creditedMinutes())
                .put("newcomer", facts.newcomer()).put("lastTurnAt", facts.lastTurnAt().toString())
                .put("daysAtSchool", facts.daysAtSchool()).put("wishes", facts.wishes());
        json.set("verdict", candidate.verdict());
        json.put("elsewhere", candidate.elsewhere()).put("rank", rank);
        keys.forEach(json.putArray("keys")::add);
    }
}
