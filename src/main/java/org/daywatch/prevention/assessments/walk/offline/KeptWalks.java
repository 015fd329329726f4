package org.daywatch.prevention.assessments.walk.offline;

import static org.daywatch_db.prevention.Tables.ASSESSMENT;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.web.Page;
import org.daywatch.prevention.assessments.AssessmentAnswers;
import org.daywatch.prevention.assessments.AssessmentAnswers.Found;
import org.daywatch.prevention.assessments.AssessmentReadings;
import org.daywatch.prevention.assessments.AssessmentStore;
import org.daywatch.prevention.assessments.AssessmentWords;
import org.daywatch.prevention.assessments.SiteAssessment;
import org.daywatch.prevention.assessments.walk.WalkSpots;
import org.daywatch.prevention.instruments.Instrument.Item;
import org.daywatch.prevention.instruments.Instrument.Layer;
import org.daywatch.prevention.places.PreventionPlaces;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Open assessments as a phone keeps them, so that a campus can be walked where there is no connection. */
@Component
@Transactional(readOnly = true)
class KeptWalks {

    /** Whoever answers for a hundred schools does not carry all of them about. */
    private static final int MOST = 5;

    private final AssessmentStore assessments;
    private final AssessmentReadings readings;
    private final AssessmentAnswers answers;
    private final WalkSpots spots;
    private final PreventionPlaces places;

    KeptWalks(AssessmentStore assessments, AssessmentReadings readings, AssessmentAnswers answers, WalkSpots spots,
            PreventionPlaces places) {
        this.assessments = assessments;
        this.readings = readings;
        this.answers = answers;
        this.spots = spots;
        this.places = places;
    }

    record KeptWalk(UUID id, String school, List<KeptLayer> layers, List<KeptSpot> spots) {}

    record KeptLayer(String code, String name, List<KeptItem> items) {}

    record KeptSpot(String value, String label) {}

    /** @param last what was found the time before; the rest is empty where nothing is answered yet */
    record KeptItem(String id, String about, String text, String check, String why, String last, String answer,
            String evidence, String spot, String place) {}

    /** The newest of the schools where they are now. */
    List<KeptWalk> of(Page page, Actor actor) {
        var schools = places.of(actor);
        if (schools.isEmpty()) return List.of();
        return assessments
                .list(ASSESSMENT.SCHOOL_ID.in(schools.stream().map(Campus::id).toList())
                        .and(ASSESSMENT.STATE.eq("DRAFT")))
                .stream().limit(MOST)
                .map(a -> walk(page, a,
                        schools.stream().filter(s -> s.id().equals(a.schoolId())).findFirst().orElseThrow()))
                .toList();
    }

    private KeptWalk walk(Page page, SiteAssessment a, Campus school) {
        var reading = readings.of(a);
        var before = readings.before(a).map(b -> answers.of(b.id())).orElse(Map.of());
        var layers = reading.instrument().layers().stream().map(l -> layer(page, reading, l, before)).toList();
        return new KeptWalk(a.id(), school.name(), layers,
                spots.of(school).stream().map(s -> new KeptSpot(s.value(), s.label())).toList());
    }

    private static KeptLayer layer(Page page, AssessmentReadings.Reading reading, Layer layer,
            Map<String, Found> before) {
        return new KeptLayer(layer.name(), AssessmentWords.layer(page, layer), reading.instrument().of(layer).stream()
                .map(i -> item(page, i, reading.found().get(i.id()), before.get(i.id()))).toList());
    }

    private static KeptItem item(Page page, Item item, @Nullable Found found, @Nullable Found was) {
        String about = item.id() + " · " + page.t("assessments.tier.of", item.tier()) + " · "
                + page.t("assessments.strategy." + item.strategy());
        String last = was == null
                ? ""
                : page.t("assessments.walk.lastTime", page.t("assessments.answer." + was.answer())) + " "
                        + was.evidence();
        String why = item.why().in(page.lang()) + (item.source().isEmpty() ? "" : " " + item.source());
        if (found == null)
            return new KeptItem(item.id(), about, item.text().in(page.lang()), item.check().in(page.lang()), why,
                    last.strip(), "", "", "", "");
        return new KeptItem(item.id(), about, item.text().in(page.lang()), item.check().in(page.lang()), why,
                last.strip(), found.answer().name(), found.evidence(), WalkSpots.value(found), found.place());
    }
}
