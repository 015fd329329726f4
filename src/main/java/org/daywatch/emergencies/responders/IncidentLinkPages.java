package org.daywatch.emergencies.responders;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import org.daywatch.emergencies.responders.ResponderLink.Opening;
import org.daywatch.emergencies.responders.ResponderLink.Standing;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Limits;
import org.daywatch.platform.identity.Limits.Limit;
import org.daywatch.platform.identity.Open;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What whoever holds a link sees: one alert, until the link ends. */
@Controller
@Open(why = "the secret in the address is the key; it ends by itself and by hand, only its hash is stored and every use is audited")
public class IncidentLinkPages {

    private final ResponderLinks links;
    private final IncidentSheet sheets;
    private final IncidentFiles files;
    private final Limits limits;
    private final Clock clock;

    IncidentLinkPages(ResponderLinks links, IncidentSheet sheets, IncidentFiles files, Limits limits, Clock clock) {
        this.links = links;
        this.sheets = sheets;
        this.files = files;
        this.limits = limits;
        this.clock = clock;
    }

    /** @param own address of the link on this site */
    public record View(IncidentSheet.Sheet sheet, ResponderLink link, String own) {}

    @GetMapping("/r/{token}")
    ModelAndView page(Page page, @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        return with(page, token, Opening.PAGE, request, response, view -> new ModelAndView("emergencies/responders/incident", Map.of(
                "page", page.titled("responders.page.title", page.t("alerts.status." + view.sheet().alert().status()), view.sheet().school().name()), "view", view)));
    }

    @GetMapping("/r/{token}/alert.cap.xml")
    ModelAndView cap(Page page, @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        return with(page, token, Opening.CAP, request, response, view -> download(response, "application/cap+xml;charset=utf-8", "alert.cap.xml", files.cap(view.sheet())));
    }

    @GetMapping("/r/{token}/incident.eido.json")
    ModelAndView eido(Page page, @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        return with(page, token, Opening.EIDO, request, response, view -> download(response, "application/json;charset=utf-8", "incident.eido.json", files.eido(view.sheet())));
    }

    private ModelAndView with(Page page, String token, Opening asked, HttpServletRequest request, HttpServletResponse response, Function<View, ModelAndView> answer) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader("Referrer-Policy", "no-referrer");
        limits.take(Limit.CODE_CLIENT, request.getRemoteAddr());
        var read = LinkToken.read(token).orElseThrow(() -> new NotFound("incident link"));
        return Tenancy.as(Scope.system(read.agency()), () -> {
            var link = links.open(read, asked).orElseThrow(() -> new NotFound("incident link"));
            limits.giveBack(Limit.CODE_CLIENT, request.getRemoteAddr());
            if (link.standing(clock.instant()) != Standing.OPEN) {
                response.setStatus(410);
                return new ModelAndView("emergencies/responders/ended", Map.of("page", page.titled("responders.ended.title"), "standing", link.standing(clock.instant())));
            }
            return answer.apply(new View(sheets.of(link.alertId()), link, "/r/" + token));
        });
    }

    private static @org.jspecify.annotations.Nullable ModelAndView download(HttpServletResponse response, String type, String name, String text) {
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        try {
            response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            response.flushBuffer();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return null;
    }
}
