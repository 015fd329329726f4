package org.daywatch.platform.notifications.inbox;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A person's messages, with receipts; opening one marks it read and leads to what it is about. */
@Controller
@Needs(Permission.OWN_ACCOUNT)
class InboxPages {

    private static final int CSV_ROWS = 50_000;

    private final Inbox inbox;
    private final InboxList list;
    private final ChoiceStore choices;

    InboxPages(Inbox inbox, InboxList list, ChoiceStore choices) {
        this.inbox = inbox;
        this.list = list;
        this.choices = choices;
    }

    @GetMapping("/inbox")
    ModelAndView list(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        var asked = InboxList.paging(parameters);
        var paging = asked.of(list.count(actor.person(), page.lang(), asked));
        return new ModelAndView("platform/notifications/inbox/inbox",
                Map.of("page", page.titled("inbox.title"), "paging", paging,
                        "items", list.list(actor.person(), page.lang(), paging), "unread", inbox.unread(actor.person()),
                        "zone", choices.of(actor.person()).zone()));
    }

    @Needs(value = Permission.OWN_ACCOUNT, stepUp = true)
    @GetMapping("/inbox.csv")
    void csv(Page page, Actor actor, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var rows = list.list(actor.person(), page.lang(), InboxList.paging(parameters).size(CSV_ROWS)).stream()
                .map(i -> Arrays.asList(i.at(), i.topic(), i.urgent(), i.subject(), i.body(), i.readAt()));
        Csv.answer(response, "messages.csv", List.of("at", "topic", "urgent", "subject", "body", "read_at"), rows);
    }

    /** The little number in the masthead, fetched by open screens when the doorbell rings. */
    @GetMapping("/inbox/bell")
    ModelAndView bell(Page page, Actor actor) {
        return new ModelAndView("platform/notifications/inbox/bell",
                Map.of("page", page, "unread", inbox.unread(actor.person())));
    }

    @PostMapping("/inbox/{id}/reading")
    ModelAndView read(Actor actor, @PathVariable UUID id) {
        String link = inbox.read(actor.person(), id).orElseThrow(() -> new NotFound("message " + id));
        return new ModelAndView("redirect:" + (link.startsWith("/") ? link : "/inbox"));
    }

    @PostMapping("/inbox/reading")
    ModelAndView readAll(Page page, Actor actor, HttpServletResponse response) {
        inbox.readAll(actor.person());
        Flashes.say(response, "success", page.t("inbox.allread"));
        return new ModelAndView("redirect:/inbox");
    }
}
