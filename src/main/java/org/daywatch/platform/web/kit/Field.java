package org.daywatch.platform.web.kit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.daywatch.platform.web.Page;
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

    /** One of the choices of a select or of radios; what a form sends, and what people read. */
    public record Option(String value, String label) {

        /** Values by their sentences: of OPEN under "incidents.state." it is that of incidents.state.OPEN. */
        public static List<Option> of(Page page, String prefix, Enum<?>... values) {
            return of(page, prefix, List.of(values));
        }

        /** The same of some of an enum's values, or of words that are not one. */
        public static List<Option> of(Page page, String prefix, Collection<?> values) {
            return of(values, Option::word, value -> page.t(prefix + word(value)));
        }

        /** Words that are sent as people read them. */
        public static List<Option> of(Collection<String> words) {
            return of(words, Function.identity(), Function.identity());
        }

        /** Things by their ids and names, in their order. */
        public static List<Option> of(Map<?, String> names) {
            return of(names.entrySet(), Map.Entry::getKey, Map.Entry::getValue);
        }

        public static <T> List<Option> of(Collection<? extends T> things, Function<T, ?> value,
                Function<T, String> label) {
            return things.stream().map(thing -> new Option(value.apply(thing).toString(), label.apply(thing))).toList();
        }

        /** First that none of them is chosen, or all: what people read there, and an empty value. */
        public static List<Option> all(String label, List<Option> others) {
            return Stream.concat(Stream.of(new Option("", label)), others.stream()).toList();
        }

        /** The choices and, where it is none of them, what stands there already. */
        public static List<Option> among(List<Option> choices, String present) {
            if (choices.stream().anyMatch(choice -> choice.value.equals(present))) return choices;
            return Stream.concat(choices.stream(), Stream.of(new Option(present, present))).toList();
        }

        /** What was chosen where it is one of them, else the first. */
        public static String chosen(List<Option> choices, String typed) {
            if (choices.stream().anyMatch(choice -> choice.value.equals(typed))) return typed;
            return choices.isEmpty() ? "" : choices.getFirst().value;
        }

        private static String word(Object value) {
            return value instanceof Enum<?> of ? of.name() : value.toString();
        }
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

    /** As the form comes back: with what was typed in it and what is wrong with it, or as it starts. */
    public Field filled(Page page) {
        return value(page.value(name, value)).error(page.error(name));
    }

    public static List<Field> filled(Page page, List<Field> fields) {
        return fields.stream().map(field -> field.filled(page)).toList();
    }

    /** The fields of a form that is asked in several parts. */
    @SafeVarargs
    public static List<Field> together(List<Field>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }

    public static boolean anyNamed(String name, List<Field> fields) {
        return fields.stream().anyMatch(field -> field.name.equals(name));
    }

    public static boolean anyWrong(List<Field> fields) {
        return fields.stream().anyMatch(field -> field.error != null);
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
