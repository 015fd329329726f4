package org.daywatch.emergencies.lane.http;

import java.time.Instant;
import java.util.UUID;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.platform.persistence.Ids;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fields of a posted JSON object; whatever is wrong is refused with its name, its value and what it should be. */
final class PostedFields {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode object;

    private PostedFields(JsonNode object) {
        this.object = object;
    }

    static PostedFields read(byte[] body) throws RequestRefused {
        try {
            var node = JSON.readTree(body);
            if (node != null && node.isObject()) return new PostedFields(node);
        } catch (JacksonException e) {
            throw RequestRefused.wrong("body", null, "lane.wrong.body");
        }
        throw RequestRefused.wrong("body", null, "lane.wrong.body");
    }

    /** Whether it says that it is a drill or a test; what cannot be read is taken for real. */
    static boolean notMeant(byte[] body) {
        try {
            var node = JSON.readTree(body);
            String status = node == null || !node.isObject() ? "" : node.path("status").asString("");
            return status.equals(AlertStatus.EXERCISE.name()) || status.equals(AlertStatus.TEST.name());
        } catch (JacksonException e) {
            return false;
        }
    }

    private @Nullable String raw(String name) throws RequestRefused {
        var node = object.get(name);
        if (node == null || node.isNull()) return null;
        if (!node.isString() && !node.isNumber()) throw RequestRefused.wrong(name, node.toString(), "lane.wrong.text");
        return node.asString().strip();
    }

    boolean has(String name) {
        return object.hasNonNull(name);
    }

    UUID id(String name) throws RequestRefused {
        String value = raw(name);
        if (value == null || value.isEmpty()) throw RequestRefused.wrong(name, value, "lane.wrong.missing");
        return Ids.find(value).orElseThrow(() -> RequestRefused.wrong(name, value, "lane.wrong.id"));
    }

    @Nullable
    UUID optionalId(String name) throws RequestRefused {
        String value = raw(name);
        return value == null || value.isEmpty() ? null : id(name);
    }

    <E extends Enum<E>> E choice(String name, Class<E> kind) throws RequestRefused {
        String value = raw(name);
        if (value == null || value.isEmpty()) throw RequestRefused.wrong(name, value, "lane.wrong.missing");
        try {
            return Enum.valueOf(kind, value);
        } catch (IllegalArgumentException e) {
            throw RequestRefused.wrong(name, value, "lane.wrong.choice");
        }
    }

    /** Empty where nothing was said. Control characters become blanks. */
    String text(String name, int longest) throws RequestRefused {
        String value = raw(name);
        if (value == null) return "";
        if (value.length() > longest) throw RequestRefused.wrong(name, value, "lane.wrong.long");
        return value.replaceAll("\\p{Cntrl}+", " ");
    }

    @Nullable
    Instant optionalInstant(String name) throws RequestRefused {
        String value = raw(name);
        if (value == null || value.isEmpty()) return null;
        return LaneEntry.time(value)
                .orElseThrow(() -> RequestRefused.wrong(name, value, "lane.wrong.instant"));
    }

    int number(String name) throws RequestRefused {
        String value = raw(name);
        if (value == null) throw RequestRefused.wrong(name, null, "lane.wrong.missing");
        if (!value.matches("[0-9]{1,9}")) throw RequestRefused.wrong(name, value, "lane.wrong.number");
        return Integer.parseInt(value);
    }
}
