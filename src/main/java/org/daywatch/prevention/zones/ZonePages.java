package org.daywatch.prevention.zones;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.Typed;
import org.daywatch.prevention.places.PreventionPlaces;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The dozen parts of a school, named by those who know it. */
@Controller
@Needs(Permission.PATTERNS_READ)
class ZonePages {

    private final Zones zones;
    private final PreventionPlaces places;

    ZonePages(Zones zones, PreventionPlaces places) {
        this.zones = zones;
        this.places = places;
    }

    @GetMapping("/patrols/{school}/zones")
    ModelAndView list(Page page, Actor actor, @PathVariable UUID school) {
        var at = places.get(actor, school);
        return new ModelAndView("prevention/zones/zones",
                Map.of("page", page.titled("zones.title", at.name()), "school", at, "zones", zones.of(school), "edits",
                        actor.may(Permission.CHECKPOINTS_EDIT)));
    }

    @PostMapping("/patrols/{school}/zones")
    @Needs(Permission.CHECKPOINTS_EDIT)
    ModelAndView add(Page page, Actor actor, @PathVariable UUID school, @RequestParam(defaultValue = "") String name,
            HttpServletResponse response) {
        var at = places.get(actor, school);
        return Act.on(page, response, "/patrols/" + school + "/zones", "zones.said.added",
                () -> zones.add(at, Typed.must("name", name, 80)));
    }

    @PostMapping("/patrols/{school}/zones/{id}/retirement")
    @Needs(Permission.CHECKPOINTS_EDIT)
    ModelAndView retire(Page page, Actor actor, @PathVariable UUID school, @PathVariable UUID id,
            HttpServletResponse response) {
        var at = places.get(actor, school);
        return Act.on(page, response, "/patrols/" + school + "/zones", "zones.said.retired",
                () -> zones.retire(at, id));
    }
}
