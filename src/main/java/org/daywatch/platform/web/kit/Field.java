package org.daywatch.platform.web.kit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One field of a form with all a person needs to fill it: label, hint, and the error at the field. {@code attributes}
 * carries the rest (min, max, step, autocomplete, inputmode, maxlength, rows, accept, pattern).
 */
public record Field(Kind kind, String name, String label, String value, @Nullable String hint, @Nullable String error,
        boolean required, List<Option> options, Map<String, String> attributes) {

    public enum Kind {
        TEXT, EMAIL, TEL, URL, PASSWORD, NUMBER, DATE, TIME, DATETIME, SEARCH, FILE, TEXTAREA, SELECT, RADIOS, CHECKBOX;

        public String type() {
            return this == DATETIME ? "datetime-local" : name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public record Option(String value, String label) {
    }

    public static Field of(Kind kind, String name, String label) {
        return new Field(kind, name, label, "", null, null, false, List.of(), Map.of());
    }

    public static Field text(String name, String label) {
        return of(Kind.TEXT, name, label);
    }

    public static Field date(String name, String label) {
        return of(Kind.DATE, name, label);
    }

    public static Field time(String name, String label) {
        return of(Kind.TIME, name, label);
    }

    public static Field number(String name, String label) {
        return of(Kind.NUMBER, name, label);
    }

    public static Field textarea(String name, String label) {
        return of(Kind.TEXTAREA, name, label);
    }

    public static Field file(String name, String label) {
        return of(Kind.FILE, name, label);
    }

    /** Ticked when its value is "true". */
    public static Field checkbox(String name, String label) {
        return of(Kind.CHECKBOX, name, label);
    }

    public static Field select(String name, String label, List<Option> options) {
        return new Field(Kind.SELECT, name, label, "", null, null, false, List.copyOf(options), Map.of());
    }

    public static Field radios(String name, String label, List<Option> options) {
        return new Field(Kind.RADIOS, name, label, "", null, null, false, List.copyOf(options), Map.of());
    }

    public Field value(@Nullable Object newValue) {
        var text = newValue == null ? "" : newValue.toString();
        return new Field(kind, name, label, text, hint, error, required, options, attributes);
    }

    public Field hint(@Nullable String text) {
        return new Field(kind, name, label, value, text, error, required, options, attributes);
    }

    /** An empty text is no error, so {@code page.error(name)} can be handed over as it is. */
    public Field error(@Nullable String text) {
        var wrong = text == null || text.isBlank() ? null : text;
        return new Field(kind, name, label, value, hint, wrong, required, options, attributes);
    }

    public Field must() {
        return new Field(kind, name, label, value, hint, error, true, options, attributes);
    }

    public Field with(String attribute, Object setting) {
        var more = new java.util.TreeMap<>(attributes);
        more.put(attribute, setting.toString());
        return new Field(kind, name, label, value, hint, error, required, options, more);
    }

    /** Two forms on one page may ask for the same name: tell them apart with {@code with("id", "…")}. */
    public String id() {
        return attributes.getOrDefault("id", "field-" + name);
    }

    /** What a screen reader reads after the label; null when there is neither hint nor error. */
    public @Nullable String describedBy() {
        var ids = new java.util.StringJoiner(" ");
        if (hint != null) ids.add(id() + "-hint");
        if (error != null) ids.add(id() + "-error");
        return ids.length() == 0 ? null : ids.toString();
    }

    public @Nullable String attribute(String attribute) {
        return attributes.get(attribute);
    }

    public boolean chosen(Option option) {
        return option.value().equals(value);
    }
}
