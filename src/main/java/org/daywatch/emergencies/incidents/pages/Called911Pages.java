package org.daywatch.emergencies.incidents.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.stream.Stream;
import org.daywatch.emergencies.alerts.AlertPlaces;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.emergencies.incidents.Calls911;
import org.daywatch.emergencies.incidents.IncidentDoor;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One tap where a page asks to call 911: "I called 911". Whoever is shown the alert may say so. */
@Controller
@Needs(Permission.ALERT_READ)
class Called911Pages {

    private final AlertStore alerts;
    private final AlertPlaces places;
    private final IncidentDoor door;
    private final Calls911 calls;

    Called911Pages(AlertStore alerts, AlertPlaces places, IncidentDoor door, Calls911 calls) {
        this.alerts = alerts;
        this.places = places;
        this.door = door;
        this.calls = calls;
    }

    /**
     * @param id of an alert or an incident. @param from the page they stand on, as their browser says: the line may
     * have come with a part of it that has an address of its own. @param to the address of what the line came with
     */
    @PostMapping("/alerts/{id}/called-911")
    ModelAndView called(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String to,
            @RequestHeader(name = "Referer", defaultValue = "") String from, HttpServletResponse response) {
        var alert = alerts.named(id);
        alert.ifPresentOrElse(a -> places.get(actor, a.schoolId()), () -> door.mine(actor, id));
        var event = alert.map(a -> a.id()).orElse(id);
        String back = Stream.of(from.replaceFirst("^https?://[^/]*", "").replaceFirst("[?#].*", ""), to)
                .filter(place -> place.matches("(/[A-Za-z0-9-]+)+")).findFirst().orElse("/alerts");
        return Act.on(page, response, back, "incidents.said.called911",
                () -> calls.called(event, IncidentDoor.by(actor)));
    }
}
