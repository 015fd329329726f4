package org.daywatch.emergencies.incidents.commandpost;

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

@Controller
@Needs(Permission.INCIDENT_EDIT)
class CommandPostPages {

    private final IncidentDoor door;
    private final CommandPosts posts;

    CommandPostPages(IncidentDoor door, CommandPosts posts) {
        this.door = door;
        this.posts = posts;
    }

    @PostMapping("/incidents/{id}/command/post")
    ModelAndView say(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String office,
            @RequestParam(defaultValue = "") String reach,
            @RequestParam(defaultValue = "") String place, HttpServletResponse response) {
        return door.act(page, actor, id, response, "incidents.said.post",
                () -> posts.say(id, new CommandPost(IncidentDoor.cut(office, 80), IncidentDoor.must("reach", reach, 80),
                        IncidentDoor.cut(place, 120)), IncidentDoor.by(actor)));
    }
}
