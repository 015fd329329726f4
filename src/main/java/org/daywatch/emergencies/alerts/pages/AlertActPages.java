package org.daywatch.emergencies.alerts.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.daywatch.emergencies.AlertEnding;
import org.daywatch.emergencies.EmergencyRefusal;
import org.daywatch.emergencies.alerts.pages.PeopleUnaccounted.Unaccounted;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.StudentsWaiting;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.alerts.AlertCommand.By;
import org.daywatch.emergencies.alerts.AlertCommand;
import org.daywatch.emergencies.alerts.AlertCommands;
import org.daywatch.emergencies.alerts.AlertPlaces;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.emergencies.alerts.duress.DuressWords;
import org.daywatch.platform.criminalhistory.AsWritten;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Decision;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What those who lead do about an alert, and how two people end it. */
@Controller
@Needs(Permission.ALERT_LEAD)
@AsWritten(why = "what is said to everybody while an alert stands waits for nothing")
class AlertActPages {

    private final AlertStore alerts;
    private final AlertCommands commands;
    private final AlertPlaces places;
    private final DuressWords words;
    private final StudentsWaiting students;
    private final PeopleUnaccounted people;
    private final AlertPages pages;

    AlertActPages(AlertStore alerts, AlertCommands commands, AlertPlaces places, DuressWords words,
            StudentsWaiting students, PeopleUnaccounted people, AlertPages pages) {
        this.people = people;
        this.alerts = alerts;
        this.commands = commands;
        this.places = places;
        this.words = words;
        this.students = students;
        this.pages = pages;
    }

    /** Anyone who is forced writes the other word here too, and nothing on their screen differs. */
    @PostMapping("/alerts/{id}/change")
    ModelAndView change(Page page, Actor actor, @PathVariable UUID id, @RequestParam ProtocolAction action,
            @RequestParam(defaultValue = "") String detail,
            @RequestParam(defaultValue = "") String why, @RequestParam(defaultValue = "") String word,
            HttpServletResponse response) {
        var change = new AlertCommand.Change(by(actor), action, action == ProtocolAction.SHELTER ? detail : "", why);
        return act(page, actor, id, change, forced(actor, id, word), AlertActPages::changed, response, "change",
                Map.of("action", action.name(), "detail", detail, "why", why));
    }

    /** The second of two who take a school out of a lockdown; they need not lead. */
    @Needs(Permission.ALERT_PRESS)
    @PostMapping("/alerts/{id}/second-word")
    ModelAndView agree(Page page, Actor actor, @PathVariable UUID id, @RequestParam ProtocolAction action,
            @RequestParam(defaultValue = "") String detail,
            @RequestParam(defaultValue = "") String word, HttpServletResponse response) {
        return act(page, id, new AlertCommand.Agree(by(actor), action, detail), forced(actor, id, word),
                AlertActPages::changed, response);
    }

    @PostMapping("/alerts/{id}/rooms/{room}/release")
    ModelAndView release(Page page, Actor actor, @PathVariable UUID id, @PathVariable UUID room,
            @RequestParam(defaultValue = "") String word, @RequestParam(defaultValue = "false") boolean onPlan,
            HttpServletResponse response) {
        var release = new AlertCommand.ReleaseRoom(by(actor), room, places.toRelease(mine(actor, id).schoolId()));
        var done = act(page, id, release, forced(actor, id, word), seen -> "alerts.said.released", response);
        return onPlan ? new ModelAndView("redirect:/alerts/" + id + "/floor-plan") : done;
    }

    @PostMapping("/alerts/{id}/out")
    ModelAndView out(Page page, Actor actor, @PathVariable UUID id, HttpServletResponse response) {
        return act(page, id, new AlertCommand.SayOut(by(actor)), forced(actor, id, ""), seen -> "alerts.said.out",
                response);
    }

    @PostMapping("/alerts/{id}/reunification")
    ModelAndView reunite(Page page, Actor actor, @PathVariable UUID id, HttpServletResponse response) {
        return act(page, id, new AlertCommand.BeginReunification(by(actor)), forced(actor, id, ""),
                seen -> "alerts.said.reunification", response);
    }

    /** The second person need not lead. */
    @Needs(Permission.ALERT_PRESS)
    @PostMapping("/alerts/{id}/over")
    ModelAndView over(Page page, Actor actor, @PathVariable UUID id, @RequestParam AlertEnding how,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String word, @RequestParam(defaultValue = "false") boolean sure,
            HttpServletResponse response) {
        int waiting = students.waiting(id);
        var real = mine(actor, id);
        var missing = sure || !real.endsByTwo() ? Unaccounted.NOBODY : people.unaccounted(id);
        var say = new AlertCommand.SayOver(by(actor), how, places.toRelease(real.schoolId()),
                said(page, why, waiting), waiting).asked(missing.all());
        return switch (commands.act(id, say, forced(actor, id, word))) {
            case Decision.Accepted<Alert>(var seen, _) -> {
                Flashes.say(response, "success",
                        page.t(seen.state().over() ? "alerts.said.over" : "alerts.said.first"));
                yield new ModelAndView("redirect:/alerts/" + id);
            }
            case Decision.Rejected<Alert>(var code, _) when code == EmergencyRefusal.ALERT_PEOPLE_UNACCOUNTED ->
                endAnyway(page, actor, real, how, why, missing);
            case Decision.Rejected<Alert>(var code, var details) -> Act.refused(page, "over", Map.of("why", why),
                    new Refused(code, details), again -> pages.one(again, actor, id));
        };
    }

    /** Lists them and asks. What was typed comes back; the code word does not. */
    private ModelAndView endAnyway(Page page, Actor actor, Alert alert, AlertEnding how, String why,
            Unaccounted missing) {
        var view = new ModelAndView("emergencies/alerts/pages/end-anyway",
                Map.of("page", page.titled("alerts.unaccounted.title"), "alert", alert.seenBy(actor.person()), "school",
                        places.get(actor, alert.schoolId()).name(), "how", how, "why", why, "people", missing));
        view.setStatus(HttpStatus.CONFLICT);
        return view;
    }

    /** Whoever ends an alert while students wait says so, and everybody reads how many they were. */
    private static String said(Page page, String why, int waiting) {
        return waiting == 0 || why.isBlank() ? why : page.t("alerts.over.waiting.said", waiting) + " " + why.strip();
    }

    private static String changed(Alert seen) {
        return seen.state().word() == null ? "alerts.said.changed" : "alerts.said.first";
    }

    private boolean forced(Actor actor, UUID id, String word) {
        return words.isForced(mine(actor, id).schoolId(), word);
    }

    /** @param said of the alert as they see it then */
    private ModelAndView act(Page page, UUID id, AlertCommand.Act act, boolean forced, Function<Alert, String> said,
            HttpServletResponse response) {
        switch (commands.act(id, act, forced)) {
            case Decision.Accepted<Alert>(var seen, _) -> Flashes.say(response, "success", page.t(said.apply(seen)));
            case Decision.Rejected<Alert>(var code, var details) ->
                Flashes.say(response, "error", page.sentence(new Refused(code, details)));
        }
        return new ModelAndView("redirect:/alerts/" + id);
    }

    /**
     * @param typed comes back with its form where it was refused; the word for being forced does not, whatever it was
     */
    private ModelAndView act(Page page, Actor actor, UUID id, AlertCommand.Act act, boolean forced,
            Function<Alert, String> said, HttpServletResponse response, String form,
            Map<String, String> typed) {
        return switch (commands.act(id, act, forced)) {
            case Decision.Accepted<Alert>(var seen, _) -> {
                Flashes.say(response, "success", page.t(said.apply(seen)));
                yield new ModelAndView("redirect:/alerts/" + id);
            }
            case Decision.Rejected<Alert>(var code, var details) ->
                Act.refused(page, form, typed, new Refused(code, details), again -> pages.one(again, actor, id));
        };
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
