package org.daywatch.directory.canaries;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.daywatch.platform.cipher.Sealed;

/**
 * The marks of a district's files and how words are compared with them: by a hash under the district's key, so that
 * nothing here says who an invented student is.
 */
public final class CanaryMarks {

    private static final Pattern BETWEEN = Pattern.compile("[\\s,;|\"'<>=()\\x{2019}]+");

    private final byte[] key;
    private final Map<String, UUID> numbers = new HashMap<>();
    private final Map<String, List<UUID>> names = new HashMap<>();

    /** @param export the file it belongs to */
    record Mark(UUID export, String number, String name) {}

    /**
     * What was recognized. @param sure number and name together; otherwise one of them, which a real student may have
     */
    public record Found(UUID export, boolean sure) {}

    CanaryMarks(byte[] key, List<Mark> marks) {
        this.key = key;
        for (var mark : marks) {
            numbers.put(mark.number(), mark.export());
            names.computeIfAbsent(mark.name(), n -> new java.util.ArrayList<>()).add(mark.export());
        }
    }

    static Mark mark(byte[] key, UUID export, CanaryStudent student) {
        return new Mark(export, number(key, student.number()), name(key, student.givenName(), student.familyName()));
    }

    /** A row of a list that has number and name at their places. */
    public Optional<UUID> row(String number, String givenName, String familyName) {
        if (numbers.isEmpty()) return Optional.empty();
        var export = numbers.get(number(key, number));
        return export != null && names.getOrDefault(name(key, givenName, familyName), List.of()).contains(export)
                ? Optional.of(export)
                : Optional.empty();
    }

    /** Whatever text: a search, a line of a file. A name counts in either order. */
    public List<Found> in(String text) {
        if (numbers.isEmpty()) return List.of();
        var byNumber = new java.util.LinkedHashSet<UUID>();
        var byName = new java.util.LinkedHashSet<UUID>();
        String before = "";
        for (String word : BETWEEN.split(text.strip())) {
            if (word.isEmpty()) continue;
            var export = numbers.get(number(key, word));
            if (export != null) byNumber.add(export);
            if (!before.isEmpty()) {
                byName.addAll(names.getOrDefault(name(key, before, word), List.of()));
                byName.addAll(names.getOrDefault(name(key, word, before), List.of()));
            }
            before = word;
        }
        var found = new LinkedHashMap<UUID, Found>();
        for (var export : byNumber) found.put(export, new Found(export, byName.contains(export)));
        for (var export : byName) found.putIfAbsent(export, new Found(export, false));
        return List.copyOf(found.values());
    }

    private static String number(byte[] key, String number) {
        return hash(key, "number " + number.strip().toLowerCase(Locale.ROOT));
    }

    private static String name(byte[] key, String given, String family) {
        return hash(key, "name " + given.strip().toLowerCase(Locale.ROOT) + " "
                + family.strip().toLowerCase(Locale.ROOT));
    }

    private static String hash(byte[] key, String text) {
        return HexFormat.of().formatHex(Sealed.derived(key, text));
    }
}
