package org.daywatch.relationships.threats.pages;

import java.util.List;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.daywatch.relationships.threats.ThreatDoor;
import org.springframework.stereotype.Component;

/** Tells whoever carries a case that something of it is overdue. Not whose: others see a first screen too. */
@Component
class ThreatFirstScreen implements FirstScreenLines {

    private final ThreatDoor door;

    ThreatFirstScreen(ThreatDoor door) {
        this.door = door;
    }

    @Override
    public List<Line> of(Page page, Actor actor) {
        if (!door.isOpen() || !actor.may(Permission.THREATS_EDIT) || actor.school() == null) return List.of();
        long late = door.list(actor).stream().map(ThreatRow::of).filter(row -> row.late() && row.own()).count();
        return late == 0
                ? List.of()
                : List.of(new Line(true, page.t("threats.first.late", late), page.t("threats.first.act"), "/threats"));
    }
}
