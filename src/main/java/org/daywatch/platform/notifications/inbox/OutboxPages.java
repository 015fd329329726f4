package org.daywatch.platform.notifications.inbox;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.codes.UnsentMails;
import org.daywatch.platform.notifications.DeliveryWorker;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Paging;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Everything that left the house by mail or text message, or would have: the demonstration sends nothing and shows it
 * here.
 */
@Controller
class OutboxPages {

    static final List<String> STATES = List.of("PENDING", "LOST", "WAITING", "HELD", "SENT", "RECEIVED", "FAILED",
            "DEAD", "EXPIRED", "SUPPRESSED");

    private final Inbox inbox;
    private final DeliveryWorker worker;
    private final AuditLog audit;
    private final UnsentMails unsent;
    private final HomeTime home;

    OutboxPages(Inbox inbox, DeliveryWorker worker, AuditLog audit, UnsentMails unsent, HomeTime home) {
        this.inbox = inbox;
        this.worker = worker;
        this.audit = audit;
        this.unsent = unsent;
        this.home = home;
    }

    @Needs(Permission.OPERATIONS_READ)
    @GetMapping("/outbox")
    ModelAndView list(Page page, @RequestParam Map<String, String> parameters) {
        var asked = asked(parameters);
        var paging = paging(parameters).of(inbox.outboxCount(asked));
        return new ModelAndView("platform/notifications/inbox/outbox",
                Map.of("page", page.titled("outbox.title"), "paging", paging,
                        "sent", inbox.outbox(asked, paging.offset(), paging.size()), "states", STATES, "zone",
                        home.zone(), "mails", unsent.list()));
    }

    @Needs(value = Permission.OPERATIONS_READ, stepUp = true)
    @GetMapping("/outbox.csv")
    void export(@RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var asked = asked(parameters);
        audit.act("ExportedOutbox", "outbox", Map.of("state", asked.state()));
        var rows = IntStream.range(0, 100).mapToObj(n -> inbox.outbox(asked, n * 1000, 1000))
                .takeWhile(l -> !l.isEmpty()).flatMap(List::stream)
                .map(s -> List.of(s.at(), s.person(), s.channel(), s.address(), s.subject(), s.state(), s.attempts(),
                        s.error() == null ? "" : s.error()));
        Csv.answer(response, "outbox.csv",
                List.of("at", "person", "channel", "address", "subject", "state", "attempts", "error"), rows);
    }

    @Needs(value = Permission.OPERATIONS_EDIT, stepUp = true)
    @PostMapping("/outbox/{id}/resending")
    @Transactional
    public ModelAndView again(Page page, @PathVariable UUID id, HttpServletResponse response) {
        if (!worker.again(id)) throw new NotFound("dead delivery " + id);
        audit.act("ResentDelivery", "delivery " + id, Map.of());
        Flashes.say(response, "success", page.t("outbox.again.done"));
        return new ModelAndView("redirect:/outbox");
    }

    private static Paging paging(Map<String, String> parameters) {
        return Paging.read("/outbox", parameters, Set.of("at", "person", "state"), "-at");
    }

    private static Inbox.Asked asked(Map<String, String> parameters) {
        var paging = paging(parameters);
        return new Inbox.Asked(paging.filter("q"), state(parameters), paging.filter("channel"), paging.sort(),
                paging.descending());
    }

    private static String state(Map<String, String> parameters) {
        String state = parameters.getOrDefault("state", "");
        return STATES.contains(state) ? state : "";
    }
}
