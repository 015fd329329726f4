package org.daywatch.emergencies.alerts.screen;

import java.util.Map;
import org.daywatch.platform.identity.AnyMember;
import org.daywatch.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What each action asks of people, on cards to print and hang beside the door. */
@Controller
@AnyMember
class CardPages {

    @GetMapping("/alerts/cards")
    ModelAndView cards(Page page) {
        return new ModelAndView("emergencies/alerts/screen/cards", Map.of("page", page.titled("alerts.cards")));
    }
}
