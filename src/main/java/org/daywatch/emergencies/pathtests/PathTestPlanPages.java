package org.daywatch.emergencies.pathtests;

import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.plans.SitePlans;
import org.daywatch.emergencies.alerts.AlertPlaces;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Dead rooms and others on the site plan. The plan is sealed: to look at it is an opening like any other, and its owner
 * is told.
 */
@Controller
@Needs(Permission.REUNIFY)
class PathTestPlanPages {

    private final PathTestPages tests;
    private final AlertPlaces places;
    private final SitePlans plans;

    PathTestPlanPages(PathTestPages tests, AlertPlaces places, SitePlans plans) {
        this.tests = tests;
        this.places = places;
        this.plans = plans;
    }

    @PostMapping("/alerts/path-tests/{school}/plans/{plan}/openings")
    ModelAndView open(Page page, Actor actor, @PathVariable UUID school, @PathVariable UUID plan) {
        var campus = places.get(actor, school);
        var opening = plans.open(campus.districtId(), school, plan, actor.person(), actor.name(),
                page.t("pathtest.plan.purpose"));
        return new ModelAndView(
                "redirect:/alerts/path-tests/" + school + "/plans/" + plan + "/openings/" + opening.id());
    }

    @GetMapping("/alerts/path-tests/{school}/plans/{plan}/openings/{opening}")
    ModelAndView sheet(Page page, Actor actor, @PathVariable UUID school, @PathVariable UUID plan,
            @PathVariable UUID opening) {
        var campus = places.get(actor, school);
        return new ModelAndView("emergencies/pathtests/plan",
                Map.of("page", page.titled("pathtest.plan"), "view", tests.view(campus), "sheet",
                        plans.sheet(school, plan, opening, actor.person())));
    }
}
