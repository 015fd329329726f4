package org.daywatch.prevention.assessments;

import static org.daywatch_db.prevention.Tables.ASSESSMENT;
import static org.daywatch_db.prevention.Tables.FINDING;
import static org.daywatch_db.prevention.Tables.MEASURE;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.prevention.assessments.AssessmentAnswers.Found;
import org.daywatch.prevention.assessments.AssessmentReadings.Reading;
import org.daywatch.prevention.findings.Finding;
import org.daywatch.prevention.findings.FindingStore;
import org.daywatch.prevention.instruments.Instrument.Item;
import org.daywatch.prevention.measures.Measure;
import org.daywatch.prevention.measures.MeasureStore;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What became of the gaps of assessments, of one or of many. */
@Component
@Transactional(readOnly = true)
public class GapFollows {

    private final DSLContext db;
    private final FindingStore findings;
    private final MeasureStore measures;

    GapFollows(DSLContext db, FindingStore findings, MeasureStore measures) {
        this.db = db;
        this.findings = findings;
        this.measures = measures;
    }

    public GapFollow of(Reading reading) {
        return of(List.of(reading)).get(reading.assessment().id());
    }

    /** By assessment. */
    public Map<UUID, GapFollow> of(Collection<Reading> readings) {
        var schools = readings.stream().map(r -> r.assessment().schoolId()).distinct().toArray(UUID[]::new);
        var instruments = db.select(ASSESSMENT.ID, ASSESSMENT.INSTRUMENT).from(ASSESSMENT)
                .where(ASSESSMENT.SCHOOL_ID.eq(DSL.any(schools))).fetchMap(ASSESSMENT.ID, ASSESSMENT.INSTRUMENT);
        var found = findings.list(FINDING.SCHOOL_ID.eq(DSL.any(schools)).and(FINDING.SOURCE.eq("ASSESSMENT"))).stream()
                .collect(Collectors.groupingBy(Finding::schoolId));
        var proposed = measures.list(MEASURE.SCHOOL_ID.eq(DSL.any(schools))).stream()
                .collect(Collectors.groupingBy(Measure::schoolId));
        var follows = new HashMap<UUID, GapFollow>();
        for (var r : readings) {
            var a = r.assessment();
            follows.put(a.id(), new GapFollow(gaps(r),
                    found.getOrDefault(a.schoolId(), List.of()).stream()
                            .filter(f -> f.origin().instrument().equals(a.instrument())).toList(),
                    proposed.getOrDefault(a.schoolId(), List.of()).stream().filter(
                            m -> m.assessmentId() == null || a.instrument().equals(instruments.get(m.assessmentId())))
                            .toList()));
        }
        return follows;
    }

    private static Map<String, Found> gaps(Reading r) {
        return r.gaps().stream().map(Item::id).collect(Collectors.toMap(Function.identity(), r.found()::get));
    }
}
