package org.daywatch.directory.visitors;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.rosters.AtSchool;
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
 * The front desk: who is in the school and who waits for the office, signing in and out, the badge, the list to print.
 */
@Controller
@Needs({Permission.SCHOOL_DESK, Permission.REUNIFY})
class VisitorPages {

    private final Visitors visitors;
    private final VisitorStore storedVisitors;
    private final WaitingVisitors waiting;
    private final AtSchool atSchool;
    private final Clock clock;

    VisitorPages(Visitors visitors, VisitorStore storedVisitors, WaitingVisitors waiting, AtSchool atSchool,
            Clock clock) {
        this.visitors = visitors;
        this.storedVisitors = storedVisitors;
        this.waiting = waiting;
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
                        "visitors", storedVisitors.ofDay(school.id(), day), "day", day, "waiting",
                        waiting.ofSchool(school), "decided", waiting.decidedToday(school), "lists",
                        actor.may(Permission.REUNIFY)));
    }

    @PostMapping("/schools/{school}/visitors")
    ModelAndView signIn(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID school,
            @RequestParam Map<String, String> typed) {
        var campus = atSchool.of(actor, school);
        return Act.form(page, typed, again -> today(actor, again, campus), () -> {
            var visitor = visitors.arrive(new Visitors.By(actor.person(), null), campus,
                    new Visitor.Entry(typed.getOrDefault("name", ""), typed.getOrDefault("organization", ""),
                            typed.getOrDefault("visits", ""), typed.getOrDefault("purpose", ""),
                            typed.containsKey("idSeen"), typed.containsKey("inspects")))
                    .signedIn();
            Flashes.say(response, visitor == null ? "warning" : "success", visitor == null
                    ? page.t("visitors.wait.said")
                    : page.t("visitors.said.in", visitor.badge()));
            return new ModelAndView("redirect:" + (visitor == null
                    ? "/visitors?school=" + school
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

    /** What the office decides about somebody whose name is like one on a list. */
    @PostMapping("/schools/{school}/visitors/waiting/{id}")
    ModelAndView decide(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID school,
            @PathVariable UUID id, @RequestParam Map<String, String> typed) {
        var campus = atSchool.of(actor, school);
        boolean admit = typed.getOrDefault("decision", "").equals("admit");
        return Act.typed(page, response, "/visitors?school=" + school,
                admit ? "visitors.wait.said.admitted" : "visitors.wait.said.turned", "wait-" + id, typed,
                again -> today(actor, again, campus),
                () -> waiting.decide(actor, campus, id, admit, typed.getOrDefault("why", "")));
    }
}
