package org.daywatch.emergencies.incidents.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.daywatch.emergencies.incidents.IncidentCommand;
import org.daywatch.emergencies.incidents.IncidentCommands;
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

/** Who commands, and whether it is going on. */
@Controller
@Needs(Permission.INCIDENT_EDIT)
class IncidentActPages {

    private final IncidentDoor door;
    private final IncidentCommands commands;

    IncidentActPages(IncidentDoor door, IncidentCommands commands) {
        this.door = door;
        this.commands = commands;
    }

    @PostMapping("/incidents/{id}/command")
    ModelAndView take(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String why,
            HttpServletResponse response) {
        return act(page, actor, id, new IncidentCommand.TakeCommand(IncidentDoor.by(actor), IncidentDoor.cut(why, 300)),
                "incidents.said.command", response);
    }

    @PostMapping("/incidents/{id}/command/offer")
    ModelAndView offer(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String briefed,
            HttpServletResponse response) {
        var offer = new IncidentCommand.OfferCommand(IncidentDoor.by(actor), IncidentDoor.cut(to, 120),
                IncidentDoor.cut(briefed, 600));
        return act(page, actor, id, offer, "incidents.said.offered", response);
    }

    @PostMapping("/incidents/{id}/command/acceptance")
    ModelAndView accept(Page page, Actor actor, @PathVariable UUID id, HttpServletResponse response) {
        return act(page, actor, id, new IncidentCommand.AcceptCommand(IncidentDoor.by(actor)), "incidents.said.command",
                response);
    }

    @PostMapping("/incidents/{id}/command/acceptance-by-word")
    ModelAndView acceptByWord(Page page, Actor actor, @PathVariable UUID id, HttpServletResponse response) {
        return act(page, actor, id, new IncidentCommand.AcceptByWord(IncidentDoor.by(actor)), "incidents.said.handed",
                response);
    }

    @PostMapping("/incidents/{id}/command/withdrawal")
    ModelAndView withdraw(Page page, Actor actor, @PathVariable UUID id, HttpServletResponse response) {
        return act(page, actor, id, new IncidentCommand.WithdrawOffer(IncidentDoor.by(actor)),
                "incidents.said.withdrawn", response);
    }

    @PostMapping("/incidents/{id}/stand-down")
    ModelAndView standDown(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String why,
            HttpServletResponse response) {
        return act(page, actor, id, new IncidentCommand.StandDown(IncidentDoor.by(actor), IncidentDoor.cut(why, 600)),
                "incidents.said.standDown", response);
    }

    @PostMapping("/incidents/{id}/resumption")
    ModelAndView resume(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String why,
            HttpServletResponse response) {
        return act(page, actor, id, new IncidentCommand.Resume(IncidentDoor.by(actor), IncidentDoor.cut(why, 600)),
                "incidents.said.resumed", response);
    }

    @PostMapping("/incidents/{id}/closing")
    ModelAndView close(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String why,
            HttpServletResponse response) {
        return act(page, actor, id,
                new IncidentCommand.Close(IncidentDoor.by(actor), IncidentDoor.cut(why, 600), false, 0),
                "incidents.said.closed", response);
    }

    @PostMapping("/incidents/{id}/reopening")
    ModelAndView reopen(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String why,
            HttpServletResponse response) {
        return act(page, actor, id, new IncidentCommand.Reopen(IncidentDoor.by(actor), IncidentDoor.cut(why, 600)),
                "incidents.said.reopened", response);
    }

    private ModelAndView act(Page page, Actor actor, UUID id, IncidentCommand command, String said,
            HttpServletResponse response) {
        return door.act(page, actor, id, response, said, () -> commands.handle(id, command));
    }
}
