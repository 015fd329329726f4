package org.daywatch.emergencies.accountability;

import java.util.List;
import java.util.Set;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.alerts.AlertPlaces;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.springframework.stereotype.Component;

/**
 * During an alert the agency's people read on their first screen how many are accounted for: numbers, and never a name.
 */
@Component
class RollNumbersFirstScreen implements FirstScreenLines {

    private final AlertStore alerts;
    private final AlertPlaces places;
    private final RollQueries queries;
    private final Campuses campuses;

    RollNumbersFirstScreen(AlertStore alerts, AlertPlaces places, RollQueries queries, Campuses campuses) {
        this.alerts = alerts;
        this.places = places;
        this.queries = queries;
        this.campuses = campuses;
    }

    @Override
    public List<Line> of(Page page, Actor actor) {
        if (!actor.may(Permission.ALERT_READ) || !actor.role().organizationKind().equals("AGENCY")) return List.of();
        var here = places.only(actor);
        return alerts.underWay().stream().map(a -> a.seenBy(actor.person())).filter(a -> !a.state().over())
                .filter(a -> a.status() != AlertStatus.TEST && !a.action().help()
                        && here.map(schools -> schools.contains(a.schoolId())).orElse(true))
                .flatMap(a -> queries.numbers(a.id()).map(n -> line(page, a, n)).stream()).toList();
    }

    private Line line(Page page, Alert alert, RollQueries.Numbers n) {
        boolean bad = n.injured() + n.needsHelp() + n.missing() + n.unknown() > 0;
        String school = campuses.find(alert.schoolId()).map(Campus::name).orElse("");
        return new Line(true, bad, page.t("accountability.status." + alert.status()) + ", " + school + ": "
                + page.t("protocol." + alert.action() + ".name") + ". "
                + page.t("accountability.numbers.line", n.present() + n.injured() + n.needsHelp(), n.expected()) + ". "
                + page.t("accountability.first.numbers", n.injured() + n.needsHelp(), n.missing(), n.unknown()),
                page.t("accountability.alert"), "/alerts/" + alert.id());
    }
}
