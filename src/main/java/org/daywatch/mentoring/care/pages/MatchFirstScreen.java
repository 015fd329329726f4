package org.daywatch.mentoring.care.pages;

import java.util.List;
import org.daywatch.mentoring.care.MatchDoor;
import org.daywatch.mentoring.care.MatchRules;
import org.daywatch.mentoring.matches.MatchDue;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.springframework.stereotype.Component;

/** Tells a counselor how many of the matches given to them are late. */
@Component
class MatchFirstScreen implements FirstScreenLines {

    private final MatchDoor door;
    private final MatchRules rules;

    MatchFirstScreen(MatchDoor door, MatchRules rules) {
        this.door = door;
        this.rules = rules;
    }

    @Override
    public List<Line> of(Page page, Actor actor) {
        if (!actor.may(Permission.MATCHES_WORK)) return List.of();
        long late = door.list(actor).stream().filter(seen -> seen.match().counselor().equals(actor.person()))
                .filter(seen -> MatchDue.of(seen.match(), rules.rhythm(seen.at().school(), seen.at().today()))
                        .isLate(seen.at().today()))
                .count();
        return late == 0
                ? List.of()
                : List.of(new Line(true, page.t("mentoring.first", late), page.t("mentoring.first.act"), "/mentoring"));
    }
}
