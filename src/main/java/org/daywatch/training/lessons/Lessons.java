package org.daywatch.training.lessons;

import java.util.List;
import java.util.Optional;

/**
 * Asks the library, for whoever is bound: what comes with Daywatch, the agency's own lessons and, for a district or its
 * agency, the district's own.
 */
public interface Lessons {

    /** That very edition in that language, retired or not: what was taught once can be read for ever. */
    Optional<Lesson> find(String code, int edition, String language);

    /**
     * Every lesson with its newest edition, by topic, then title of the English edition; retired ones are marked, not
     * left out.
     */
    List<LibraryLesson> list();

    /** The newest edition. */
    default Optional<LibraryLesson> newest(String code) {
        return list().stream().filter(l -> l.code().equals(code)).findFirst();
    }
}
