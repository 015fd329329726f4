package org.daywatch.relationships.helping;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.daywatch.relationships.threats.ThreatDoor;
import org.daywatch.relationships.threats.pages.ThreatRow;
import org.daywatch.relationships.triage.QueuedTip.State;
import org.daywatch.relationships.triage.TipClass;
import org.daywatch.relationships.triage.queue.TipReaders.Seen;
import org.daywatch.relationships.triage.queue.TipReaders;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What waits for a counselor: tips that came to them, assessments whose next step is theirs, and what is due. */
@Controller
@Needs(value = Permission.THREATS_EDIT, hidden = true)
class HelpingPages {

    /** What this page shows itself and need not be told by. */
    private static final List<String> SHOWN = List.of("/nameless-tips", "/threats");
    private static final Comparator<Seen> TIPS = Comparator
            .comparing((Seen seen) -> seen.tip().tipClass() != TipClass.LIFE_SAFETY)
            .thenComparing(seen -> !seen.tip().unacknowledged()).thenComparing(seen -> seen.tip().day());

    private final TipReaders readers;
    private final ThreatDoor door;
    private final List<FirstScreenLines> lines;
    private final boolean isOn;

    HelpingPages(TipReaders readers, ThreatDoor door, List<FirstScreenLines> lines,
            @Value("${daywatch.tips.enabled:false}") boolean isOn) {
        this.readers = readers;
        this.door = door;
        this.lines = lines;
        this.isOn = isOn;
    }

    @Configuration(proxyBeanMethods = false)
    static class Nav {
        @Bean
        NavEntry helpingEntry(@Value("${daywatch.tips.enabled:false}") boolean isOn) {
            return NavEntry.of(NavPart.TODAY, 4, "helping.nav", "/helping", "home", Permission.THREATS_EDIT)
                    .when(actor -> isOn && actor.role() == Role.COUNSELOR);
        }
    }

    @GetMapping("/helping")
    ModelAndView today(Page page, Actor actor) {
        if (!isOn || actor.role() != Role.COUNSELOR) throw new NotFound("what waits for " + actor.role());
        var tips = readers.list(actor, false).stream().filter(HelpingPages::waits).sorted(TIPS).toList();
        var cases = door.list(actor).stream().map(ThreatRow::of).filter(ThreatRow::isMine).sorted(ThreatRow.ORDER)
                .toList();
        var others = FirstScreenLines.all(lines, page, actor).stream().filter(line -> !SHOWN.contains(line.href()))
                .toList();
        return new ModelAndView("relationships/helping/helping", Map.of("page", page.titled("helping.title"), "tips",
                tips, "cases", cases, "now", others.stream().filter(FirstScreenLines.Line::now).toList(), "later",
                others.stream().filter(line -> !line.now()).toList()));
    }

    /** For those to whom it came, and not for the analyst. */
    private static boolean waits(Seen seen) {
        return seen.tip().state() instanceof State.Routed || seen.tip().state() instanceof State.Acknowledged
                || seen.tip().state() instanceof State.Working;
    }
}
