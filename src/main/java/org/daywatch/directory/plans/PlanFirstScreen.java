package org.daywatch.directory.plans;

import java.util.List;
import org.daywatch.directory.sites.SchoolRooms;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.springframework.stereotype.Component;

/**
 * Whoever edits the plans of their school is asked for the rooms that no plan shows: in an alert they lack a picture.
 */
@Component
class PlanFirstScreen implements FirstScreenLines {

    private final SitePlanStore plans;
    private final SchoolRooms rooms;

    PlanFirstScreen(SitePlanStore plans, SchoolRooms rooms) {
        this.plans = plans;
        this.rooms = rooms;
    }

    @Override
    public List<Line> of(Page page, Actor actor) {
        if (actor.school() == null || !actor.may(Permission.ALERT_SETUP) || !actor.may(Permission.REUNIFY))
            return List.of();
        var school = actor.school();
        var stored = plans.ofSchool(school);
        if (stored.isEmpty()) return List.of();
        var marked = stored.stream().flatMap(plan -> plans.marks(plan.id()).stream()).map(SitePlan.Mark::roomId)
                .toList();
        long left = rooms.of(school).stream().filter(room -> !marked.contains(room.id())).count();
        return left == 0
                ? List.of()
                : List.of(new Line(false, page.t("siteplans.first.line", left), page.t("siteplans.first.act"),
                        stored.size() == 1
                                ? "/schools/" + school + "/plans/" + stored.getFirst().id()
                                : "/plans?school=" + school));
    }
}
