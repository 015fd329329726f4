package org.daywatch.platform.notifications.inbox;

import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Paging;
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

    private final Inbox inbox;
    private final ChoiceStore choices;

    InboxPages(Inbox inbox, ChoiceStore choices) {
        this.inbox = inbox;
        this.choices = choices;
    }

    @GetMapping("/inbox")
    ModelAndView list(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        var paging = Paging.read("/inbox", parameters, Set.of("at"), "-at").of(inbox.count(actor.person()));
        ZoneId zone = choices.of(actor.person()).zone();
        return new ModelAndView("platform/notifications/inbox/inbox", Map.of("page", page.titled("inbox.title"), "paging", paging,
                "items", inbox.list(actor.person(), page.lang(), paging.offset(), paging.size()), "unread", inbox.unread(actor.person()),
                "time", DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(zone)));
    }

    /** The little number in the masthead, fetched by open screens when the doorbell rings. */
    @GetMapping("/inbox/bell")
    ModelAndView bell(Page page, Actor actor) {
        return new ModelAndView("platform/notifications/inbox/bell", Map.of("page", page, "unread", inbox.unread(actor.person())));
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
