package org.daywatch.restorative.repair.pages;

import java.util.List;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.daywatch.restorative.conferences.ConferenceDue;
import org.daywatch.restorative.repair.ConferenceDoor;
import org.daywatch.restorative.repair.ConferenceRules;
import org.springframework.stereotype.Component;

/** Tells a counselor how many of the conferences they lead are late. */
@Component
class ConferenceFirstScreen implements FirstScreenLines {

    private final ConferenceDoor door;
    private final ConferenceRules rules;

    ConferenceFirstScreen(ConferenceDoor door, ConferenceRules rules) {
        this.door = door;
        this.rules = rules;
    }

    @Override
    public List<Line> of(Page page, Actor actor) {
        if (!actor.may(Permission.CONFERENCES_WORK)) return List.of();
        long late = door.list(actor).stream().filter(f -> f.conference().lead().equals(actor.person()))
                .filter(f -> ConferenceDue.of(f.conference(), rules.rhythm(f.at().school(), f.at().today()))
                        .isLate(f.at().today()))
                .count();
        return late == 0
                ? List.of()
                : List.of(new Line(true, page.t("conference.first", late), page.t("conference.first.act"),
                        "/restorative"));
    }
}
