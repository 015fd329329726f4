package org.daywatch.platform.exports;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How many files somebody took today; asking for more, and allowing it to somebody else. */
@Controller
@Needs(Permission.OWN_ACCOUNT)
class MoreExportsPages {

    private static final String HERE = "/exports";

    private final Exports exports;
    private final ExportStore store;
    private final HomeTime home;

    MoreExportsPages(Exports exports, ExportStore store, HomeTime home) {
        this.exports = exports;
        this.store = store;
        this.home = home;
    }

    @GetMapping(HERE)
    ModelAndView show(Page page, Actor actor) {
        boolean allows = actor.may(Permission.USERS_EDIT);
        var asked = store.list(home.today()).stream().filter(ask -> allows || ask.person().equals(actor.person()))
                .toList();
        return new ModelAndView("platform/exports/exports", Map.of("page", page.titled("exports.title"), "today",
                exports.today(actor.person()), "asked", asked, "allows", allows, "reader", actor.person(), "zone",
                home.zone()));
    }

    @PostMapping(HERE)
    ModelAndView ask(Page page, Actor actor, HttpServletResponse response,
            @RequestParam(defaultValue = "") String reason) {
        return Act.typed(page, "more", Map.of("reason", reason), again -> show(again, actor), () -> {
            int others = exports.ask(actor, reason);
            Flashes.say(response, others > 0 ? "success" : "warning", page.t("exports.said.asked", others));
            return new ModelAndView("redirect:" + HERE);
        });
    }

    @Needs(value = Permission.USERS_EDIT, stepUp = true)
    @PostMapping("/exports/{id}/permission")
    ModelAndView allow(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id) {
        return Act.on(page, response, HERE, "exports.said.allowed", () -> exports.allow(actor, id));
    }
}
