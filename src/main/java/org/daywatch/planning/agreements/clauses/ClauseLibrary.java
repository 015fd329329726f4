package org.daywatch.planning.agreements.clauses;

import java.util.Arrays;
import java.util.List;
import org.daywatch.platform.texts.Texts;
import org.springframework.stereotype.Component;

/**
 * Clauses to begin with, in English and Spanish, in our own words: one for each topic. Their wording stands in the
 * message files.
 */
@Component
public class ClauseLibrary {

    private final Texts texts;

    ClauseLibrary(Texts texts) {
        this.texts = texts;
    }

    public Clause of(ClauseTopic topic, String language) {
        if (!topic.inLibrary()) throw new IllegalArgumentException("the library has no clause on " + topic);
        return new Clause(topic, texts.of(language, "clauses." + topic + ".title"),
                texts.of(language, "clauses." + topic + ".words"));
    }

    /** Every topic in its order. */
    public List<Clause> all(String language) {
        return Arrays.stream(ClauseTopic.values()).filter(ClauseTopic::inLibrary).map(topic -> of(topic, language))
                .toList();
    }
}
