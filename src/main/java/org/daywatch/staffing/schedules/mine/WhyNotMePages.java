package org.daywatch.staffing.schedules.mine;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.staffing.officers.OfficerAccounts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Why not me? asked by an officer about one post. */
@Controller
@Needs(Permission.OFFERS_TAKE)
class WhyNotMePages {

    private final WhyNotMe why;
    private final OfficerAccounts officers;

    WhyNotMePages(WhyNotMe why, OfficerAccounts officers) {
        this.why = why;
        this.officers = officers;
    }

    @GetMapping("/why-not-me")
    ModelAndView list(Actor actor, Page page) {
        var officer = officers.ofPerson(actor.person());
        return new ModelAndView("staffing/schedules/mine/gone",
                Map.of("page", page.titled("rosters.mine.title"), "list", why.list(officer)));
    }

    @GetMapping("/why-not-me/{post}")
    ModelAndView answer(Actor actor, Page page, @PathVariable UUID post) {
        var answer = why.answer(officers.ofPerson(actor.person()), post);
        return new ModelAndView("staffing/schedules/mine/why-not-me",
                new HashMap<>(Map.of("page", page.titled("rosters.mine.title"), "answer", answer)));
    }
}
