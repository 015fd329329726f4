package org.daywatch.prevention.assessments;

import static org.daywatch_db.prevention.Tables.ASSESSMENT;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.texts.Texts;
import org.daywatch.prevention.assessments.AssessmentAnswers.Found;
import org.daywatch.prevention.assessments.results.Answer;
import org.daywatch.prevention.findings.Finding;
import org.daywatch.prevention.findings.FindingSentences.ItemSentences;
import org.daywatch.prevention.instruments.Instrument.Item;
import org.daywatch.prevention.instruments.Instrument;
import org.daywatch.prevention.instruments.Instruments;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an assessment says of an item that is missing: stored in English, read in the language of whoever reads. */
@Component
@Transactional(readOnly = true)
class AssessmentSentences implements ItemSentences {

    private static final int LONGEST = 480;
    private static final String BETWEEN = " — ";
    private static final Map<Answer, String> STORED = Map.of(Answer.NOT, "Not in place: ", Answer.PARTLY,
            "Only partly in place: ");

    private final AssessmentStore assessments;
    private final Instruments instruments;
    private final Texts texts;

    AssessmentSentences(AssessmentStore assessments, Instruments instruments, Texts texts) {
        this.assessments = assessments;
        this.instruments = instruments;
        this.texts = texts;
    }

    /** As it is stored. */
    static String stored(Item item, Found found) {
        return cut(STORED.get(found.answer()) + item.text().en()
                + (found.evidence().isEmpty() ? "" : BETWEEN + found.evidence()));
    }

    @Override
    public Map<UUID, String> of(Collection<Finding> findings, String language) {
        var sources = findings.stream().map(f -> f.origin().sourceId()).filter(Objects::nonNull).distinct().toList();
        var by = new HashMap<UUID, Instrument>();
        for (var a : sources.isEmpty() ? List.<SiteAssessment>of() : assessments.list(ASSESSMENT.ID.in(sources)))
            by.put(a.id(), instruments.get(a.instrument(), a.edition()));
        var said = new HashMap<UUID, String>();
        for (var f : findings) {
            var instrument = f.origin().sourceId() == null ? null : by.get(f.origin().sourceId());
            var item = instrument == null ? null : instrument.byId().get(f.origin().item());
            if (item != null) translated(f.what(), item, language).ifPresent(words -> said.put(f.id(), words));
        }
        return said;
    }

    /** Its own words stand where the stored sentence is not the item's. */
    private Optional<String> translated(String what, Item item, String language) {
        for (var answer : STORED.keySet()) {
            String sentence = STORED.get(answer) + item.text().en();
            if (what.startsWith(sentence))
                return Optional.of(cut(texts.of(language, "assessments.finding." + answer, item.text().in(language))
                        + what.substring(sentence.length())));
        }
        return Optional.empty();
    }

    private static String cut(String said) {
        return said.length() <= LONGEST ? said : said.substring(0, LONGEST - 1) + "…";
    }
}
