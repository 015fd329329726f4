package org.daywatch.emergencies.incidents.clocks;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.daywatch.platform.web.Page;
import org.springframework.stereotype.Component;

/** What the law makes due stands on the first screen of those who must act, until it is answered. */
@Component
class StatutoryFirstScreen implements FirstScreenLines {

    private final HomeTime home;
    private final StatutoryQueries queries;
    private final Campuses campuses;
    private final Clock clock;

    StatutoryFirstScreen(StatutoryQueries queries, Campuses campuses, HomeTime home, Clock clock) {
        this.home = home;
        this.queries = queries;
        this.campuses = campuses;
        this.clock = clock;
    }

    @Override
    public List<Line> of(Page page, Actor actor) {
        if (!actor.may(Permission.INCIDENT_EDIT) || !actor.role().organizationKind().equals("DISTRICT"))
            return List.of();
        var now = clock.instant();
        return queries.open(Optional.ofNullable(actor.school()).map(Set::of)).stream().map(open -> {
            var school = campuses.find(open.schoolId());
            var zone = school.map(Campus::zone).orElseGet(home::zone);
            boolean late = open.clock().late(now);
            String what = (open.status() == AlertStatus.ACTUAL ? "" : page.t("alerts.status." + open.status()) + ": ")
                    + page.t("incidents.clock." + open.clock().what());
            return new Line(late,
                    page.t(late ? "incidents.first.late" : "incidents.first.due", what,
                            page.when().moment(open.clock().dueAt(), zone), school.map(Campus::name).orElse("")),
                    page.t("incidents.clock.answer"),
                    "/incidents/" + open.incident() + "#answer-" + open.clock().event() + "-" + open.clock().what());
        }).toList();
    }
}
