package org.daywatch.directory.rosters;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Whether a text names a student of a roster. Pure. */
public final class NamedStudents {

    private NamedStudents() {}

    /**
     * Given and family name side by side, in either order, however they are written. A given name alone is
     * anybody's. @param students as "Family, Given"
     */
    public static boolean in(String text, Collection<String> students) {
        var words = words(text);
        if (words.size() < 2) return false;
        return students.stream().anyMatch(student -> {
            int comma = student.indexOf(',');
            if (comma < 0) return false;
            var family = words(student.substring(0, comma));
            var given = words(student.substring(comma + 1));
            if (family.isEmpty() || given.isEmpty()) return false;
            return List.of(given.getFirst(), given.getLast()).stream()
                    .anyMatch(g -> beside(words, g, family) || beside(words, g, List.of(family.getLast())));
        });
    }

    private static boolean beside(List<String> words, String given, List<String> family) {
        var first = new ArrayList<>(List.of(given));
        first.addAll(family);
        var last = new ArrayList<>(family);
        last.add(given);
        return Collections.indexOfSubList(words, first) >= 0 || Collections.indexOfSubList(words, last) >= 0;
    }

    private static List<String> words(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[^\\p{L}]+")).filter(w -> !w.isEmpty()).toList();
    }
}
