package org.daywatch.staffing.offers;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.Page;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Offers: what an officer may take, and what not and why. */
@Controller
@Needs(Permission.OFFERS_TAKE)
class OfferPages {

    private final OfferQueries offers;
    private final OfficerFiles officers;
    private final Acceptances acceptances;

    OfferPages(OfferQueries offers, OfficerFiles officers, Acceptances acceptances) {
        this.offers = offers;
        this.officers = officers;
        this.acceptances = acceptances;
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        NavEntry offersEntry() {
            return NavEntry.of(20, "offers.nav", "/offers", "event", Permission.OFFERS_TAKE);
        }
    }

    @GetMapping("/offers")
    ModelAndView list(Actor actor, Page page) {
        return new ModelAndView("staffing/offers/offers", Map.of("page", page.titled("offers.title"), "offers", offers.list(officers.ofPerson(actor.person()))));
    }

    @GetMapping("/offers/{post}")
    ModelAndView offer(@PathVariable UUID post, Actor actor, Page page) {
        return new ModelAndView("staffing/offers/offer", Map.of("page", page.titled("offers.one"), "offer", offers.get(officers.ofPerson(actor.person()), post)));
    }

    /** The officer's own act. */
    @PostMapping("/offers/{post}/acceptance")
    ModelAndView accept(@PathVariable UUID post, Actor actor, Page page, HttpServletResponse response) {
        try {
            var shift = acceptances.accept(actor, post);
            Flashes.say(response, "success", page.t("offers.said.yours"));
            return new ModelAndView("redirect:/shifts/" + shift);
        } catch (Refused refused) {
            var view = new ModelAndView("staffing/offers/offers", Map.of("page", page.titled("offers.title").says("error", page.sentence(refused)),
                    "offers", offers.list(officers.ofPerson(actor.person()))));
            view.setStatus(HttpStatus.CONFLICT);
            return view;
        }
    }
}
