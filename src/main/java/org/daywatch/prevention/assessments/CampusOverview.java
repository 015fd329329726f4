package org.daywatch.prevention.assessments;

import static org.daywatch_db.prevention.Tables.ASSESSMENT;
import static org.daywatch_db.prevention.Tables.MEASURE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.prevention.assessments.AssessmentReadings.Reading;
import org.daywatch.prevention.measures.CostToMend;
import org.daywatch.prevention.measures.Measure;
import org.daywatch.prevention.measures.MeasureStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Every campus in a line: how far it is, where it is weakest, what mending would cost, when it was looked at and when again. */
@Component
@Transactional(readOnly = true)
public class CampusOverview {

    public static final Map<String, Comparator<Line>> SORTS = Map.of("school", Comparator.comparing(l -> l.school().name()),
            "tier", Comparator.comparingInt(l -> l.last() == null ? -1 : l.last().tiers().whole().held()), "weakest", Comparator.comparingInt(CampusOverview::weakness),
            "cost", Comparator.comparingLong(l -> l.cost() == null ? -1 : l.cost().dollars()), "last", Comparator.comparing(l -> l.day() == null ? LocalDate.MIN : l.day()),
            "next", Comparator.comparing(l -> l.due().next() == null ? LocalDate.MIN : l.due().next()));

    private final AssessmentStore assessments;
    private final AssessmentReadings readings;
    private final AssessmentDues dues;
    private final MeasureStore measures;

    CampusOverview(AssessmentStore assessments, AssessmentReadings readings, AssessmentDues dues, MeasureStore measures) {
        this.assessments = assessments;
        this.readings = readings;
        this.dues = dues;
        this.measures = measures;
    }

    /**
     * @param last the last accepted one; null: never assessed here
     * @param going handed in or in the making
     * @param cost of the gaps of {@code last}; null where nothing was assessed
     */
    public record Line(Campus school, @Nullable Reading last, @Nullable SiteAssessment going, @Nullable CostToMend cost, AssessmentDues.Clock due) {

        public @Nullable LocalDate day() {
            return last == null ? null : last.assessment().day();
        }
    }

    /** @param schools those the reader may see */
    public List<Line> list(Paging paging, List<Campus> schools) {
        return of(schools).stream().filter(l -> paging.finds(l.school().name())).filter(l -> fits(l, paging.filter("state"))).sorted(paging.order(SORTS).thenComparing(l -> l.school().name())).toList();
    }

    private static boolean fits(Line l, String state) {
        return switch (state) {
            case "NEVER" -> l.last() == null;
            case "DUE" -> l.due().soon();
            case "GOING" -> l.going() != null;
            case "WEAK" -> l.last() != null && weakness(l) < 0;
            default -> true;
        };
    }

    public List<Line> of(List<Campus> schools) {
        var ids = schools.stream().map(Campus::id).toList();
        var last = new HashMap<UUID, SiteAssessment>();
        var going = new HashMap<UUID, SiteAssessment>();
        for (var a : assessments.list(ASSESSMENT.SCHOOL_ID.in(ids).and(ASSESSMENT.STATE.ne("WITHDRAWN")))) (a.over() ? last : going).putIfAbsent(a.schoolId(), a);
        var read = readings.of(last.values());
        var open = measures.list(MEASURE.SCHOOL_ID.in(ids).and(MEASURE.STATE.in("PROPOSED", "APPROVED"))).stream().collect(Collectors.groupingBy(Measure::schoolId));
        var clocks = dues.of(schools);
        var lines = new ArrayList<Line>();
        for (var school : schools) {
            var reading = last.containsKey(school.id()) ? read.get(last.get(school.id()).id()) : null;
            var cost = reading == null ? null : CostToMend.of(open.getOrDefault(school.id(), List.of()), reading.gapIds());
            lines.add(new Line(school, reading, going.get(school.id()), cost, clocks.get(school.id())));
        }
        return lines;
    }

    /** Nobody notices: below every number; unknown or never looked at: above every number. */
    private static int weakness(Line l) {
        if (l.last() == null || l.last().weakest().isEmpty()) return Integer.MAX_VALUE;
        var path = l.last().weakest().get();
        return switch (path.verdict()) {
            case NOT_NOTICED -> Integer.MIN_VALUE;
            case NOT_KNOWN -> Integer.MAX_VALUE - 1;
            case IN_TIME, TOO_LATE -> path.margin() == null ? Integer.MAX_VALUE - 1 : path.margin();
        };
    }
}
