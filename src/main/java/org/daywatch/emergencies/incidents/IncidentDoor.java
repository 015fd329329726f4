package org.daywatch.emergencies.incidents;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.emergencies.alerts.AlertPlaces;
import org.daywatch.emergencies.incidents.IncidentCommand.By;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Who may enter which incident, and what every form of one has in common. */
@Component
public class IncidentDoor {

    private final IncidentStore incidents;
    private final AlertPlaces places;

    IncidentDoor(IncidentStore incidents, AlertPlaces places) {
        this.incidents = incidents;
        this.places = places;
    }

    /** @throws NotFound when it is not there, another organisation's, or at a school where he is not */
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

    /** Does it and leads back to the incident; what was refused or wrong is said there. */
    public ModelAndView act(Page page, Actor actor, UUID id, HttpServletResponse response, String said, Runnable work) {
        mine(actor, id);
        return Act.on(page, response, "/incidents/" + id, said, work);
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
