package org.daywatch.emergencies.incidents.claims;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.daywatch.emergencies.incidents.IncidentDoor;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Somebody called and claims something. */
@Controller
@Needs(Permission.INCIDENT_EDIT)
class ClaimPages {

    private final IncidentDoor door;
    private final CallerClaims claims;

    ClaimPages(IncidentDoor door, CallerClaims claims) {
        this.door = door;
        this.claims = claims;
    }

    @PostMapping("/incidents/{id}/claims")
    ModelAndView check(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String room,
            @RequestParam(defaultValue = "") String words, @RequestParam UUID form,
            HttpServletResponse response) {
        var school = door.school(actor, door.mine(actor, id));
        return door.act(page, actor, id, response, "incidents.said.claim",
                () -> claims.check(id, school, IncidentDoor.cut(room, 60), IncidentDoor.must("words", words, 600),
                        IncidentDoor.by(actor), form));
    }
}
