package org.daywatch.emergencies.helpcalls;

import java.util.Map;
import java.util.UUID;
import org.daywatch.emergencies.dispatch.Dispatch;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The caller's live screen. */
@Controller
class HelpCallPages {

    private final HelpCalls calls;
    private final Dispatch dispatch;

    HelpCallPages(HelpCalls calls, Dispatch dispatch) {
        this.calls = calls;
        this.dispatch = dispatch;
    }

    /** Stands above the buttons of the press page, and is fetched anew whenever something becomes of it. */
    @Needs(Permission.ALERT_PRESS)
    @GetMapping("/alert/calls")
    ModelAndView mine(Page page, Actor actor) {
        var own = calls.by(actor.person());
        return new ModelAndView("emergencies/helpcalls/calls", Map.of("page", page, "calls", own, "told",
                dispatch.line(page, own.stream().filter(call -> !call.alert().state().over())
                        .map(call -> call.alert().id()).toList())));
    }

    /** Who called alone takes it back, or says that help is no longer needed. */
    @Needs(Permission.ALERT_PRESS)
    @GetMapping("/alert/calls/{id}/cancellation")
    ModelAndView cancellation(Page page, Actor actor, @PathVariable UUID id) {
        var call = calls.by(actor.person()).stream().filter(one -> one.alert().id().equals(id))
                .filter(one -> one.onlyBy(actor.person()) && !one.alert().state().over()).findFirst()
                .orElseThrow(() -> new NotFound("call for help " + id));
        return new ModelAndView("emergencies/helpcalls/cancellation",
                Map.of("page", page.titled("helpcall.cancel"), "call", call));
    }
}
