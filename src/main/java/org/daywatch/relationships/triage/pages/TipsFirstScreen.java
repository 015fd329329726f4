package org.daywatch.relationships.triage.pages;

import java.util.List;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.daywatch.relationships.triage.QueuedTip.State;
import org.daywatch.relationships.triage.queue.TipReaders;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The first page of analysts and police is the list itself. Tells whoever a tip was routed to that nobody has said they
 * have it; an officer while they may read it.
 */
@Component
class TipsFirstScreen implements FirstScreenLines {

    private final TipReaders readers;
    private final boolean isOn;

    TipsFirstScreen(TipReaders readers, @Value("${daywatch.tips.enabled:false}") boolean isOn) {
        this.readers = readers;
        this.isOn = isOn;
    }

    @Override
    public List<Line> of(Page page, Actor actor) {
        if (!isOn || !actor.may(Permission.TIPS_READ) || actor.role() == Role.TIP_ANALYST
                || actor.role() == Role.POLICE_RECEIVER)
            return List.of();
        boolean officer = actor.role() == Role.OFFICER;
        long waiting = readers.list(actor, false).stream()
                .filter(seen -> officer ? !taken(seen.tip().state()) : seen.tip().unacknowledged()).count();
        return waiting == 0
                ? List.of()
                : List.of(new Line(true, page.t(officer ? "nametips.first.officer" : "nametips.first", waiting),
                        page.t("nametips.first.act"),
                        "/nameless-tips"));
    }

    /** Somebody has it. What is about a life an officer reads before that, and before it is routed. */
    private static boolean taken(State state) {
        return state instanceof State.Acknowledged || state instanceof State.Working;
    }
}
