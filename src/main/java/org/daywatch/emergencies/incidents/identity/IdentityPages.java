package org.daywatch.emergencies.incidents.identity;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.emergencies.incidents.IncidentDoor;
import org.daywatch.platform.errors.Forbidden;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Before anybody is looked for by a name: who is meant. For those of the district who may read students' names. */
@Controller
@Needs(Permission.INCIDENT_EDIT)
class IdentityPages {

    private final IncidentDoor door;
    private final Identities identities;

    IdentityPages(IncidentDoor door, Identities identities) {
        this.door = door;
        this.identities = identities;
    }

    /** @param q the name as it was heard */
    @GetMapping("/incidents/{id}/identity")
    ModelAndView ask(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String q) {
        mayRead(actor);
        var incident = door.mine(actor, id);
        String typed = IncidentDoor.cut(q, 80);
        var likes = typed.length() < 2
                ? List.<Identities.Like>of()
                : identities.like(actor, incident, door.school(actor, incident), typed);
        return new ModelAndView("emergencies/incidents/identity/identity",
                Map.of("page", page.titled("identity.title"), "incident", incident, "q", typed, "likes", likes));
    }

    /**
     * @param q what was looked for. @param how by what the student was told from the others: grade, class, date of
     * birth, photo, an adult who knows them
     */
    @PostMapping("/incidents/{id}/identity")
    ModelAndView confirm(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String student,
            @RequestParam(defaultValue = "") String how,
            @RequestParam(defaultValue = "") String q, HttpServletResponse response) {
        mayRead(actor);
        var incident = door.mine(actor, id);
        return door.act(page, actor, id, response, "/incidents/" + id, "identity.said",
                again -> ask(again, actor, id, q), () -> identities.confirm(incident, door.school(actor, incident),
                        Ids.find(student)
                                .orElseThrow(() -> new InvalidInput("student", student, "identity.wrong.student")),
                        IncidentDoor.must("how", how, 120), IncidentDoor.by(actor)));
    }

    private static void mayRead(Actor actor) {
        if (!actor.may(Permission.STUDENTS_READ)) throw new Forbidden("students' names, for " + actor.role());
    }
}
