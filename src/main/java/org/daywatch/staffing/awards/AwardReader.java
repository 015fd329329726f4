package org.daywatch.staffing.awards;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.awards.Award.Unsigned;
import org.daywatch.staffing.awards.methods.Method;
import org.daywatch.staffing.awards.methods.Ruling;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A record read again: what was asked and who signed up, apart from what was made of it. */
public final class AwardReader {

    private AwardReader() {}

    /** What the award was decided from. */
    public record Asked(UUID id, UUID agency, Award.Place place, Ruling ruling, List<Candidate> candidates,
            Award.More more, Instant decidedAt) {

        public Award decide() {
            return Award.decide(id, agency, place, ruling, candidates, more, decidedAt);
        }
    }

    /** @throws InvalidInput naming the field that cannot be read */
    public static JsonNode tree(String record) {
        JsonNode json;
        try {
            json = AwardRecord.JSON.readTree(record);
        } catch (JacksonException e) {
            throw new InvalidInput("record", "", "The record is not JSON: " + e.getOriginalMessage());
        }
        if (!AwardRecord.SCHEMA.equals(json.path("schema").asString("")))
            throw wrong("schema", json.path("schema"), "must be " + AwardRecord.SCHEMA);
        if (json.path("version").asInt(0) != AwardRecord.VERSION)
            throw wrong("version", json.path("version"), "must be " + AwardRecord.VERSION);
        return json;
    }

    public static Asked read(String record) {
        return read(tree(record));
    }

    public static Asked read(JsonNode json) {
        var method = value(json, "method.name", Method::valueOf);
        int text = text(json, method);
        var closes = json.path("closedAt").isNull() ? null : value(json, "closedAt", Instant::parse);
        var ruling = new Ruling(value(json, "post.id", UUID::fromString), method, text,
                value(json, "method.rule", s -> s), closes, whole(json, "method.days").intValue(),
                new Ruling.Points(whole(json, "method.points.knownDay"), whole(json, "method.points.hour"),
                        whole(json, "method.points.wish")),
                json.path("method").path("rules").valueStream().map(r -> new Ruling.Applied(value(r, "code", s -> s),
                        value(r, "version", s -> s), whole(r, "value"))).toList());
        var place = new Award.Place(ruling.post(), value(json, "post.school", UUID::fromString),
                value(json, "post.schoolName", s -> s), value(json, "post.zone", ZoneId::of),
                value(json, "post.day", LocalDate::parse),
                new Window(value(json, "post.startsAt", Instant::parse), value(json, "post.endsAt", Instant::parse)),
                value(json, "post.role", s -> s));
        var candidates = json.path("candidates").valueStream().map(AwardReader::candidate).toList();
        if (ruling.asksEngine() && !json.path("problem").isObject())
            throw wrong("problem", json.path("problem"), "must be what the roster engine was asked");
        return new Asked(value(json, "id", UUID::fromString), value(json, "agency", UUID::fromString), place, ruling,
                candidates,
                new Award.More(ruling.asksEngine() ? json.path("problem") : null, unsigned(json)),
                value(json, "decidedAt", Instant::parse));
    }

    /** Which text of the method it was made under: those known are replayed, each by itself. */
    private static int text(JsonNode json, Method method) {
        String version = value(json, "method.version", s -> s);
        for (int text = 1; text <= method.text(); text++) if (method.version(text).equals(version)) return text;
        throw wrong("method.version", json.path("method").path("version"),
                "can only be replayed up to " + method.version(method.text()));
    }

    /** Null in records older than the question. */
    private static @Nullable List<Unsigned> unsigned(JsonNode json) {
        if (!json.has("unsigned")) return null;
        return json.path("unsigned").valueStream()
                .map(u -> new Unsigned(value(u, "officer", UUID::fromString), u.path("verdict"))).toList();
    }

    private static Candidate candidate(JsonNode c) {
        @Nullable LocalDate hired = c.path("facts").path("hiredOn").isNull()
                ? null
                : value(c, "facts.hiredOn", LocalDate::parse);
        var facts = new Candidate.Facts(hired, whole(c, "facts.creditedMinutes"),
                c.path("facts").path("newcomer").asBoolean(false),
                value(c, "facts.lastTurnAt", Instant::parse), whole(c, "facts.daysAtSchool").intValue(),
                whole(c, "facts.wishes").intValue());
        if (!c.path("verdict").isObject())
            throw wrong("candidates.verdict", c.path("verdict"), "must be the verdict of the rules");
        return new Candidate(value(c, "officer", UUID::fromString), value(c, "signUp", UUID::fromString),
                value(c, "signedUpAt", Instant::parse), facts, c.path("verdict"),
                c.path("elsewhere").asBoolean(false));
    }

    private static Long whole(JsonNode json, String path) {
        var node = at(json, path);
        if (!node.isIntegralNumber()) throw wrong(path, node, "must be a whole number");
        return node.asLong();
    }

    private static <T> T value(JsonNode json, String path, Function<String, T> read) {
        var node = at(json, path);
        if (!node.isString()) throw wrong(path, node, "is missing or no text");
        try {
            return read.apply(node.asString());
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw wrong(path, node, "cannot be read: " + e.getMessage());
        }
    }

    private static JsonNode at(JsonNode json, String path) {
        var node = json;
        for (String step : path.split("\\.")) node = node.path(step);
        return node;
    }

    private static InvalidInput wrong(String path, JsonNode node, String what) {
        return new InvalidInput(path, node.toString(), path + " " + what + ".");
    }
}
