package org.daywatch.relationships.triage.pages;

import java.util.List;
import java.util.stream.Stream;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.daywatch.relationships.triage.QueuedTip;
import org.daywatch.relationships.triage.QueuedTip.State;
import org.daywatch.relationships.triage.TipClass;
import org.daywatch.relationships.triage.queue.TipReaders;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The first page of analysts and police is the list itself. Tells whoever reads a tip about a life, and whoever another
 * was routed to, that nobody has said they have it; an officer while they may read it.
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
        var untaken = readers.list(actor, false).stream().map(TipReaders.Seen::tip)
                .filter(tip -> !taken(tip.state())).toList();
        long life = untaken.stream().filter(TipsFirstScreen::aboutALife).count();
        if (actor.role() == Role.OFFICER) return lines(page, "nametips.first.officer", untaken.size(), life > 0);
        long routed = untaken.stream().filter(tip -> !aboutALife(tip) && tip.unacknowledged()).count();
        return Stream.concat(lines(page, "nametips.first.life", life, true).stream(),
                lines(page, "nametips.first", routed, false).stream()).toList();
    }

    private static List<Line> lines(Page page, String key, long tips, boolean now) {
        return tips == 0
                ? List.of()
                : List.of(new Line(now, true, page.t(key, tips), page.t("nametips.first.act"), "/nameless-tips"));
    }

    private static boolean aboutALife(QueuedTip tip) {
        return tip.tipClass() == TipClass.LIFE_SAFETY;
    }

    /** Somebody has it. What is about a life is read before that, and before it is routed. */
    private static boolean taken(State state) {
        return state instanceof State.Acknowledged || state instanceof State.Working;
    }
}
