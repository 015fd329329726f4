package org.daywatch.training.lessons;

import java.util.List;
import java.util.SortedMap;

/**
 * A lesson on the shelf: its newest edition in each of its languages.
 *
 * @param editions all of them, the newest first
 * @param owner whose own it is; empty where it comes with Daywatch
 * @param retired no longer to be planned; what was taught of it stays readable
 */
public record LibraryLesson(String code, int edition, SortedMap<String, Lesson> languages, List<Integer> editions,
        String owner, boolean retired) {

    public boolean shipped() {
        return owner.isEmpty();
    }

    /** In the reader's language where there is one, else in the language there is. */
    public Lesson in(String language) {
        var there = languages.get(language);
        return there != null ? there : languages.firstEntry().getValue();
    }
}
