package org.daywatch.platform.notifications.receipts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.function.BiConsumer;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Limits.Limit;
import org.daywatch.platform.identity.Limits;
import org.daywatch.platform.identity.Open;
import org.daywatch.platform.notifications.ReadLinks;
import org.daywatch.platform.tenancy.LinkToken;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.web.Page;
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
    private final Limits limits;
    private final Clock clock;

    ReadLinkPages(ReadLinks links, Limits limits, Clock clock) {
        this.links = links;
        this.limits = limits;
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
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader("Referrer-Policy", "no-referrer");
        limits.take(Limit.CODE_CLIENT, request.getRemoteAddr());
        var read = LinkToken.read(token).orElseThrow(() -> new NotFound("link of a letter"));
        return Tenancy.as(Scope.system(read.agency()), () -> {
            var reading = links.find(read).orElseThrow(() -> new NotFound("link of a letter"));
            limits.giveBack(Limit.CODE_CLIENT, request.getRemoteAddr());
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
