package org.daywatch.relationships.triage.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.access.CaseReader.Part;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.relationships.tips.thread.TipThread;
import org.daywatch.relationships.tips.thread.TipThreads;
import org.daywatch.relationships.triage.duty.TipReceivers;
import org.daywatch.relationships.triage.lines.LineTips;
import org.daywatch.relationships.triage.queue.QueuedTipStore;
import org.daywatch.relationships.triage.queue.TipDisclosures;
import org.daywatch.relationships.triage.queue.TipPiles;
import org.daywatch.relationships.triage.queue.TipReaders;
import org.daywatch.relationships.triage.queue.TriageLists;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The tips somebody may read, without a word of them, and one of them. */
@Controller
@Needs(value = Permission.TIPS_READ, hidden = true)
public class TipQueuePages {

    private final TipReaders readers;
    private final TipThreads threads;
    private final TriageLists lists;
    private final TipReceivers receivers;
    private final TipDisclosures disclosures;
    private final TipPiles piles;
    private final LineTips lines;
    private final Campuses campuses;
    private final AuditLog audit;
    private final boolean isOn;

    TipQueuePages(TipReaders readers, TipThreads threads, TriageLists lists, TipReceivers receivers,
            TipDisclosures disclosures, TipPiles piles, LineTips lines, Campuses campuses, AuditLog audit,
            @Value("${daywatch.tips.enabled:false}") boolean isOn) {
        this.readers = readers;
        this.threads = threads;
        this.lists = lists;
        this.receivers = receivers;
        this.disclosures = disclosures;
        this.piles = piles;
        this.lines = lines;
        this.campuses = campuses;
        this.audit = audit;
        this.isOn = isOn;
    }

    @Configuration(proxyBeanMethods = false)
    static class Nav {
        @Bean
        NavEntry namelessTipsEntry(@Value("${daywatch.tips.enabled:false}") boolean isOn) {
            return NavEntry
                    .of(NavPart.SAFETY, 73, "nametips.nav", "/nameless-tips", "chat",
                            Permission.TIPS_READ)
                    .when(actor -> isOn || actor.role() == Role.TIP_ANALYST || actor.role() == Role.POLICE_RECEIVER);
        }
    }

    @GetMapping("/nameless-tips")
    ModelAndView list(Page page, Actor actor, @RequestParam(defaultValue = "false") boolean closed) {
        var found = readers.list(actor, closed);
        var rows = closed ? found : found.stream().sorted(TipQueueWords.ORDER).toList();
        return new ModelAndView("relationships/triage/pages/queue",
                Map.of("page", page.titled("nametips.title"), "rows", rows, "closed", closed, "isOn", isOn, "full",
                        rows.size() >= QueuedTipStore.MOST, "lead", lead(actor), "piles",
                        closed ? List.of() : piles(actor)));
    }

    /** @param school its name */
    public record PileLine(TipPiles.Pile pile, String school) {}

    private List<PileLine> piles(Actor actor) {
        if (actor.role() != Role.TIP_ANALYST) return List.of();
        return readers.asAnalyst(actor, at -> {
            var waiting = piles.waiting();
            var schools = campuses.list(waiting.stream().map(TipPiles.Pile::school).collect(Collectors.toSet()))
                    .stream().collect(Collectors.toMap(Campus::id, Campus::name));
            return waiting.stream().map(one -> new PileLine(one, schools.getOrDefault(one.school(), ""))).toList();
        });
    }

    /** Who reads the list, as its words tell them apart. */
    private static String lead(Actor actor) {
        return actor.role() == Role.POLICE_RECEIVER
                ? "police"
                : actor.may(Permission.TIPS_TRIAGE) ? "text" : "helper";
    }

    /** Police read what was sent to them and not what was said since. */
    private TipThread thread(TipReaders.Seen seen) {
        var thread = threads.of(seen.tip().district(), seen.tip().id());
        return seen.at().part() == Part.POLICE_RECEIVER ? thread.alone() : thread;
    }

    @GetMapping("/nameless-tips/{id}")
    ModelAndView one(Page page, Actor actor, @PathVariable UUID id) {
        return readers.with(actor, id, (at, seen) -> {
            var tip = seen.tip();
            threads.opened(tip.district(), id, at.part());
            var thread = thread(seen);
            readers.opened(seen);
            audit.read("NamelessTip", "nameless tip " + id, Map.of("as", at.part()));
            var others = actor.may(Permission.TIPS_TRIAGE)
                    ? readers.list(actor, false).stream().filter(one -> !one.tip().id().equals(id)
                            && one.tip().school().equals(tip.school())).toList()
                    : List.<TipReaders.Seen>of();
            var model = new HashMap<String, Object>(Map.of("page", page.titled("nametips.one"), "seen", seen, "thread",
                    thread, "forPolice", lists.forPolice(readers.today(seen)), "works",
                    actor.may(Permission.TIPS_WORK), "others", others, "missing",
                    receivers.missing(tip.district(), tip.school()), "disclosed", disclosures.of(id)));
            model.put("assesses", isOn && actor.may(Permission.THREATS_EDIT)); // the same switch is theirs
            model.put("origin", lines.origin(id).orElse(null));
            return new ModelAndView("relationships/triage/pages/tip", model);
        });
    }
}
