package org.daywatch.staffing.requests;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.function.Predicate;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Stale;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.staffing.requests.DetailRequest.State;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * What is done with a request: sent, accepted, declined, withdrawn. Pressed twice, each is done once and says so twice.
 */
@Controller
class RequestActPages {

    private static final int LONGEST_REASON = 1000;

    private final RequestStore store;
    private final RequestCommands requests;

    RequestActPages(RequestStore store, RequestCommands requests) {
        this.store = store;
        this.requests = requests;
    }

    @Needs(Permission.REQUESTS_MAKE)
    @PostMapping("/requests/{id}/submission")
    ModelAndView submit(@PathVariable UUID id, Page page, Actor actor, HttpServletResponse response) {
        mine(id, actor);
        return act(id, page, response, "requests.said.sent", () -> requests.submit(id),
                s -> s instanceof State.Submitted);
    }

    /**
     * @param version of the request as the reader saw it: they accept what they have read, not what it became meanwhile
     */
    @Needs(Permission.REQUESTS_DECIDE)
    @PostMapping("/requests/{id}/acceptance")
    ModelAndView accept(@PathVariable UUID id, @RequestParam UUID department,
            @RequestParam(defaultValue = "-1") int version, Page page, HttpServletResponse response) {
        return act(id, page, response, "requests.said.accepted", () -> {
            if (version < 0) requests.accept(id, department);
            else requests.accept(id, version, department);
        }, s -> s instanceof State.Accepted(var to) && to.equals(department));
    }

    @Needs(Permission.REQUESTS_DECIDE)
    @PostMapping("/requests/{id}/refusal")
    ModelAndView decline(@PathVariable UUID id, @RequestParam String reason, Page page, HttpServletResponse response) {
        return act(id, page, response, "requests.said.declined", () -> requests.decline(id, brief(reason)),
                s -> s instanceof State.Declined);
    }

    @Needs(Permission.REQUESTS_MAKE)
    @PostMapping("/requests/{id}/withdrawal")
    ModelAndView withdraw(@PathVariable UUID id, @RequestParam String reason, Page page, Actor actor,
            HttpServletResponse response) {
        mine(id, actor);
        return act(id, page, response, "requests.said.withdrawn", () -> requests.withdraw(id, brief(reason)),
                s -> s instanceof State.Withdrawn);
    }

    private ModelAndView act(UUID id, Page page, HttpServletResponse response, String said, Runnable act,
            Predicate<State> done) {
        try {
            return Act.on(page, response, "/requests/" + id, said, () -> {
                if (!done.test(store.get(id).state())) act.run();
            });
        } catch (Stale stale) {
            Flashes.say(response, "error", page.t("requests.changed.meanwhile"));
            return new ModelAndView("redirect:/requests/" + id);
        }
    }

    private static String brief(String reason) {
        if (reason.length() > LONGEST_REASON)
            throw new InvalidInput("reason", reason.substring(0, 40) + "…", "requests.reason.long");
        return reason;
    }

    private void mine(UUID id, Actor actor) {
        var school = store.get(id).content().schoolId();
        if (actor.school() != null && !actor.school().equals(school)) throw new NotFound("detail request " + id);
    }
}
