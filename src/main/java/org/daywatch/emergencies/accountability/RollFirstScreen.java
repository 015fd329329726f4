package org.daywatch.emergencies.accountability;

import java.util.List;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.emergencies.accountability.RollUp.Answer;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.daywatch.platform.web.Page;
import org.springframework.stereotype.Component;

/**
 * While people are counted, the person who has a room is asked for it on their first screen, and the person who leads
 * is shown what is open.
 */
@Component
class RollFirstScreen implements FirstScreenLines {

    private final AlertsAtSchool alerts;
    private final RollQueries queries;
    private final ClassRosters rosters;

    RollFirstScreen(AlertsAtSchool alerts, RollQueries queries, ClassRosters rosters) {
        this.alerts = alerts;
        this.queries = queries;
        this.rosters = rosters;
    }

    @Override
    public List<Line> of(Page page, Actor actor) {
        if (actor.school() == null || !actor.may(Permission.ROOM_REPORT)) return List.of();
        return alerts.underWay(actor.school(), actor.person()).stream()
                .flatMap(alert -> queries.ofAlert(alert.id()).stream())
                .flatMap(call -> lines(page, actor, call).stream()).toList();
    }

    private List<Line> lines(Page page, Actor actor, RollCall call) {
        var up = queries.rollUp(call);
        String drill = page.t("accountability.status." + call.status());
        if (actor.may(Permission.REUNIFY)) {
            int open = up.exceptions().size();
            return open == 0
                    ? List.of()
                    : List.of(new Line(true, true,
                            drill + ": " + page.t("accountability.first.open", open, up.expected()),
                            page.t("accountability.open"), "/accountability/" + call.id()));
        }
        String email = rosters.emailOf(actor.person()).orElse("").toLowerCase(java.util.Locale.ROOT);
        return up.rooms().stream()
                .filter(r -> !email.isEmpty() && r.place().emails().contains(email) && r.answer() != Answer.COMPLETE)
                .map(r -> new Line(true, true, drill + ": " + page.t("accountability.first.room", r.place().title()),
                        page.t("accountability.report"),
                        "/accountability/" + call.id() + "/places/" + r.place().id()))
                .toList();
    }
}
