package org.daywatch.relationships.triage;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Words that lift a tip in the queue. They decide nothing: a tip without one may be the one that matters, and one with
 * many may be a joke; somebody reads both.
 *
 * @param words as somebody types them, any language, several words may belong together
 */
public record DangerWords(Set<String> words) {

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");

    public DangerWords {
        words = Set.copyOf(words);
    }

    /** @return those of the list that stand in the text as whole words, in alphabetical order */
    public List<String> in(String text) {
        var said = " " + plain(text) + " ";
        var found = new TreeSet<String>();
        for (var word : words) {
            var plain = plain(word);
            if (!plain.isEmpty() && said.contains(" " + plain + " ")) found.add(word);
        }
        return List.copyOf(found);
    }

    /** Small letters without accents, one space between words: on a phone nobody types accents. */
    static String plain(String text) {
        var bare = ACCENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return NO_LETTER.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
