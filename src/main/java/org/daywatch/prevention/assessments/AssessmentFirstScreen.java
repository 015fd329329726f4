package org.daywatch.prevention.assessments;

import static org.daywatch_db.prevention.Tables.ASSESSMENT;

import java.util.ArrayList;
import java.util.List;
import org.daywatch.directory.Campus;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.daywatch.prevention.assessments.SiteAssessment.State;
import org.daywatch.prevention.places.PreventionPlaces;
import org.springframework.stereotype.Component;

/** What waits: an assessment to be accepted, one under way, a campus whose clock runs out. */
@Component
class AssessmentFirstScreen implements FirstScreenLines {

    private static final int MOST = 4;

    private final AssessmentStore assessments;
    private final AssessmentReadings readings;
    private final AssessmentDues dues;
    private final PreventionPlaces places;

    AssessmentFirstScreen(AssessmentStore assessments, AssessmentReadings readings, AssessmentDues dues,
            PreventionPlaces places) {
        this.assessments = assessments;
        this.readings = readings;
        this.dues = dues;
        this.places = places;
    }

    @Override
    public List<Line> of(Page page, Actor actor) {
        if (!actor.may(Permission.ASSESSMENTS_EDIT)) return List.of();
        var schools = places.of(actor);
        if (schools.isEmpty()) return List.of();
        var lines = new ArrayList<Line>();
        for (var a : assessments.list(ASSESSMENT.SCHOOL_ID.in(schools.stream().map(Campus::id).toList())
                .and(ASSESSMENT.STATE.in("DRAFT", "SUBMITTED")))) {
            var name = schools.stream().filter(s -> s.id().equals(a.schoolId())).map(Campus::name).findFirst()
                    .orElse("");
            switch (a.state()) {
                case State.Submitted _ -> {
                    if (AssessmentDoor.leads(actor) && !a.ownWork(actor.person(), readings.of(a).answeredBy()))
                        lines.add(line(page, false, page.t("assessments.first.accept", name), a));
                }
                case State.Draft(var returned) -> lines.add(line(page, false,
                        returned == null
                                ? going(page, name, a)
                                : page.t("assessments.first.returned", name, returned.words()),
                        a));
                case State.Accepted _,State.Withdrawn _ -> { /* over */ }
            }
        }
        if (AssessmentDoor.leads(actor)) clocks(page, schools, lines);
        return lines.stream().limit(MOST).toList();
    }

    private String going(Page page, String name, SiteAssessment a) {
        var reading = readings.of(a);
        return page.t("assessments.first.going", name, reading.answered(), reading.instrument().items().size());
    }

    /** Only where a last one is known: a district that has just begun is not told of every campus. */
    private void clocks(Page page, List<Campus> schools, List<Line> lines) {
        var clocks = dues.of(schools);
        for (var school : schools) {
            var clock = clocks.get(school.id());
            if (clock.next() == null || !clock.soon()) continue;
            String words = page.t(clock.late() ? "assessments.first.late" : "assessments.first.soon", school.name(),
                    page.when().date(clock.next()));
            lines.add(new Line(clock.late(), words, page.t("assessments.first.act"),
                    "/assessments/schools/" + school.id()));
        }
    }

    private static Line line(Page page, boolean late, String words, SiteAssessment a) {
        return new Line(late, words, page.t("assessments.first.act"), "/assessments/" + a.id());
    }
}
