package org.daywatch.emergencies.responders;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.platform.paper.QrDrawing;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.alerts.AlertPlaces;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.PublicAddress;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.ShownOnce;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Links for responders, made and ended by those who lead. */
@Controller
@Needs(Permission.RESPONDER_LINKS)
public class ResponderLinkPages {

    private final ResponderLinks links;
    private final AlertStore alerts;
    private final AlertPlaces places;
    private final PublicAddress address;
    private final Clock clock;

    ResponderLinkPages(ResponderLinks links, AlertStore alerts, AlertPlaces places, PublicAddress address,
            Clock clock) {
        this.links = links;
        this.alerts = alerts;
        this.places = places;
        this.address = address;
        this.clock = clock;
    }

    /** A link just made, shown once. */
    public record Made(String address, QrDrawing qr, String contact) {

        public boolean byMail() {
            return contact.contains("@");
        }
    }

    public record View(Alert alert, Campus school, List<ResponderLink> links, @Nullable Made made, Instant now,
            List<Integer> hours) {}

    @GetMapping("/alerts/{id}/links")
    ModelAndView list(Page page, Actor actor, @PathVariable UUID id) {
        return view(page, alert(actor, id), actor, null);
    }

    @PostMapping("/alerts/{id}/links")
    ModelAndView make(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String forWhom,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "0") int hours, HttpServletResponse response) {
        var alert = alert(actor, id);
        response.setHeader("Cache-Control", "no-store");
        return Act.form(page, Map.of("forWhom", forWhom, "contact", contact, "hours", Integer.toString(hours)),
                again -> view(again, alert, actor, null), () -> {
                    String made = address.get() + "/r/" + links.make(actor, alert, forWhom, contact, hours);
                    ShownOnce.beside(response, "/alerts/" + id + "/links");
                    return view(page, alert, actor, new Made(made, QrDrawing.of(made), contact.strip()));
                });
    }

    @PostMapping("/alerts/{id}/links/{link}/revocation")
    ModelAndView revoke(Page page, Actor actor, @PathVariable UUID id, @PathVariable UUID link,
            HttpServletResponse response) {
        links.revoke(actor, alert(actor, id).id(), link);
        Flashes.say(response, "success", page.t("responders.said.revoked"));
        return new ModelAndView("redirect:/alerts/" + id + "/links");
    }

    private Alert alert(Actor actor, UUID id) {
        var alert = alerts.find(id).map(a -> a.seenBy(actor.person())).orElseThrow(() -> new NotFound("alert " + id));
        places.get(actor, alert.schoolId());
        return alert;
    }

    private ModelAndView view(Page page, Alert alert, Actor actor, @Nullable Made made) {
        var model = new HashMap<String, Object>();
        model.put("page", page.titled("responders.title"));
        model.put("view", new View(alert, places.get(actor, alert.schoolId()),
                links.ofAlert(alert.id(), actor.person()), made, clock.instant(), ResponderLinks.HOURS));
        return new ModelAndView("emergencies/responders/links", model);
    }
}
