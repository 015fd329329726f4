package org.daywatch.staffing.officers;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.daywatch.staffing.availability.Availability;
import org.daywatch.staffing.availability.DatedTime;
import org.daywatch.staffing.availability.WeeklyTime;
import org.daywatch.staffing.availability.Wishes;
import org.daywatch_db.staffing.tables.records.CredentialRecord;
import org.daywatch_db.staffing.tables.records.OfficerRecord;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From rows to files and back: what a column holds as JSON is read and written here only. */
final class OfficerRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private OfficerRows() {}

    static Officer officer(OfficerRecord r) {
        return new Officer(r.getId(), r.getPersonId(), r.getDepartmentId(), r.getFullName(), r.getEmail(), r.getPhone(),
                r.getBadge(),
                Officer.Rank.valueOf(r.getRank()), r.getHiredOn(), r.getCertificateNo(), List.of(r.getLanguages()),
                r.getHomeZip(),
                new LinkedHashSet<>(List.of(r.getRoles())), r.getStartedInSchoolsOn(),
                availability(r.getAvailability(), r.getDates()), wishes(r.getWishes()),
                Officer.State.valueOf(r.getState()), r.getVersion());
    }

    static Credential credential(CredentialRecord r) {
        return new Credential(r.getId(), Credential.Kind.valueOf(r.getKind()), r.getNumber(), r.getIssuedOn(),
                r.getExpiresOn(), r.getHours(),
                Credential.State.valueOf(r.getState()));
    }

    private static Availability availability(JSONB week, JSONB dates) {
        return new Availability(
                stream(JSON.readTree(week.data())).map(a -> new WeeklyTime(DayOfWeek.of(a.path("weekday").asInt()),
                        time(a, "from"), time(a, "to"))).toList(),
                stream(JSON.readTree(dates.data())).map(d -> new DatedTime(LocalDate.parse(d.path("first").asString()),
                        LocalDate.parse(d.path("last").asString()), d.path("away").asBoolean(), time(d, "from"),
                        time(d, "to"))).toList());
    }

    static JSONB week(Availability availability) {
        var array = JSON.createArrayNode();
        availability.week()
                .forEach(t -> array.addObject().put("weekday", t.weekday().getValue()).put("from", t.from().toString())
                        .put("to", t.to().toString()));
        return JSONB.valueOf(JSON.writeValueAsString(array));
    }

    static JSONB dates(Availability availability) {
        var array = JSON.createArrayNode();
        availability.dates()
                .forEach(d -> array.addObject().put("first", d.first().toString()).put("last", d.last().toString())
                        .put("away", d.away()).put("from", d.from() == null ? null : d.from().toString())
                        .put("to", d.to() == null ? null : d.to().toString()));
        return JSONB.valueOf(JSON.writeValueAsString(array));
    }

    static Wishes wishes(JSONB json) {
        var tree = JSON.readTree(json.data());
        return new Wishes(stream(tree.path("schools")).map(s -> UUID.fromString(s.asString())).toList(),
                stream(tree.path("levels")).map(JsonNode::asString).toList(),
                stream(tree.path("weekdays")).map(d -> DayOfWeek.of(d.asInt())).collect(Collectors.toSet()),
                tree.path("mostDays").isNumber() ? tree.path("mostDays").asInt() : null);
    }

    static JSONB wishes(Wishes wishes) {
        var tree = JSON.createObjectNode();
        var schools = tree.putArray("schools");
        wishes.schools().forEach(s -> schools.add(s.toString()));
        var levels = tree.putArray("levels");
        wishes.levels().forEach(levels::add);
        var weekdays = tree.putArray("weekdays");
        wishes.weekdays().stream().sorted().forEach(d -> weekdays.add(d.getValue()));
        if (wishes.mostDays() != null) tree.put("mostDays", wishes.mostDays());
        return JSONB.valueOf(JSON.writeValueAsString(tree));
    }

    private static @Nullable LocalTime time(JsonNode node, String field) {
        return node.path(field).isString() ? LocalTime.parse(node.path(field).asString()) : null;
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
