package org.daywatch.emergencies.alerts.screen;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.daywatch.emergencies.alerts.AlertPlaces;
import org.daywatch.emergencies.alerts.languages.SchoolLanguages;
import org.daywatch.emergencies.alerts.languages.SchoolLanguages.Spoken;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.AnyMember;
import org.daywatch.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What each action asks of people, on cards to print and hang beside the door. */
@Controller
@AnyMember
class CardPages {

    private static final int MOST_SCHOOLS = 60;

    private final AlertPlaces places;
    private final SchoolLanguages languages;

    CardPages(AlertPlaces places, SchoolLanguages languages) {
        this.places = places;
        this.languages = languages;
    }

    /** With the other languages of the reader's schools: on a door everybody reads their own. */
    @GetMapping("/alerts/cards")
    ModelAndView cards(Page page, Actor actor) {
        var tongues = new LinkedHashMap<String, Spoken>();
        places.of(actor).stream().limit(MOST_SCHOOLS).flatMap(school -> languages.of(school).stream())
                .filter(one -> !one.tag().equals(page.lang())).forEach(one -> tongues.putIfAbsent(one.id(), one));
        return new ModelAndView("emergencies/alerts/screen/cards",
                Map.of("page", page.titled("alerts.cards"), "tongues", List.copyOf(tongues.values())));
    }
}
