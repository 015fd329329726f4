package org.daywatch.relationships.threats.pages;

import java.util.ArrayList;
import java.util.List;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.daywatch.relationships.threats.ThreatDoor;
import org.springframework.stereotype.Component;

/**
 * Tells whoever carries a case that something of it is overdue, and each of the three that their word is missing. Not
 * whose: others see a first screen too.
 */
@Component
class ThreatFirstScreen implements FirstScreenLines {

    private final ThreatDoor door;

    ThreatFirstScreen(ThreatDoor door) {
        this.door = door;
    }

    @Override
    public List<Line> of(Page page, Actor actor) {
        if (!door.takesPart(actor) || !actor.may(Permission.THREATS_READ)) return List.of();
        var rows = door.list(actor).stream().map(ThreatRow::of).toList();
        var lines = new ArrayList<Line>();
        line(lines, page, true, "threats.first.late", rows.stream().filter(row -> row.late() && row.own()).count());
        line(lines, page, false, "threats.first.word", rows.stream().filter(ThreatRow::asksReader).count());
        return lines;
    }

    private static void line(List<Line> lines, Page page, boolean late, String words, long count) {
        if (count > 0) lines.add(new Line(late, page.t(words, count), page.t("threats.first.act"), "/threats"));
    }
}
