package org.daywatch.emergencies.aftermath;

import java.util.List;
import org.daywatch.emergencies.alerts.AlertPlaces;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.springframework.stereotype.Component;

/** Reports on real alerts that are still to be written, for those who answer for the school. */
@Component
class AfterActionFirstScreen implements FirstScreenLines {

    private static final int MOST = 3;

    private final AfterActionDues dues;
    private final AlertPlaces places;

    AfterActionFirstScreen(AfterActionDues dues, AlertPlaces places) {
        this.dues = dues;
        this.places = places;
    }

    @Override
    public List<Line> of(Page page, Actor actor) {
        if (!actor.may(Permission.INCIDENT_EDIT)
                || actor.role() != Role.PRINCIPAL && actor.role() != Role.SAFETY_DIRECTOR)
            return List.of();
        return dues.of(places.only(actor)).stream().limit(MOST)
                .map(w -> new Line(w.late(),
                        page.t(w.late() ? "aftermath.first.late" : "aftermath.first.due", w.school().name(),
                                page.when().date(w.began()),
                                page.when().date(w.by())),
                        page.t("aftermath.first.act"), "/incidents/" + w.incident() + "/after-action"))
                .toList();
    }
}
