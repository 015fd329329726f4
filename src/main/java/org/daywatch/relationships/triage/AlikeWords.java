package org.daywatch.relationships.triage;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The different words of a text, to be held against those of another. Pure. */
public record AlikeWords(Set<String> words) {

    public AlikeWords {
        words = Set.copyOf(words);
    }

    public static AlikeWords of(String text) {
        return new AlikeWords(Arrays.stream(DangerWords.plain(text).split(" ")).filter(word -> !word.isEmpty())
                .collect(Collectors.toSet()));
    }

    /** @param percent of all different words of both, so many stand in both */
    public boolean isLike(AlikeWords other, int percent) {
        if (words.isEmpty() || other.words.isEmpty()) return false;
        int smaller = Math.min(words.size(), other.words.size());
        int larger = Math.max(words.size(), other.words.size());
        if (smaller * 100 < larger * percent) return false;
        long both = words.stream().filter(other.words::contains).count();
        return both * 100 >= (words.size() + other.words.size() - both) * percent;
    }
}
