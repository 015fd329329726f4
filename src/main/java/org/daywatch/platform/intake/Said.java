package org.daywatch.platform.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.daywatch.platform.texts.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Something to tell people, kept as the key of a message and its values, and put into words only when somebody reads
 * it: a page in the reader's language, the command line and reports in English.
 *
 * @param key of the message; empty: {@code values} are a separator and what it stands between
 * @param values numbers, texts, and others of these
 */
public record Said(String key, List<Object> values) {
    private static final JsonMapper JSON = new JsonMapper();
    public static final Said NOTHING = written("");

    public static Said of(String key, Object... values) {
        return new Said(key,
                Arrays.stream(values)
                        .map(value -> value instanceof Integer || value instanceof Said ? value : String.valueOf(value))
                        .toList());
    }

    /** A sentence as it stands, such as one that was stored in words. */
    public static Said written(String words) {
        return new Said("", List.of("", words));
    }

    public static Said joined(String separator, Collection<Said> parts) {
        var values = new ArrayList<Object>(List.of(separator));
        values.addAll(parts);
        return new Said("", List.copyOf(values));
    }

    public static Said all(Said... sentences) {
        return joined(" ", List.of(sentences));
    }

    /** Names in one line; of a long list the first ones, and how many more. */
    public static Said named(Collection<String> names, int most) {
        String some = names.stream().limit(most).collect(Collectors.joining(", "));
        return names.size() > most ? of("intake.list.more", some, names.size() - most) : written(some);
    }

    public boolean isEmpty() { return equals(NOTHING); }

    /** @param texts finds the words of a message, as {@code page::t} does */
    public String in(BiFunction<String, Object[], String> texts) {
        var said = values.stream().map(value -> value instanceof Said part ? part.in(texts) : value).toList();
        if (!key.isEmpty()) return texts.apply(key, said.toArray());
        return said.stream().skip(1).map(String::valueOf).collect(Collectors.joining(String.valueOf(said.getFirst())));
    }

    public String english() {
        return in((message, args) -> English.TEXTS.of("en", message, args));
    }

    /** As it stands in a column of texts: a list in JSON, or the sentence itself where there is no key. */
    public String stored() {
        return key.isEmpty() && values.size() == 2 && values.getLast() instanceof String words
                ? words
                : JSON.writeValueAsString(list());
    }

    /** What is no such list was stored in words, and is told as it stands. */
    public static Said read(String stored) {
        if (!stored.startsWith("[\"")) return written(stored);
        try {
            return read(JSON.readTree(stored));
        } catch (JacksonException notOurs) {
            return written(stored);
        }
    }

    private static Said read(JsonNode list) {
        var values = new ArrayList<Object>();
        for (int i = 1; i < list.size(); i++) {
            var value = list.get(i);
            values.add(value.isArray() ? read(value) : value.isInt() ? (Object) value.asInt() : value.asString());
        }
        return new Said(list.get(0).asString(), List.copyOf(values));
    }

    private List<Object> list() {
        var list = new ArrayList<Object>(List.of(key));
        values.forEach(value -> list.add(value instanceof Said part ? part.list() : value));
        return list;
    }

    @Override
    public String toString() {
        return english();
    }

    /** Read once, when somebody first needs English words. */
    private static final class English {
        private static final Texts TEXTS = new Texts();
    }
}
