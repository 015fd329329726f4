package org.daywatch.scheduling.check.files;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A value of a file and the path to it, so that whatever cannot be read is named. Times are whole minutes since 1970.
 */
record Cell(String file, String path, JsonNode node) {

    private static final int SHOWN = 80;

    Cell get(String field) {
        return find(field).orElseThrow(() -> new Unreadable(file, child(field), "", "this field must be there."));
    }

    /** Empty where the field is missing or null. */
    Optional<Cell> find(String field) {
        if (!node.isObject()) throw wrong("write an object.");
        return node.hasNonNull(field) ? Optional.of(new Cell(file, child(field), node.get(field))) : Optional.empty();
    }

    List<Cell> items() {
        if (!node.isArray()) throw wrong("write a list.");
        var items = new ArrayList<Cell>();
        for (var item : node) items.add(new Cell(file, path + "[" + items.size() + "]", item));
        return items;
    }

    /** A missing list is empty. */
    List<Cell> items(String field) {
        return find(field).map(Cell::items).orElse(List.of());
    }

    Set<String> texts(String field) {
        var texts = new HashSet<String>();
        for (var item : items(field)) texts.add(item.text());
        return texts;
    }

    Map<String, Cell> entries() {
        if (!node.isObject()) throw wrong("write an object.");
        var entries = new TreeMap<String, Cell>();
        for (var entry : node.properties())
            entries.put(entry.getKey(), new Cell(file, child(entry.getKey()), entry.getValue()));
        return entries;
    }

    String text() {
        if (!node.isString()) throw wrong("write a text.");
        return node.stringValue();
    }

    @Nullable
    String text(String field, @Nullable String otherwise) {
        return find(field).map(Cell::text).orElse(otherwise);
    }

    long whole() {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) throw wrong("write a whole number.");
        return node.longValue();
    }

    long whole(String field, long otherwise) {
        return find(field).map(Cell::whole).orElse(otherwise);
    }

    double number() {
        if (!node.isNumber()) throw wrong("write a number.");
        return node.doubleValue();
    }

    LocalDate day() {
        return parsed(LocalDate::parse, "write a day as 2026-11-16.");
    }

    ZoneId zone() {
        return parsed(ZoneId::of, "write a zone of the IANA list, as America/Phoenix.");
    }

    long moment() {
        long seconds = parsed(OffsetDateTime::parse, "write a moment with its offset, as 2026-11-16T07:25:00-07:00.")
                .toEpochSecond();
        if (seconds % 60 != 0) throw wrong("write a whole minute.");
        return seconds / 60;
    }

    /** HH:MM in minutes. */
    int length() {
        if (!text().matches("[0-9]{1,6}:[0-5][0-9]")) throw wrong("write a length of time as 08:30.");
        var parts = text().split(":");
        return Integer.parseInt(parts[0]) * 60 + Integer.parseInt(parts[1]);
    }

    <E extends Enum<E>> E oneOf(Class<E> words) {
        return parsed(word -> Enum.valueOf(words, word),
                "write one of " + Arrays.toString(words.getEnumConstants()) + ".");
    }

    Unreadable wrong(String advice) {
        var value = node.toString();
        return new Unreadable(file, path, value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value, advice);
    }

    <T> T parsed(Function<String, T> parse, String advice) {
        var text = text();
        try {
            return parse.apply(text);
        } catch (DateTimeException | IllegalArgumentException unparsed) {
            throw wrong(advice);
        }
    }

    private String child(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }
}
