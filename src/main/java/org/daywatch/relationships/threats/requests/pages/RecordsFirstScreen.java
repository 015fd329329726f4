package org.daywatch.relationships.threats.requests.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.daywatch.relationships.threats.requests.RecordsRequestDoor.Asked;
import org.daywatch.relationships.threats.requests.RecordsRequestDoor;
import org.springframework.stereotype.Component;

/** Tells whoever answers parents what is overdue and what is due next. Not whose: others see a first screen too. */
@Component
class RecordsFirstScreen implements FirstScreenLines {

    private static final String LIST = "/records/requests";

    private final RecordsRequestDoor door;

    RecordsFirstScreen(RecordsRequestDoor door) {
        this.door = door;
    }

    @Override
    public List<Line> of(Page page, Actor actor) {
        if (!door.isOpen() || !actor.may(Permission.RECORDS_ASKED_READ)) return List.of();
        var rows = door.list(actor);
        var lines = new ArrayList<Line>();
        if (actor.may(Permission.RECORDS_ASKED_EDIT)) answers(lines, page, rows);
        var papers = rows.stream().filter(Asked::reads)
                .filter(row -> row.request().waitsForPaper() || row.request().waitsForAmendment()).toList();
        if (!papers.isEmpty())
            lines.add(new Line(false, page.t("asked.first.paper", papers.size()), page.t("asked.first.prepare"),
                    papers.size() == 1 ? LIST + "/" + papers.getFirst().request().id() : LIST));
        return lines;
    }

    private static void answers(List<Line> lines, Page page, List<Asked> rows) {
        long late = rows.stream().filter(Asked::late).count();
        if (late > 0) lines.add(new Line(true, page.t("asked.first.late", late), page.t("asked.first.act"), LIST));
        var next = rows.stream().filter(row -> !row.late()).flatMap(row -> row.request().waitsUntil().stream())
                .sorted(Comparator.<LocalDate>naturalOrder()).toList();
        if (!next.isEmpty())
            lines.add(new Line(false,
                    page.t("asked.first.due", next.size(), page.when().date(next.getFirst())),
                    page.t("asked.first.act"),
                    LIST));
    }
}
