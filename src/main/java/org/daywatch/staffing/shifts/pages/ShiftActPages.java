package org.daywatch.staffing.shifts.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.time.Window;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.staffing.calloffs.CallOffs;
import org.daywatch.staffing.shifts.PunctualityRules;
import org.daywatch.staffing.shifts.ShiftCommand;
import org.daywatch.staffing.shifts.ShiftCommands;
import org.daywatch.staffing.shifts.ShiftQueries.Card;
import org.daywatch.staffing.shifts.ShiftQueries;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * What a coordinator does to a shift, each act with its reason and each to be taken back; and the desk's word that the
 * officer is there.
 */
@Controller
class ShiftActPages {

    private final ShiftQueries shifts;
    private final ShiftCommands commands;
    private final PunctualityRules rules;
    private final CallOffs callOffs;

    ShiftActPages(ShiftQueries shifts, ShiftCommands commands, PunctualityRules rules, CallOffs callOffs) {
        this.callOffs = callOffs;
        this.shifts = shifts;
        this.commands = commands;
        this.rules = rules;
    }

    @Needs({Permission.SCHOOL_DESK, Permission.SHIFTS_DESK})
    @PostMapping("/shifts/{id}/presence")
    ModelAndView presence(@PathVariable UUID id, Actor actor, Page page, HttpServletResponse response,
            @RequestParam(defaultValue = "") String back) {
        var card = visible(actor, id);
        act(page, response, card, new ShiftCommand.ConfirmPresence(), "shifts.said.presence");
        return new ModelAndView("redirect:" + (back.matches("/[a-z][a-z/-]*")
                ? back
                : actor.may(Permission.SCHOOL_TODAY) ? "/school" : "/shifts/" + id));
    }

    @Needs(Permission.SHIFTS_DESK)
    @PostMapping("/shifts/{id}/cancellation")
    ModelAndView cancel(@PathVariable UUID id, Actor actor, Page page, HttpServletResponse response,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String called) {
        var card = visible(actor, id);
        if (called.isEmpty())
            return act(page, response, card, new ShiftCommand.Cancel(reason), "shifts.said.cancelled");
        return act(page, response, card, () -> callOffs.recorded(id, reason, called.equals("sick")),
                "shifts.said.cancelled");
    }

    @Needs(Permission.SHIFTS_DESK)
    @PostMapping("/shifts/{id}/no-show")
    ModelAndView missed(@PathVariable UUID id, Actor actor, Page page, HttpServletResponse response) {
        var card = visible(actor, id);
        return act(page, response, card,
                new ShiftCommand.MarkNoShow(rules.of(card.shift().schoolId(), card.shift().window().start())),
                "shifts.said.missed");
    }

    @Needs(Permission.SHIFTS_DESK)
    @PostMapping("/shifts/{id}/reinstatement")
    ModelAndView reinstate(@PathVariable UUID id, Actor actor, Page page, HttpServletResponse response,
            @RequestParam(defaultValue = "") String reason) {
        return act(page, response, visible(actor, id), new ShiftCommand.Reinstate(reason), "shifts.said.reinstated");
    }

    @Needs(Permission.SHIFTS_DESK)
    @PostMapping("/shifts/{id}/check-in/reversal")
    ModelAndView reverseCheckIn(@PathVariable UUID id, Actor actor, Page page, HttpServletResponse response,
            @RequestParam(defaultValue = "") String reason) {
        return act(page, response, visible(actor, id), new ShiftCommand.ReverseCheckIn(reason, false),
                "duty.said.undone");
    }

    @Needs(Permission.SHIFTS_DESK)
    @PostMapping("/shifts/{id}/check-out/reversal")
    ModelAndView reverseCheckOut(@PathVariable UUID id, Actor actor, Page page, HttpServletResponse response,
            @RequestParam(defaultValue = "") String reason) {
        return act(page, response, visible(actor, id), new ShiftCommand.ReverseCheckOut(reason, false),
                "duty.said.undone");
    }

    /** Times as the school's clock shows them. */
    @Needs(Permission.SHIFTS_DESK)
    @PostMapping("/shifts/{id}/correction")
    ModelAndView correct(@PathVariable UUID id, Actor actor, Page page, HttpServletResponse response,
            @RequestParam Map<String, String> input) {
        var card = visible(actor, id);
        return Act.on(page, response, "/shifts/" + id, () -> {
            var from = moment(card, "from", input.getOrDefault("from", ""));
            var to = moment(card, "to", input.getOrDefault("to", ""));
            var worked = Window.between(from, to)
                    .orElseThrow(
                            () -> new InvalidInput("to", input.getOrDefault("to", ""), page.t("shifts.correct.order")));
            return act(page, response, card,
                    new ShiftCommand.RecordWorked(worked, input.getOrDefault("note", ""),
                            input.getOrDefault("reason", "")),
                    "shifts.said.corrected");
        });
    }

    private ModelAndView act(Page page, HttpServletResponse response, Card card, ShiftCommand command, String said) {
        return act(page, response, card, () -> commands.handle(card.shift().id(), command), said);
    }

    private static ModelAndView act(Page page, HttpServletResponse response, Card card, Runnable work, String said) {
        return Act.on(page, response, "/shifts/" + card.shift().id(), said, work);
    }

    private static java.time.Instant moment(Card card, String field, String typed) {
        try {
            return LocalDateTime.parse(typed).atZone(card.zone()).toInstant();
        } catch (DateTimeParseException e) {
            throw new InvalidInput(field, typed, "shifts.wrong.moment");
        }
    }

    /** A principal acts for their own school only. */
    private Card visible(Actor actor, UUID id) {
        return shifts.find(id).filter(c -> actor.school() == null || actor.school().equals(c.shift().schoolId()))
                .orElseThrow(() -> new NotFound("shift " + id));
    }
}
