package org.daywatch.prevention.findings.reminders;

import static org.daywatch_db.prevention.Tables.FINDING;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.daywatch.prevention.findings.Finding.State;
import org.daywatch.prevention.findings.Finding;
import org.daywatch.prevention.findings.FindingCommand.By;
import org.daywatch.prevention.findings.FindingDoor;
import org.daywatch.prevention.findings.FindingSentences;
import org.daywatch.prevention.findings.FindingStore;
import org.springframework.stereotype.Component;

/**
 * What of findings waits for this person: what is late, what nobody owns, what needs other eyes, what only has to be
 * closed.
 */
@Component
class FindingFirstScreen implements FirstScreenLines {

    private static final int MOST = 3;

    private final HomeTime home;
    private final FindingStore findings;
    private final FindingDoor door;
    private final FindingSentences sentences;

    FindingFirstScreen(FindingStore findings, FindingDoor door, FindingSentences sentences, HomeTime home) {
        this.home = home;
        this.findings = findings;
        this.door = door;
        this.sentences = sentences;
    }

    @Override
    public List<Line> of(Page page, Actor actor) {
        if (!actor.may(Permission.FINDINGS_EDIT)) return List.of();
        var by = FindingDoor.by(actor);
        var today = home.today();
        var waiting = new ArrayList<Line>();
        int more = 0;
        var open = findings.list(FINDING.STATE.ne("CLOSED").and(door.readable(actor)));
        var said = sentences.in(page.lang(), open);
        for (var f : open) {
            var line = line(page, f, said.getOrDefault(f.id(), f.what()), by, today);
            if (line.isPresent() && waiting.size() < MOST) waiting.add(line.get());
            else if (line.isPresent()) more++;
        }
        if (more > 0)
            waiting.add(
                    new Line(false, page.t("findings.first.more", more), page.t("findings.first.list"), "/findings"));
        return waiting;
    }

    private static Optional<Line> line(Page page, Finding f, String what, By by, LocalDate today) {
        boolean owns = f.owner() != null && by.person().equals(f.owner().person());
        String due = page.when().date(f.next());
        return Optional.ofNullable(switch (f.state()) {
            case State.RiskAccepted _ ->
                by.accepts() && f.late(today) ? page.t("findings.first.review", due, what) : null;
            case State.Fixed(var fixed) ->
                owns || fixed.by().person().equals(by.person()) ? null : page.t("findings.first.verify", what);
            case State.Verified _ -> by.leads() ? page.t("findings.first.close", what) : null;
            case State.Open _ -> !by.leads()
                    ? null
                    : f.late(today) ? page.t("findings.first.late", due, what) : page.t("findings.first.assign", what);
            case State.Assigned _ -> f.late(today) && (owns || by.leads())
                    ? page.t("findings.first.late", due, what)
                    : owns ? page.t("findings.first.yours", due, what) : null;
            case State.Closed _ -> null;
        }).map(words -> new Line(f.late(today), words, page.t("findings.first.open"), "/findings/" + f.id()));
    }
}
