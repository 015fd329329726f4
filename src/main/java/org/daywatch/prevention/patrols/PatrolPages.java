package org.daywatch.prevention.patrols;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.daywatch.prevention.places.PreventionPlaces;
import org.daywatch.prevention.zones.Zone;
import org.daywatch.prevention.zones.Zones;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Today's walk for whoever walks it, and the week for whoever answers for it. */
@Controller
@Needs(Permission.PATTERNS_READ)
class PatrolPages {

    private final PatrolPlans plans;
    private final Zones zones;
    private final PreventionPlaces places;

    PatrolPages(PatrolPlans plans, Zones zones, PreventionPlaces places) {
        this.plans = plans;
        this.zones = zones;
        this.places = places;
    }

    @Configuration(proxyBeanMethods = false)
    static class PatrolNav {
        @Bean
        NavEntry patrolsEntry() {
            return NavEntry.of(NavPart.SAFETY, 75, "patrols.nav", "/patrols", "map", Permission.PATTERNS_READ);
        }
    }

    /** What of today's walk waits for an officer. */
    @Component
    record TodaysWalk(PatrolPlans plans, PreventionPlaces places) implements FirstScreenLines {

        @Override
        public List<Line> of(Page page, Actor actor) {
            if (!actor.may(Permission.SHIFTS_WORK) || !actor.may(Permission.PATTERNS_READ)) return List.of();
            var lines = new ArrayList<Line>();
            for (var school : places.of(actor)) {
                var today = places.today(school);
                plans.find(school.id(), PatrolPlans.monday(today)).stream().flatMap(p -> p.walks().stream())
                        .filter(w -> w.day().equals(today)).forEach(walk -> {
                            long left = walk.stops().stream().filter(s -> s.seenAt() == null).count();
                            if (left > 0)
                                lines.add(new Line(false,
                                        page.t("patrols.first", school.name(), left, PatrolWords.from(page, walk)),
                                        page.t("patrols.first.open"), "/rounds/walk?kind=PATROL"));
                        });
            }
            return lines;
        }
    }

    @GetMapping("/patrols")
    ModelAndView mine(Page page, Actor actor, @RequestParam(defaultValue = "") String school) {
        var schools = places.of(actor);
        if (schools.isEmpty())
            return new ModelAndView("prevention/patterns/nowhere", Map.of("page", page.titled("patrols.title")));
        var at = schools.stream().filter(s -> s.id().toString().equals(school)).findFirst().orElse(schools.getFirst());
        return new ModelAndView("redirect:/patrols/" + at.id());
    }

    @GetMapping("/patrols/{school}")
    ModelAndView week(Page page, Actor actor, @PathVariable UUID school) {
        var at = places.get(actor, school);
        var today = places.today(at);
        var model = new HashMap<String, Object>(Map.of("page", page.titled("patrols.of", at.name()), "school", at,
                "schools", places.of(actor), "today", today, "walks",
                actor.may(Permission.ROUNDS_WALK), "plans", actor.may(Permission.CHECKPOINTS_EDIT)));
        model.put("zones", zones.ever(school).stream().collect(Collectors.toMap(Zone::id, Zone::name)));
        model.put("hasZones", !zones.of(school).isEmpty());
        model.put("plan", plans.find(school, PatrolPlans.monday(today)).orElse(null));
        return new ModelAndView("prevention/patrols/week", model);
    }

    @PostMapping("/patrols/{school}/plans")
    @Needs(Permission.CHECKPOINTS_EDIT)
    ModelAndView make(Page page, Actor actor, @PathVariable UUID school, HttpServletResponse response) {
        var at = places.get(actor, school);
        boolean made = plans.make(at, PatrolPlans.monday(places.today(at)), actor.name());
        Flashes.say(response, made ? "success" : "info", page.t(made ? "patrols.said.made" : "patrols.said.not"));
        return new ModelAndView("redirect:/patrols/" + school);
    }
}
