package org.daywatch.staffing.shifts.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.staffing.calloffs.CallOffs;
import org.daywatch.staffing.duty.Duties;
import org.daywatch.staffing.shifts.Shift.State;
import org.daywatch.staffing.shifts.ShiftCommand;
import org.daywatch.staffing.shifts.ShiftQueries.Card;
import org.daywatch.staffing.shifts.ShiftQueries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One shift, for everybody who may see it. */
@Controller
class ShiftPages {

    private final ShiftQueries shifts;
    private final Duties duties;
    private final CallOffs callOffs;
    private final Clock clock;

    ShiftPages(ShiftQueries shifts, Duties duties, CallOffs callOffs, Clock clock) {
        this.callOffs = callOffs;
        this.shifts = shifts;
        this.duties = duties;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        NavEntry myShifts() {
            return NavEntry.of(NavPart.COVERAGE, 40, "shifts.nav.mine", "/my-shifts", "history",
                    Permission.SHIFTS_WORK);
        }
    }

    @Needs({Permission.SHIFTS_WORK, Permission.SHIFTS_READ})
    @GetMapping("/shifts/{id}")
    ModelAndView shift(@PathVariable UUID id, Actor actor, Page page) {
        return view(page, actor, id);
    }

    @Needs(Permission.SHIFTS_WORK)
    @PostMapping("/shifts/{id}/return")
    ModelAndView giveBack(@PathVariable UUID id, Actor actor, Page page, HttpServletResponse response,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean sick) {
        return Act.told(page, Map.of("reason", reason), again -> view(again, actor, id), () -> {
            callOffs.giveBack(actor, id, reason, sick);
            Flashes.say(response, "success", page.t("shifts.said.given.back"));
            return new ModelAndView("redirect:/shifts/" + id);
        });
    }

    /** Fit again, or free after all: they may be asked again. */
    @Needs({Permission.SHIFTS_WORK, Permission.SHIFTS_DESK})
    @PostMapping("/shifts/{id}/call-off/end")
    ModelAndView fitAgain(@PathVariable UUID id, Actor actor, Page page, HttpServletResponse response) {
        visible(actor, id);
        callOffs.withdraw(id);
        Flashes.say(response, "success", page.t("shifts.said.fit"));
        return new ModelAndView("redirect:/shifts/" + id);
    }

    @Needs(Permission.SHIFTS_WORK)
    @PostMapping("/shifts/{id}/confirmation")
    ModelAndView confirm(@PathVariable UUID id, Actor actor, Page page, HttpServletResponse response) {
        return Act.told(page, Map.of(), again -> view(again, actor, id), () -> {
            duties.command(actor, id, new ShiftCommand.ConfirmAcceptance());
            Flashes.say(response, "success", page.t("duty.said.confirmed"));
            return new ModelAndView("redirect:/my-day");
        });
    }

    private ModelAndView view(Page page, Actor actor, UUID id) {
        var card = visible(actor, id);
        var view = view(actor, card);
        var model = new java.util.HashMap<String, Object>(Map.of("page",
                page.titled("shifts.one", card.school(), card.day(page.lang())), "view", view, "now", clock.instant()));
        if (view.canLetGo()) model.put("callOff", callOffs.of(card.shift()));
        callOffs.standing(id).filter(c -> view.own() || view.desk()).ifPresent(c -> model.put("calledOff", c));
        return new ModelAndView("staffing/shifts/pages/shift", model);
    }

    private Card visible(Actor actor, UUID id) {
        return shifts.find(id).filter(c -> actor.role() != Role.OFFICER || c.shift().personId().equals(actor.person()))
                .filter(c -> actor.school() == null || actor.school().equals(c.shift().schoolId()))
                .orElseThrow(() -> new NotFound("shift " + id));
    }

    private ShiftView view(Actor actor, Card card) {
        var shift = card.shift();
        boolean own = actor.role() == Role.OFFICER;
        boolean begun = !clock.instant().isBefore(shift.window().start());
        boolean over = !clock.instant().isBefore(shift.window().end());
        boolean scheduled = shift.state() instanceof State.Scheduled;
        return new ShiftView(card, own, own && scheduled && !over, actor.may(Permission.SHIFTS_DESK),
                actor.may(Permission.SCHOOL_DESK),
                begun, over, shifts.absences(shift.id()), shifts.capacities(shift.id()));
    }
}
