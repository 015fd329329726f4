package org.daywatch.training.lessons.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one object of the file. Whatever cannot be read is a fault and yields something empty, so that all
 * faults are found in one reading.
 */
public final class LessonFields {

    private static final int SHOWN = 80;
    private static final Pattern MARKUP = Pattern.compile("</?[a-zA-Z]|\\*\\*|__|\\]\\(|^#|[\\p{Cntrl}]");

    private final JsonNode node;
    private final String path;
    private final List<FieldError> faults;
    private final Set<String> read = new LinkedHashSet<>();

    public LessonFields(JsonNode node, String path, List<FieldError> faults) {
        this.node = node;
        this.path = path;
        this.faults = faults;
        if (!node.isObject()) fault(path, node, "must be an object in braces");
    }

    /** Whether the file says this field at all. */
    public boolean has(String name) {
        return node.has(name);
    }

    public String text(String name, int least, int most) {
        return text(get(name), path + "." + name, least, most);
    }

    public List<String> texts(String name, int fewest, int many, int least, int most) {
        return list(name, fewest, many, (item, at) -> text(item, at, least, most));
    }

    public int whole(String name, int least, int most) {
        var value = get(name);
        if (value.isIntegralNumber() && value.canConvertToInt() && value.intValue() >= least
                && value.intValue() <= most)
            return value.intValue();
        fault(path + "." + name, value, "must be a whole number from " + least + " to " + most);
        return least;
    }

    List<Integer> wholes(String name) {
        return list(name, 0, 60, (item, at) -> {
            if (item.isIntegralNumber() && item.canConvertToInt()) return item.intValue();
            fault(at, item, "must be a whole number");
            return 0;
        });
    }

    public <E extends Enum<E>> E word(String name, E[] words) {
        var value = get(name);
        for (E word : words) if (value.isString() && value.stringValue().equals(word.name())) return word;
        fault(path + "." + name, value,
                "must be one of " + Arrays.stream(words).map(Enum::name).collect(Collectors.joining(", ")));
        return words[0];
    }

    public String matching(String name, String pattern, String todo) {
        var value = get(name);
        if (value.isString() && value.stringValue().matches(pattern)) return value.stringValue();
        fault(path + "." + name, value, todo);
        return "";
    }

    /** A text, or nothing where the file says null. */
    String orNull(String name) {
        var value = get(name);
        if (value.isNull() && node.has(name)) return "";
        return text(value, path + "." + name, 1, 40);
    }

    <T> T object(String name, Function<LessonFields, T> reader) {
        return whole(get(name), path + "." + name, reader);
    }

    public <T> List<T> objects(String name, int fewest, int many, Function<LessonFields, T> reader) {
        return list(name, fewest, many, (item, at) -> whole(item, at, reader));
    }

    private <T> T whole(JsonNode value, String at, Function<LessonFields, T> reader) {
        var fields = new LessonFields(value, at, faults);
        T made = reader.apply(fields);
        fields.nothingElse();
        return made;
    }

    /** A field nobody asked for is a misspelt one: it would be left out in silence. */
    public void nothingElse() {
        for (String name : node.propertyNames()) {
            if (!read.contains(name))
                fault(path + "." + name, node.get(name), "is no field here; the fields are " + String.join(", ", read));
        }
    }

    void fault(String at, JsonNode value, String todo) {
        if (!node.isObject() && !at.equals(path)) return;
        String shown = value.isMissingNode() ? "" : value.isString() ? value.stringValue() : value.toString();
        faults.add(new FieldError(at, shown.length() > SHOWN ? shown.substring(0, SHOWN) + "…" : shown,
                value.isMissingNode() ? "is missing; it " + todo : todo));
    }

    private interface Item<T> {
        T read(JsonNode item, String at);
    }

    private <T> List<T> list(String name, int fewest, int many, Item<T> reader) {
        var value = get(name);
        String at = path + "." + name;
        if (!value.isArray()) {
            fault(at, value, "must be a list in brackets");
            return List.of();
        }
        if (value.size() < fewest || value.size() > many)
            fault(at, value, "must have " + fewest + " to " + many + " entries; there are " + value.size());
        var made = new ArrayList<T>();
        for (int i = 0; i < value.size(); i++) made.add(reader.read(value.get(i), at + "[" + i + "]"));
        return List.copyOf(made);
    }

    private String text(JsonNode value, String at, int least, int most) {
        String must = "must be a text of " + least + " to " + most + " letters";
        if (!value.isString()) {
            fault(at, value, must);
            return "";
        }
        String text = value.stringValue();
        if (text.length() < least || text.length() > most) fault(at, value, must + "; it has " + text.length());
        if (!text.equals(text.strip())) fault(at, value, "must not begin or end with a blank");
        if (MARKUP.matcher(text).find()) fault(at, value, "must be plain text: no markup, no line breaks");
        return text;
    }

    private JsonNode get(String name) {
        read.add(name);
        return node.path(name);
    }
}
