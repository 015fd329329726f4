package org.daywatch.platform.json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes an object a person can read in a diff: a line to a field, a line to an element of a long list. Equal input
 * gives equal bytes.
 */
public final class JsonText {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public JsonText(String schema) {
        add("{\n  \"schema\": " + JSON.writeValueAsString(schema) + ",\n  \"version\": 1");
    }

    /** @param value text, number, map or list; written on one line */
    public JsonText field(String name, @Nullable Object value) {
        add(",\n  " + JSON.writeValueAsString(name) + ": " + JSON.writeValueAsString(value));
        return this;
    }

    public JsonText list(String name, Iterator<?> elements) {
        add(",\n  " + JSON.writeValueAsString(name) + ": [");
        for (String before = "\n    "; elements.hasNext(); before = ",\n    ")
            add(before + JSON.writeValueAsString(elements.next()));
        add("]");
        return this;
    }

    public byte[] bytes() {
        var whole = new ByteArrayOutputStream(out.size() + 3);
        whole.writeBytes(out.toByteArray());
        whole.writeBytes("\n}\n".getBytes(StandardCharsets.UTF_8));
        return whole.toByteArray();
    }

    private void add(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
