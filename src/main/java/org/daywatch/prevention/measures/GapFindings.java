package org.daywatch.prevention.measures;

import static org.daywatch_db.prevention.Tables.ASSESSMENT;
import static org.daywatch_db.prevention.Tables.FINDING;
import static org.daywatch_db.prevention.Tables.MEASURE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.web.Page;
import org.daywatch.prevention.findings.Finding;
import org.daywatch.prevention.findings.FindingMeasures;
import org.daywatch.prevention.findings.FindingStore;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The finding a measure belongs to, and the measures of a finding: both are about one item of one instrument at one
 * campus.
 */
@Component
@Transactional(readOnly = true)
class GapFindings implements FindingMeasures {

    private final DSLContext db;
    private final FindingStore findings;
    private final MeasureStore measures;
    private final MeasureSentences sentences;

    GapFindings(DSLContext db, FindingStore findings, MeasureStore measures, MeasureSentences sentences) {
        this.db = db;
        this.findings = findings;
        this.measures = measures;
        this.sentences = sentences;
    }

    private record Gap(UUID school, String instrument, String item) {}

    /**
     * By measure the finding that was opened last; a measure for no gap, and a gap nobody has accepted yet, have none.
     */
    Map<UUID, Finding> of(Collection<Measure> all) {
        var about = all.stream().filter(m -> m.assessmentId() != null && !m.item().isEmpty()).toList();
        if (about.isEmpty()) return Map.of();
        var instruments = db.select(ASSESSMENT.ID, ASSESSMENT.INSTRUMENT).from(ASSESSMENT)
                .where(ASSESSMENT.ID
                        .eq(DSL.any(about.stream().map(Measure::assessmentId).distinct().toArray(UUID[]::new))))
                .fetchMap(ASSESSMENT.ID, ASSESSMENT.INSTRUMENT);
        var last = new HashMap<Gap, Finding>();
        var found = new ArrayList<>(findings.list(FINDING.SOURCE.eq("ASSESSMENT").and(
                FINDING.SCHOOL_ID.eq(DSL.any(about.stream().map(Measure::schoolId).distinct().toArray(UUID[]::new))))));
        found.sort(Comparator.comparing(f -> f.origin().at()));
        found.forEach(f -> last.put(new Gap(f.schoolId(), f.origin().instrument(), f.origin().item()), f));
        var by = new HashMap<UUID, Finding>();
        for (var m : about) {
            var finding = last.get(new Gap(m.schoolId(), instruments.getOrDefault(m.assessmentId(), ""), m.item()));
            if (finding != null) by.put(m.id(), finding);
        }
        return by;
    }

    @Override
    public List<Line> of(Page page, Finding finding) {
        if (finding.origin().source() != Finding.Source.ASSESSMENT || finding.origin().item().isEmpty())
            return List.of();
        var own = of(finding);
        var said = sentences.in(page.lang(), own);
        return own.stream().map(
                m -> new Line(m.id(), said.get(m.id()).what(), MeasureWords.state(page, m), MeasureWords.cost(page, m)))
                .toList();
    }

    /** What would mend it: all that anybody proposed for its item. */
    private List<Measure> of(Finding finding) {
        var same = DSL.select(ASSESSMENT.ID).from(ASSESSMENT).where(ASSESSMENT.SCHOOL_ID.eq(finding.schoolId()))
                .and(ASSESSMENT.INSTRUMENT.eq(finding.origin().instrument()));
        return measures.list(MEASURE.SCHOOL_ID.eq(finding.schoolId()).and(MEASURE.ITEM.eq(finding.origin().item()))
                .and(MEASURE.ASSESSMENT_ID.in(same)));
    }

    /** The measure that says what the mending of this finding costs, as the sums of a campus choose it. */
    Optional<Measure> decisive(Finding finding) {
        return CostToMend.chosen(of(finding).stream().filter(Measure::open).toList()).stream().findFirst();
    }
}
