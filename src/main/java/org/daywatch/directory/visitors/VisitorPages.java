package org.daywatch.directory.visitors;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.rosters.AtSchool;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The front desk: who is in the school, signing in and out, the badge, the list to print, and a page a visitor fills in
 * themselves.
 */
@Controller
@Needs({Permission.SCHOOL_DESK, Permission.REUNIFY})
class VisitorPages {

    private final Visitors visitors;
    private final VisitorStore storedVisitors;
    private final AtSchool atSchool;
    private final Clock clock;

    VisitorPages(Visitors visitors, VisitorStore storedVisitors, AtSchool atSchool, Clock clock) {
        this.visitors = visitors;
        this.storedVisitors = storedVisitors;
        this.atSchool = atSchool;
        this.clock = clock;
    }

    @Bean
    static NavEntry visitorsNav() {
        return NavEntry.of(NavPart.SAFETY, 77, "visitors.nav", "/visitors", "badge", Permission.SCHOOL_DESK,
                Permission.REUNIFY);
    }

    @GetMapping("/visitors")
    ModelAndView today(Actor actor, Page page, @RequestParam(defaultValue = "") String school) {
        return today(actor, page, atSchool.of(actor, school));
    }

    private ModelAndView today(Actor actor, Page page, Campus school) {
        var day = LocalDate.ofInstant(clock.instant(), school.zone());
        return new ModelAndView("directory/visitors/visitors",
                Map.of("page", page.titled("visitors.title", school.name()), "school", school, "schools",
                        atSchool.all(actor),
                        "visitors", storedVisitors.ofDay(school.id(), day), "day", day));
    }

    @PostMapping("/schools/{school}/visitors")
    ModelAndView signIn(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID school,
            @RequestParam Map<String, String> typed) {
        var campus = atSchool.of(actor, school);
        boolean atDesk = typed.containsKey("desk");
        return Act.form(page, typed, again -> atDesk ? desk(again, campus) : today(actor, again, campus), () -> {
            var visitor = visitors.signIn(actor, campus,
                    new Visitor.Entry(typed.getOrDefault("name", ""), typed.getOrDefault("organization", ""),
                            typed.getOrDefault("visits", ""), typed.getOrDefault("purpose", ""),
                            typed.containsKey("idSeen"), typed.containsKey("inspects")));
            Flashes.say(response, "success",
                    page.t(atDesk ? "visitors.said.desk" : "visitors.said.in", visitor.badge()));
            return new ModelAndView("redirect:" + (atDesk
                    ? "/schools/" + school + "/desk"
                    : "/schools/" + school + "/visitors/" + visitor.id() + "/badge"));
        });
    }

    @PostMapping("/schools/{school}/visitors/{id}/departure")
    String signOut(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID school,
            @PathVariable UUID id) {
        visitors.signOut(atSchool.of(actor, school), id);
        Flashes.say(response, "success", page.t("visitors.said.out"));
        return "redirect:/visitors?school=" + school;
    }

    @GetMapping("/schools/{school}/visitors/{id}/badge")
    ModelAndView badge(Actor actor, Page page, @PathVariable UUID school, @PathVariable UUID id) {
        var campus = atSchool.of(actor, school);
        var visitor = storedVisitors.get(campus.id(), id);
        return new ModelAndView("directory/visitors/badge", Map.of("page",
                page.titled("visitors.badge.title", visitor.badge()), "school", campus, "visitor", visitor));
    }

    /** On the phone or tablet that stands on the desk: names nobody who is in the school. */
    @GetMapping("/schools/{school}/desk")
    ModelAndView desk(Actor actor, Page page, @PathVariable UUID school) {
        return desk(page, atSchool.of(actor, school));
    }

    private ModelAndView desk(Page page, Campus school) {
        return new ModelAndView("directory/visitors/desk",
                Map.of("page", page.titled("visitors.desk.title", school.name()), "school", school));
    }

    @PostMapping("/schools/{school}/desk/departure")
    ModelAndView leave(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID school,
            @RequestParam(defaultValue = "") String badge) {
        var campus = atSchool.of(actor, school);
        return Act.form(page, Map.of("badge", badge), "badge", again -> desk(again, campus), () -> {
            if (!badge.strip().matches("[0-9]{1,6}")) throw new InvalidInput("badge", badge, "visitors.error.badge");
            visitors.signOutByBadge(campus, Integer.parseInt(badge.strip()));
            Flashes.say(response, "success", page.t("visitors.said.bye"));
            return new ModelAndView("redirect:/schools/" + school + "/desk");
        });
    }

}
