package org.daywatch.training.lessons.file;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * In which line of a file a field stands: faults name it by its path, whoever mends the file looks for it by its line.
 */
public final class FaultLines {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Integer> lines = new HashMap<>();

    private FaultLines() {}

    /** @param bytes of any file; where it stops being JSON, the lines before that are known */
    public static FaultLines of(byte[] bytes) {
        var found = new FaultLines();
        try (var parser = JSON.createParser(new String(bytes, StandardCharsets.UTF_8))) {
            if (parser.nextToken() != null) found.value(parser, "$");
        } catch (JacksonException nothingFurther) {
            return found;
        }
        return found;
    }

    private void value(JsonParser parser, String path) {
        lines.putIfAbsent(path, parser.currentTokenLocation().getLineNr());
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String at = path + "." + parser.currentName();
                lines.putIfAbsent(at, parser.currentTokenLocation().getLineNr());
                parser.nextToken();
                value(parser, at);
            }
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) value(parser, path + "[" + i + "]");
        }
    }

    /**
     * @param path as a fault names it, such as {@code $.slides[3].title}
     * @return its line, from 1; of a field that is missing the line where that begins which should hold it; 0 where
     * nothing of it is known
     */
    public int line(String path) {
        for (String at = path; !at.isEmpty(); at = at.substring(0,
                Math.max(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('['))))) {
            if (lines.containsKey(at)) return lines.get(at);
        }
        return 0;
    }
}
