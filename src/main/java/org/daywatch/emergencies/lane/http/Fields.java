package org.daywatch.emergencies.lane.http;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.daywatch.platform.persistence.Ids;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fields of a posted JSON object; whatever is wrong is refused with its name, its value and what it should be. */
final class Fields {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode object;

    private Fields(JsonNode object) {
        this.object = object;
    }

    static Fields read(byte[] body) throws Refused {
        try {
            var node = JSON.readTree(body);
            if (node != null && node.isObject()) return new Fields(node);
        } catch (JacksonException e) {
            throw Refused.wrong("body", null, "lane.wrong.body");
        }
        throw Refused.wrong("body", null, "lane.wrong.body");
    }

    private @Nullable String raw(String name) throws Refused {
        var node = object.get(name);
        if (node == null || node.isNull()) return null;
        if (!node.isString() && !node.isNumber()) throw Refused.wrong(name, node.toString(), "lane.wrong.text");
        return node.asString().strip();
    }

    boolean has(String name) {
        return object.hasNonNull(name);
    }

    UUID id(String name) throws Refused {
        String value = raw(name);
        if (value == null || value.isEmpty()) throw Refused.wrong(name, value, "lane.wrong.missing");
        return Ids.find(value).orElseThrow(() -> Refused.wrong(name, value, "lane.wrong.id"));
    }

    @Nullable UUID optionalId(String name) throws Refused {
        String value = raw(name);
        return value == null || value.isEmpty() ? null : id(name);
    }

    <E extends Enum<E>> E choice(String name, Class<E> kind) throws Refused {
        String value = raw(name);
        if (value == null || value.isEmpty()) throw Refused.wrong(name, value, "lane.wrong.missing");
        try {
            return Enum.valueOf(kind, value);
        } catch (IllegalArgumentException e) {
            throw Refused.wrong(name, value, "lane.wrong.choice");
        }
    }

    /** Empty where nothing was said. Control characters become blanks. */
    String text(String name, int longest) throws Refused {
        String value = raw(name);
        if (value == null) return "";
        if (value.length() > longest) throw Refused.wrong(name, value, "lane.wrong.long");
        return value.replaceAll("\\p{Cntrl}+", " ");
    }

    @Nullable Instant optionalInstant(String name) throws Refused {
        String value = raw(name);
        if (value == null || value.isEmpty()) return null;
        try {
            return Instant.parse(value);
        } catch (DateTimeParseException e) {
            throw Refused.wrong(name, value, "lane.wrong.instant");
        }
    }

    int number(String name) throws Refused {
        String value = raw(name);
        if (value == null) throw Refused.wrong(name, null, "lane.wrong.missing");
        if (!value.matches("[0-9]{1,9}")) throw Refused.wrong(name, value, "lane.wrong.number");
        return Integer.parseInt(value);
    }
}
