package org.daywatch.prevention.assessments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.daywatch.prevention.assessments.AssessmentAnswers.Found;
import org.daywatch.prevention.assessments.AssessmentCommand.By;
import org.daywatch.prevention.assessments.results.Answer;
import org.daywatch.prevention.findings.Finding.CostClass;
import org.daywatch.prevention.findings.Finding.Where;
import org.daywatch.prevention.findings.FindingCommand;
import org.daywatch.prevention.findings.FindingCommands;
import org.daywatch.prevention.findings.FindingDues;
import org.daywatch.prevention.instruments.Instrument;
import org.daywatch.prevention.instruments.Instrument.Item;
import org.daywatch.prevention.instruments.Instruments;
import org.daywatch.prevention.places.PreventionPlaces;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is missing at a campus becomes findings, so that somebody owns it; one that is open already is seen again. */
@Component
@Transactional
public class AssessmentGaps {

    private final AssessmentAnswers answers;
    private final Instruments instruments;
    private final FindingCommands findings;
    private final FindingDues dues;
    private final PreventionPlaces places;

    AssessmentGaps(AssessmentAnswers answers, Instruments instruments, FindingCommands findings, FindingDues dues,
            PreventionPlaces places) {
        this.answers = answers;
        this.instruments = instruments;
        this.findings = findings;
        this.dues = dues;
        this.places = places;
    }

    void becomeFindings(SiteAssessment a, By by, Instant now) {
        var instrument = instruments.get(a.instrument(), a.edition());
        var school = places.campus(a.schoolId());
        var found = answers.of(a.id());
        for (var item : instrument.items()) {
            var answer = found.get(item.id());
            if (answer != null && answer.answer() == Answer.IN_PLACE) inPlace(a, item, answer);
            if (answer == null || !answer.answer().gap()) continue;
            var rating = dues.ofGap(school, LocalDate.ofInstant(now, school.zone()), item.tier(), item.weight(),
                    answer.answer() == Answer.PARTLY, cheapest(item));
            var where = new Where(answer.place().isEmpty() ? item.id() : answer.place(), answer.mark());
            findings.fromAssessment(school,
                    new FindingCommands.Gap(a.id(), a.instrument(), item.id(), AssessmentSentences.stored(item, answer),
                            where, rating, answer.at()),
                    new FindingCommand.By(by.person(), by.name()), now);
        }
    }

    /** Whoever looked says so, by the instrument and the item and what they wrote. */
    private void inPlace(SiteAssessment a, Item item, Found seen) {
        String words = a.instrument() + " " + a.edition() + ", " + item.id()
                + (seen.evidence().isBlank() ? "" : ": " + seen.evidence().strip());
        findings.inPlace(a.schoolId(), a.instrument(), item.id(), words,
                new FindingCommand.By(seen.person(), seen.by()), seen.at());
    }

    /** The cheapest thing one might do. */
    private static CostClass cheapest(Item item) {
        return item.options().stream().map(Instrument.Option::cost).min(java.util.Comparator.naturalOrder())
                .orElse(CostClass.NONE);
    }

    /** Items to be mended, the basic ones first. */
    static java.util.List<Item> of(Instrument instrument, Map<String, Found> found) {
        return instrument.items().stream().filter(i -> found.containsKey(i.id()) && found.get(i.id()).answer().gap())
                .sorted(java.util.Comparator.comparingInt(Item::tier)
                        .thenComparing(java.util.Comparator.comparingInt(Item::weight).reversed()))
                .toList();
    }
}
