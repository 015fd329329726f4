package org.daywatch.restorative.restraints.pages;

import java.util.List;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.daywatch.restorative.restraints.Restraint.Stage;
import org.daywatch.restorative.restraints.RestraintDoor;
import org.springframework.stereotype.Component;

/** Tells a principal how many restraints are to be written, and a counselor after how many they are to speak. */
@Component
class RestraintFirstScreen implements FirstScreenLines {

    private final RestraintDoor door;

    RestraintFirstScreen(RestraintDoor door) {
        this.door = door;
    }

    @Override
    public List<Line> of(Page page, Actor actor) {
        if (!actor.may(Permission.RESTRAINTS_SPEAK)) return List.of();
        var stage = actor.role() == Role.PRINCIPAL ? Stage.REPORTED : Stage.WRITTEN;
        long waiting = door.list(actor).stream().filter(f -> f.restraint().stage() == stage).count();
        return waiting == 0
                ? List.of()
                : List.of(new Line(true, page.t("restraint.first." + stage, waiting),
                        page.t("restraint.first.act." + stage), "/restraints"));
    }
}
