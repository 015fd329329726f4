package org.daywatch.directory.visitors.admission;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * Whether two written names may be one person's: without accents, in whatever order, with a letter wrong, with a middle
 * name more or less. Rather one too many: a person looks before anybody is turned away. A short name for a long one
 * (Bob, Robert) is not known.
 */
final class NameLikeness {

    private static final double ALIKE = 0.9;
    private static final int SHORT = 3;
    private static final Set<String> NO_NAMES = Set.of("jr", "sr", "ii", "iii", "iv", "mr", "mrs", "ms", "dr");
    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

    private NameLikeness() {}

    /** Every word of the one with fewer has a word of its own in the other. */
    static boolean alike(String one, String other) {
        var a = words(one);
        var b = words(other);
        var fewer = a.size() <= b.size() ? a : b;
        var more = new ArrayList<>(a.size() <= b.size() ? b : a);
        if (fewer.isEmpty()) return false;
        for (String word : fewer) {
            var partner = more.stream().filter(m -> same(word, m)).findFirst();
            if (partner.isEmpty()) return false;
            more.remove(partner.get());
        }
        return true;
    }

    private static boolean same(String a, String b) {
        if (a.length() == 1 || b.length() == 1) return a.charAt(0) == b.charAt(0);
        if (Math.min(a.length(), b.length()) <= SHORT) return a.equals(b);
        return SIMILARITY.apply(a, b) >= ALIKE;
    }

    /**
     * In small letters, without accents; "Quintanilla-Reed" is two words. The longest first, so that initials come
     * last.
     */
    private static List<String> words(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "")
                .replaceAll("[’'`.]", "").toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[^\\p{L}]+")).filter(w -> !w.isEmpty() && !NO_NAMES.contains(w))
                .sorted((x, y) -> Integer.compare(y.length(), x.length())).toList();
    }
}
