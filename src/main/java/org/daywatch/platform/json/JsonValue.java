package org.daywatch.platform.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A value of a JSON file that knows where it stands. Numbers are kept as written. */
public final class JsonValue {

    public enum Kind { OBJECT, LIST, TEXT, WHOLE, FRACTION, BOOLEAN, NULL }

    private static final int SHOWN = 60;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final @Nullable JsonValue parent;
    private final @Nullable String name;
    private final int index;
    private final int line;
    private final Kind kind;
    private final String text;
    private final Map<String, JsonValue> fields;
    private final List<JsonValue> items;

    /** @param name of the field it stands in; null where it is the {@code index}th of a list, or the whole file */
    JsonValue(@Nullable JsonValue parent, @Nullable String name, int index, int line, Kind kind, String text) {
        this.parent = parent;
        this.name = name;
        this.index = index;
        this.line = line;
        this.kind = kind;
        this.text = text;
        this.fields = kind == Kind.OBJECT ? new LinkedHashMap<>() : Map.of();
        this.items = kind == Kind.LIST ? new ArrayList<>() : List.of();
    }

    public int line() {
        return line;
    }

    public Kind kind() {
        return kind;
    }

    /** Text without quotes, a number as written. */
    public String text() {
        return text;
    }

    public Map<String, JsonValue> fields() {
        return fields;
    }

    public List<JsonValue> items() {
        return items;
    }

    public String path() {
        var path = new StringBuilder();
        for (JsonValue at = this; at != null; at = at.parent) path.insert(0, at.step());
        return path.toString();
    }

    boolean isRoot() { return parent == null; }

    private String step() {
        if (parent == null) return "$";
        if (name == null) return "[" + index + "]";
        return PLAIN.matcher(name).matches() ? "." + name : "['" + printable(name) + "']";
    }

    /** As a message shows it: short, on one line, text in quotes. */
    public String shown() {
        return switch (kind) {
            case OBJECT -> "{…}";
            case LIST -> items.isEmpty() ? "[]" : "[…]";
            case TEXT -> '"' + printable(text) + '"';
            default -> printable(text);
        };
    }

    /** Control characters would move the cursor of whoever reads the message. */
    static String printable(String text) {
        var shown = new StringBuilder();
        text.codePoints().limit(SHOWN + 1L).forEach(c -> {
            boolean plain = !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE
                    && Character.getType(c) != Character.FORMAT;
            if (plain) shown.appendCodePoint(c);
            else shown.append(String.format("\\u%04x", c));
        });
        return text.codePointCount(0, text.length()) > SHOWN
                ? shown.substring(0, Math.min(shown.length(), SHOWN)) + "…"
                : shown.toString();
    }
}
