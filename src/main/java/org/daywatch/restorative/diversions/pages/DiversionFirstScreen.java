package org.daywatch.restorative.diversions.pages;

import java.util.List;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.daywatch.restorative.diversions.DiversionDoor;
import org.daywatch.restorative.diversions.DiversionRules;
import org.springframework.stereotype.Component;

/** Tells counselor and principal where help before exclusion is overdue. */
@Component
class DiversionFirstScreen implements FirstScreenLines {

    private final DiversionDoor door;
    private final DiversionRules rules;

    DiversionFirstScreen(DiversionDoor door, DiversionRules rules) {
        this.door = door;
        this.rules = rules;
    }

    @Override
    public List<Line> of(Page page, Actor actor) {
        if (!actor.may(Permission.DIVERSIONS_WORK)) return List.of();
        long late = door.list(actor).stream()
                .filter(f -> DiversionRow
                        .of(f.diversion(), rules.due(f.diversion(), f.at().school()), f.at().today()).late())
                .count();
        return late == 0
                ? List.of()
                : List.of(new Line(true, page.t("diversion.first", late), page.t("diversion.first.act"),
                        "/diversions"));
    }
}
