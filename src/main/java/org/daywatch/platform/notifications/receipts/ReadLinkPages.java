package org.daywatch.platform.notifications.receipts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.function.BiConsumer;
import org.daywatch.platform.identity.Open;
import org.daywatch.platform.notifications.ReadLinks;
import org.daywatch.platform.tenancy.LinkToken;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.links.SecretLinks;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where the link of a letter leads: a page with one button, because mail scanners open links and press nothing. */
@Controller
@Open(why = "the secret in the address is the key of one letter; it says that this letter was read, does nothing else and ends by itself")
class ReadLinkPages {

    private final ReadLinks links;
    private final SecretLinks secrets;
    private final Clock clock;

    ReadLinkPages(ReadLinks links, SecretLinks secrets, Clock clock) {
        this.links = links;
        this.secrets = secrets;
        this.clock = clock;
    }

    @GetMapping("/m/{token}")
    ModelAndView look(Page page, @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        return with(page, token, request, response, (read, reading) -> {});
    }

    @PostMapping("/m/{token}")
    ModelAndView press(Page page, @PathVariable String token, HttpServletRequest request,
            HttpServletResponse response) {
        return with(page, token, request, response, links::read);
    }

    private ModelAndView with(Page page, String token, HttpServletRequest request, HttpServletResponse response,
            BiConsumer<LinkToken, ReadLinks.Reading> act) {
        return secrets.open(token, "link of a letter", request, response, links::find, (read, reading) -> {
            boolean over = !clock.instant().isBefore(reading.expiresAt());
            if (over) response.setStatus(410);
            else act.accept(read, reading);
            var model = new HashMap<String, Object>();
            model.put("page", page.titled("readlink.title"));
            model.put("subject", over ? "" : reading.subject());
            model.put("state",
                    over ? "over" : links.find(read).map(now -> now.readAt() == null).orElse(true) ? "asks" : "read");
            model.put("own", "/m/" + token);
            return new ModelAndView("platform/notifications/receipts/read", model);
        });
    }
}
