package org.daywatch.relationships.tips.door;

import java.text.Normalizer;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A school as somebody may name it.
 *
 * @param label its name; with the district's where another school has the same
 * @param isRead somebody reads tips in its district
 */
public record DoorSchool(UUID id, UUID district, String label, ZoneId zone, boolean isRead) {

    static final int MOST_SHOWN = 8;

    /** Those that may be meant: the one whose label it is, or all that have every word of it in theirs. */
    static List<DoorSchool> meant(List<DoorSchool> all, String typed) {
        var said = plain(typed);
        if (said.isEmpty()) return List.of();
        var same = all.stream().filter(school -> plain(school.label).equals(said)).toList();
        if (!same.isEmpty()) return same;
        return all.stream().filter(school -> Arrays.stream(said.split(" ")).allMatch(plain(school.label)::contains))
                .toList();
    }

    /** As people type it: without accents, capitals and signs. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
