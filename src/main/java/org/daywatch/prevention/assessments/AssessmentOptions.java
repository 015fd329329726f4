package org.daywatch.prevention.assessments;

import static org.daywatch_db.prevention.Tables.ASSESSMENT;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.prevention.instruments.Instrument;
import org.daywatch.prevention.instruments.Instrument.Item;
import org.daywatch.prevention.instruments.Instruments;
import org.daywatch.prevention.measures.Measure;
import org.daywatch.prevention.measures.MeasureSentences.OptionSentences;
import org.daywatch.prevention.measures.MeasureSentences.Said;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Options of an instrument that became measures, in the language of whoever reads. An edition never changes, so that
 * its words lead back to the option.
 */
@Component
@Transactional(readOnly = true)
class AssessmentOptions implements OptionSentences {

    private final AssessmentStore assessments;
    private final Instruments instruments;

    AssessmentOptions(AssessmentStore assessments, Instruments instruments) {
        this.assessments = assessments;
        this.instruments = instruments;
    }

    @Override
    public Map<UUID, Said> of(Collection<Measure> measures, String language) {
        var by = new HashMap<UUID, Instrument>();
        var sources = measures.stream().map(Measure::assessmentId).distinct().toList();
        for (var a : sources.isEmpty() ? List.<SiteAssessment>of() : assessments.list(ASSESSMENT.ID.in(sources)))
            by.put(a.id(), instruments.get(a.instrument(), a.edition()));
        var said = new HashMap<UUID, Said>();
        for (var m : measures) {
            var instrument = by.get(m.assessmentId());
            var item = instrument == null ? null : instrument.byId().get(m.item());
            if (item != null) said.put(m.id(), said(item, m, language));
        }
        return said;
    }

    private static Said said(Item item, Measure m, String language) {
        String what = item.options().stream().map(Instrument.Option::text)
                .filter(t -> m.what().equals(t.en()) || m.what().equals(t.es())).findFirst().map(t -> t.in(language))
                .orElse(m.what());
        return new Said(what,
                m.about().equals(item.text().en()) || m.about().equals(item.text().es())
                        ? item.text().in(language)
                        : m.about());
    }
}
