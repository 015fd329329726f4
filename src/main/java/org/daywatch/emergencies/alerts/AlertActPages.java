package org.daywatch.emergencies.alerts;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.daywatch.emergencies.AlertEnding;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.PupilsWaiting;
import org.daywatch.emergencies.alerts.AlertCommand.By;
import org.daywatch.emergencies.alerts.duress.DuressWords;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Decision;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What those who lead do about an alert, and how two people end it. */
@Controller
@Needs(Permission.ALERT_LEAD)
class AlertActPages {

    private final AlertStore alerts;
    private final AlertCommands commands;
    private final AlertPlaces places;
    private final DuressWords words;
    private final PupilsWaiting pupils;

    AlertActPages(AlertStore alerts, AlertCommands commands, AlertPlaces places, DuressWords words, PupilsWaiting pupils) {
        this.alerts = alerts;
        this.commands = commands;
        this.places = places;
        this.words = words;
        this.pupils = pupils;
    }

    @PostMapping("/alerts/{id}/change")
    ModelAndView change(Page page, Actor actor, @PathVariable UUID id, @RequestParam ProtocolAction action, @RequestParam(defaultValue = "") String detail,
            @RequestParam(defaultValue = "") String why, HttpServletResponse response) {
        return act(page, actor, id, new AlertCommand.Change(by(actor), action, action == ProtocolAction.SHELTER ? detail : "", why), "alerts.said.changed", response);
    }

    @PostMapping("/alerts/{id}/rooms/{room}/release")
    ModelAndView release(Page page, Actor actor, @PathVariable UUID id, @PathVariable UUID room, HttpServletResponse response) {
        return act(page, actor, id, new AlertCommand.ReleaseRoom(by(actor), room, places.toRelease(mine(actor, id).schoolId())), "alerts.said.released", response);
    }

    @PostMapping("/alerts/{id}/out")
    ModelAndView out(Page page, Actor actor, @PathVariable UUID id, HttpServletResponse response) {
        return act(page, actor, id, new AlertCommand.SayOut(by(actor)), "alerts.said.out", response);
    }

    @PostMapping("/alerts/{id}/reunification")
    ModelAndView reunite(Page page, Actor actor, @PathVariable UUID id, HttpServletResponse response) {
        return act(page, actor, id, new AlertCommand.BeginReunification(by(actor)), "alerts.said.reunification", response);
    }

    /** The second person need not lead; whoever is forced writes the other word, and nothing on his screen differs. */
    @Needs(Permission.ALERT_PRESS)
    @PostMapping("/alerts/{id}/over")
    ModelAndView over(Page page, Actor actor, @PathVariable UUID id, @RequestParam AlertEnding how, @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String word, HttpServletResponse response) {
        var alert = mine(actor, id);
        int waiting = pupils.waiting(id);
        var say = new AlertCommand.SayOver(by(actor), how, places.toRelease(alert.schoolId()), said(page, why, waiting), words.isForced(alert.schoolId(), word), waiting);
        switch (commands.sayOver(id, say)) {
            case Decision.Accepted<Alert>(var seen, _) -> Flashes.say(response, "success", page.t(seen.state().over() ? "alerts.said.over" : "alerts.said.first"));
            case Decision.Rejected<Alert>(var code, var details) -> Flashes.say(response, "error", page.sentence(new Refused(code, details)));
        }
        return new ModelAndView("redirect:/alerts/" + id);
    }

    /** Whoever ends an alert while pupils wait says so, and everybody reads how many they were. */
    private static String said(Page page, String why, int waiting) {
        return waiting == 0 || why.isBlank() ? why : page.t("alerts.over.waiting.said", waiting) + " " + why.strip();
    }

    private ModelAndView act(Page page, Actor actor, UUID id, AlertCommand command, String said, HttpServletResponse response) {
        mine(actor, id);
        try {
            commands.handle(id, command, actor.person());
            Flashes.say(response, "success", page.t(said));
        } catch (Refused refused) {
            Flashes.say(response, "error", page.sentence(refused));
        }
        return new ModelAndView("redirect:/alerts/" + id);
    }

    private Alert mine(Actor actor, UUID id) {
        var alert = alerts.find(id).orElseThrow(() -> new NotFound("alert " + id));
        places.get(actor, alert.schoolId());
        return alert;
    }

    private static By by(Actor actor) {
        return new By(actor.person(), actor.name(), actor.may(Permission.ALERT_LEAD));
    }
}
