package org.daywatch.scheduling.check.files;

import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads a file piece by piece: each item of a long list is looked at and let go. */
final class Document {

    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private final String file;
    private final BiConsumer<String, Cell> each;
    private final Set<String> seen = new HashSet<>();

    private Document(String file, BiConsumer<String, Cell> each) {
        this.file = file;
        this.each = each;
    }

    /**
     * @param each gets the name of a field of the outermost object and its value, or every item of it where it is a
     * list
     * @param required fields without which nothing can be judged: an empty list is something, a missing one is not
     */
    static void read(byte[] json, String file, Set<String> required, BiConsumer<String, Cell> each) {
        var document = new Document(file, each);
        try (var parser = JSON.createParser(json)) {
            document.fields(parser);
        } catch (JacksonException broken) {
            var at = broken.getLocation();
            throw new Unreadable(file, "", "",
                    "no JSON at line " + at.getLineNr() + ", column " + at.getColumnNr() + ": "
                            + broken.getOriginalMessage());
        }
        required.stream().sorted().filter(field -> !document.seen.contains(field)).findFirst().ifPresent(field -> {
            throw new Unreadable(file, field, "", "this field must be there.");
        });
    }

    private void fields(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) throw new Unreadable(file, "", "", "write one JSON object.");
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var field = parser.currentName();
            var token = parser.nextToken();
            if (token == JsonToken.VALUE_NULL) continue;
            seen.add(field);
            if (token == JsonToken.START_ARRAY) items(parser, field);
            else each.accept(field, new Cell(file, field, JSON.readTree(parser)));
        }
        if (parser.nextToken() != null)
            throw new Unreadable(file, "", "", "write one JSON object and nothing after it.");
    }

    private void items(JsonParser parser, String field) {
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            each.accept(field, new Cell(file, field + "[" + i + "]", JSON.readTree(parser)));
        }
    }
}
