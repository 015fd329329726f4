package org.daywatch.emergencies.alerts.duress;

import java.util.List;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.alerts.Alert.Word;
import org.daywatch.emergencies.alerts.AlertPlaces;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.springframework.stereotype.Component;

/** The first of two has spoken: the person who may be the second reads it on their first screen. */
@Component
class SecondWordWaits implements FirstScreenLines {

    private final AlertStore alerts;
    private final AlertPlaces places;
    private final Campuses campuses;

    SecondWordWaits(AlertStore alerts, AlertPlaces places, Campuses campuses) {
        this.alerts = alerts;
        this.places = places;
        this.campuses = campuses;
    }

    @Override
    public List<Line> of(Page page, Actor actor) {
        if (!actor.may(Permission.ALERT_PRESS)) return List.of();
        var here = places.only(actor);
        return alerts.underWay().stream().map(a -> a.seenBy(actor.person()))
                .filter(a -> !a.state().over() && here.map(schools -> schools.contains(a.schoolId())).orElse(true))
                .filter(a -> a.state().word() != null && !a.state().word().by().person().equals(actor.person()))
                .map(a -> line(page, a, a.state().word())).toList();
    }

    private Line line(Page page, Alert alert, Word word) {
        var school = campuses.find(alert.schoolId());
        String at = school.map(s -> page.when().time(word.at(), s.zone())).orElse("");
        String said = switch (word.what()) {
            case Word.Over over -> page.t("alerts.word.first." + over.how(), word.by().name(), at);
            case Word.Instead instead -> page.t("alerts.word.first.instead", word.by().name(), at,
                    page.t("protocol." + instead.action() + ".name"));
        };
        return new Line(true, true,
                page.t("alerts.status." + alert.status()) + ", " + school.map(Campus::name).orElse("") + ": " + said,
                page.t("alert.screen.open"), "/alerts/" + alert.id());
    }
}
