package org.daywatch.staffing.officers;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.daywatch_db.staffing.tables.records.CredentialRecord;
import org.daywatch_db.staffing.tables.records.OfficerRecord;
import org.jooq.JSONB;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From rows to files and back: what a column holds as JSON is read and written here only. */
final class OfficerRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private OfficerRows() {}

    static Officer officer(OfficerRecord r) {
        return new Officer(r.getId(), r.getPersonId(), r.getDepartmentId(), r.getFullName(), r.getEmail(), r.getPhone(), r.getBadge(),
                Officer.Rank.valueOf(r.getRank()), r.getHiredOn(), r.getCertificateNo(), List.of(r.getLanguages()), r.getHomeZip(),
                new LinkedHashSet<>(List.of(r.getRoles())), r.getStartedInSchoolsOn(), availability(r.getAvailability()), wishes(r.getWishes()),
                Officer.State.valueOf(r.getState()), r.getVersion());
    }

    static Credential credential(CredentialRecord r) {
        return new Credential(r.getId(), Credential.Kind.valueOf(r.getKind()), r.getNumber(), r.getIssuedOn(), r.getExpiresOn(), r.getHours(),
                Credential.State.valueOf(r.getState()));
    }

    static List<Availability> availability(JSONB json) {
        return stream(JSON.readTree(json.data())).map(a -> new Availability(DayOfWeek.of(a.path("weekday").asInt()),
                LocalTime.parse(a.path("from").asString()), LocalTime.parse(a.path("to").asString()))).toList();
    }

    static JSONB availability(Collection<Availability> times) {
        var array = JSON.createArrayNode();
        times.forEach(t -> array.addObject().put("weekday", t.weekday().getValue()).put("from", t.from().toString()).put("to", t.to().toString()));
        return JSONB.valueOf(JSON.writeValueAsString(array));
    }

    static Officer.Wishes wishes(JSONB json) {
        var tree = JSON.readTree(json.data());
        return new Officer.Wishes(stream(tree.path("schools")).map(s -> UUID.fromString(s.asString())).toList(),
                stream(tree.path("levels")).map(JsonNode::asString).toList());
    }

    static JSONB wishes(Officer.Wishes wishes) {
        var tree = JSON.createObjectNode();
        var schools = tree.putArray("schools");
        wishes.schools().forEach(s -> schools.add(s.toString()));
        var levels = tree.putArray("levels");
        wishes.levels().forEach(levels::add);
        return JSONB.valueOf(JSON.writeValueAsString(tree));
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
