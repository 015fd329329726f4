package org.daywatch.planning.drills.starters;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.planning.drills.starters.DrillStarters.DrillStarter;
import org.daywatch.planning.places.DrillPlaces;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Organizations.Placed;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who may begin a drill of a school: everybody may read it, whoever plans drills says it. */
@Controller
@Needs(Permission.DRILLS_EDIT)
public class DrillStarterPages {

    private final DrillPlaces places;
    private final DrillStarters starters;

    DrillStarterPages(DrillPlaces places, DrillStarters starters) {
        this.places = places;
        this.starters = starters;
    }

    public record View(Campus school, List<DrillStarter> named, List<Placed> nameable, boolean names) {}

    @GetMapping("/drills/schools/{school}/starters")
    @Needs(Permission.DRILLS_READ)
    ModelAndView list(Page page, Actor actor, @PathVariable UUID school) {
        var campus = places.get(actor, school);
        boolean names = actor.may(Permission.DRILLS_EDIT);
        var view = new View(campus, starters.ofSchool(school),
                names ? starters.nameable(campus, actor.person()) : List.of(), names);
        return new ModelAndView("planning/drills/starters/starters",
                Map.of("page", page.titled("drills.starters"), "view", view));
    }

    @PostMapping("/drills/schools/{school}/starters")
    ModelAndView name(Page page, Actor actor, @PathVariable UUID school,
            @RequestParam(defaultValue = "") String person, HttpServletResponse response) {
        var campus = places.get(actor, school);
        return Act.on(page, response, back(school), "drills.starters.said.named",
                () -> starters.name(actor, places.agency(actor), campus, Ids.find(person)
                        .orElseThrow(() -> new InvalidInput("person", person, "drills.starters.wrong"))));
    }

    @PostMapping("/drills/schools/{school}/starters/{id}/end")
    ModelAndView end(Page page, Actor actor, @PathVariable UUID school, @PathVariable UUID id,
            HttpServletResponse response) {
        var campus = places.get(actor, school);
        return Act.on(page, response, back(school), "drills.starters.said.ended",
                () -> starters.end(actor, campus, id));
    }

    private static String back(UUID school) {
        return "/drills/schools/" + school + "/starters";
    }
}
