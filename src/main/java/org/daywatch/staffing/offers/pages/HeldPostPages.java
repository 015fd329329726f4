package org.daywatch.staffing.offers.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.staffing.offers.Acceptances;
import org.daywatch.staffing.offers.HeldPosts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An officer answers what is kept for them: one no, or yes to all they were shown. */
@Controller
@Needs(Permission.OFFERS_TAKE)
class HeldPostPages {

    private static final int MOST = 100;

    private final HeldPosts held;
    private final Acceptances acceptances;

    HeldPostPages(HeldPosts held, Acceptances acceptances) {
        this.held = held;
        this.acceptances = acceptances;
    }

    /**
     * Each is an act of its own: one that a rule now forbids keeps no other from them. @param post those they were
     * shown
     */
    @PostMapping("/offers/kept/acceptance")
    ModelAndView acceptAll(Actor actor, Page page, HttpServletResponse response, @RequestParam List<UUID> post) {
        int yours = 0;
        var refused = new LinkedHashSet<String>();
        for (var one : post.stream().distinct().limit(MOST).toList()) {
            try {
                acceptances.accept(actor.person(), one);
                yours++;
            } catch (Refused no) {
                refused.add(page.sentence(no));
            }
        }
        Flashes.say(response, refused.isEmpty() ? "success" : "warning",
                refused.isEmpty()
                        ? page.t("offers.said.kept", yours)
                        : page.t("offers.said.kept.partly", yours, String.join(" ", refused)));
        return new ModelAndView("redirect:" + (refused.isEmpty() ? "/my-shifts" : "/offers"));
    }

    @PostMapping("/offers/kept/{post}/refusal")
    ModelAndView decline(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID post) {
        held.decline(actor.person(), post);
        Flashes.say(response, "success", page.t("offers.said.declined"));
        return new ModelAndView("redirect:/offers");
    }
}
