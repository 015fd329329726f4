package org.daywatch.mentoring.care.pages;

import java.util.ArrayList;
import java.util.List;
import org.daywatch.mentoring.care.MatchDoor;
import org.daywatch.mentoring.care.MatchRules;
import org.daywatch.mentoring.matches.MatchDue;
import org.daywatch.mentoring.times.LostMeeting;
import org.daywatch.mentoring.times.MeetingTimes;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.springframework.stereotype.Component;

/** Tells a counselor how many of the matches given to them are late, and which students wait for nobody. */
@Component
class MatchFirstScreen implements FirstScreenLines {

    private final MatchDoor door;
    private final MatchRules rules;
    private final MeetingTimes times;

    MatchFirstScreen(MatchDoor door, MatchRules rules, MeetingTimes times) {
        this.door = door;
        this.rules = rules;
        this.times = times;
    }

    @Override
    public List<Line> of(Page page, Actor actor) {
        if (!actor.may(Permission.MATCHES_WORK)) return List.of();
        var own = door.list(actor).stream().filter(seen -> seen.match().counselor().equals(actor.person())).toList();
        long late = own.stream()
                .filter(seen -> MatchDue.of(seen.match(), rules.rhythm(seen.at().school(), seen.at().today()))
                        .isLate(seen.at().today()))
                .count();
        long untold = own.stream().filter(seen -> seen.match().stage().meets())
                .filter(seen -> Tenancy.as(new Scope(seen.match().district(), actor.person()),
                        () -> times.lost(seen.match(), seen.at().today()).stream().anyMatch(LostMeeting::isUntold)))
                .count();
        var lines = new ArrayList<Line>();
        if (untold > 0)
            lines.add(new Line(true, page.t("meetingtime.first", untold), page.t("meetingtime.first.act"),
                    "/mentoring"));
        if (late > 0)
            lines.add(new Line(true, page.t("mentoring.first", late), page.t("mentoring.first.act"),
                    "/mentoring"));
        return lines;
    }
}
