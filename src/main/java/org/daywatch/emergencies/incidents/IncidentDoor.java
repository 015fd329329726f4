package org.daywatch.emergencies.incidents;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.emergencies.alerts.AlertPlaces;
import org.daywatch.emergencies.incidents.IncidentCommand.By;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Who may enter which incident, and what every form of one has in common. */
@Component
public class IncidentDoor {

    private static final Set<String> NOT_TYPED = Set.of("_csrf", "_once", "form");

    private final IncidentStore incidents;
    private final AlertPlaces places;
    private final ObjectProvider<IncidentScreen> pages;
    private final ObjectProvider<HttpServletRequest> request;

    IncidentDoor(IncidentStore incidents, AlertPlaces places, ObjectProvider<IncidentScreen> pages,
            ObjectProvider<HttpServletRequest> request) {
        this.incidents = incidents;
        this.places = places;
        this.pages = pages;
        this.request = request;
    }

    /** @throws NotFound when it is not there, another organization's, or at a school where they are not */
    public Incident mine(Actor actor, UUID id) {
        var incident = incidents.find(id).orElseThrow(() -> new NotFound("incident " + id));
        places.get(actor, incident.schoolId());
        return incident;
    }

    public Campus school(Actor actor, Incident incident) {
        return places.get(actor, incident.schoolId());
    }

    public static By by(Actor actor) {
        return new By(actor.person(), actor.name(), actor.may(Permission.ALERT_LEAD));
    }

    /**
     * Does it and leads back to the incident; what was refused or wrong is said there, with everything that was typed.
     */
    public ModelAndView act(Page page, Actor actor, UUID id, HttpServletResponse response, String said, Runnable work) {
        return act(page, actor, id, response, "/incidents/" + id, said,
                again -> pages.getObject().one(again, actor, id), work);
    }

    /** The same for a form on another page of the incident. @param again draws that page */
    public ModelAndView act(Page page, Actor actor, UUID id, HttpServletResponse response, String next, String said,
            Function<Page, ModelAndView> again, Runnable work) {
        mine(actor, id);
        var asked = request.getObject();
        var typed = typed(asked);
        if (typed.isEmpty()) return Act.on(page, response, next, said, work);
        return Act.typed(page, response, next, said, form(asked, id), typed, again, work);
    }

    /** A form is called by where it is sent to: "command/offer". */
    private static String form(HttpServletRequest asked, UUID id) {
        return asked.getRequestURI()
                .substring(asked.getRequestURI().indexOf(id.toString()) + id.toString().length() + 1);
    }

    private static Map<String, String> typed(HttpServletRequest asked) {
        return asked.getParameterMap().entrySet().stream()
                .filter(field -> !NOT_TYPED.contains(field.getKey()) && !field.getValue()[0].isBlank())
                .collect(Collectors.toMap(Map.Entry::getKey, field -> field.getValue()[0]));
    }

    /** @throws InvalidInput with the message {@code typed.wrong.empty} where nothing was written */
    public static String must(String field, String text, int longest) {
        String said = cut(text, longest);
        if (said.isEmpty()) throw new InvalidInput(field, text, "typed.wrong.empty");
        return said;
    }

    /** What is too long is cut, never refused: seconds count. */
    public static String cut(String text, int longest) {
        String said = text.strip().replaceAll("\\p{Cntrl}+", " ");
        return said.length() <= longest ? said : said.substring(0, longest);
    }
}
