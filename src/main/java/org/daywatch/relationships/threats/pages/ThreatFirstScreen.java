package org.daywatch.relationships.threats.pages;

import java.util.ArrayList;
import java.util.List;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.daywatch.relationships.threats.SharedPlanSeen;
import org.daywatch.relationships.threats.ThreatDoor;
import org.springframework.stereotype.Component;

/**
 * Tells whoever carries a case that something of it is overdue, each of the three that their word is missing, and an
 * officer on post that a plan was shared which they have not opened. Not whose: others see a first screen too.
 */
@Component
class ThreatFirstScreen implements FirstScreenLines {

    private final ThreatDoor door;
    private final SharedPlanSeen seen;

    ThreatFirstScreen(ThreatDoor door, SharedPlanSeen seen) {
        this.seen = seen;
        this.door = door;
    }

    @Override
    public List<Line> of(Page page, Actor actor) {
        if (!door.takesPart(actor) || !actor.may(Permission.THREATS_READ)) return List.of();
        var all = door.list(actor);
        var rows = all.stream().map(ThreatRow::of).toList();
        var lines = new ArrayList<Line>();
        line(lines, page, true, "threats.first.late", rows.stream().filter(row -> row.late() && row.own()).count());
        line(lines, page, false, "threats.first.word", rows.stream().filter(ThreatRow::asksReader).count());
        if (actor.role() == Role.OFFICER)
            line(lines, page, false, "threats.first.plan", all.stream().filter(this::isNewPlan).count());
        return lines;
    }

    private boolean isNewPlan(ThreatDoor.Seen one) {
        return door.mayReadPlan(one.at(), one.threat())
                && Tenancy.as(new Scope(one.threat().district(), one.at().actor().person()),
                        () -> seen.isNew(one.threat(), one.at().actor().person()));
    }

    private static void line(List<Line> lines, Page page, boolean late, String words, long count) {
        if (count > 0) lines.add(new Line(late, page.t(words, count), page.t("threats.first.act"), "/threats"));
    }
}
