package org.daywatch.planning.drills.run;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.planning.drills.Drill;
import org.daywatch.planning.drills.DrillDoor;
import org.daywatch.planning.drills.DrillRecords;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Anyone who watches a drill says what they saw, each on a sheet of their own. */
@Controller
@Needs(Permission.DRILLS_READ)
class ObserverPages {

    private static final List<String> INSIDE = List.of("HEARD", "DOORS_LOCKED", "LIGHTS_OUT", "OUT_OF_SIGHT", "QUIET",
            "HELPED", "CALM");
    private static final List<String> OUTSIDE = List.of("HEARD", "ROUTE_FREE", "ORDERLY", "DOORS_CLOSED", "AT_PLACE",
            "HELPED", "CALM");

    private final DrillDoor door;
    private final DrillRecords records;

    ObserverPages(DrillDoor door, DrillRecords records) {
        this.door = door;
        this.records = records;
    }

    /** What is worth looking for in a drill of this kind. */
    static List<String> points(Drill drill) {
        return drill.kind().action().equals("EVACUATE") ? OUTSIDE : INSIDE;
    }

    @GetMapping("/drills/{id}/observing")
    ModelAndView form(Page page, Actor actor, @PathVariable UUID id) {
        var form = again(page, actor, id);
        form.addObject("refused", door.mine(actor, id).unobserved());
        return form;
    }

    /** What somebody typed stays theirs, also where it is not taken any more. */
    private ModelAndView again(Page page, Actor actor, UUID id) {
        var drill = door.mine(actor, id);
        var own = records.of(id).observations().stream().filter(o -> o.person().equals(actor.person())).findFirst()
                .orElse(null);
        var model = new java.util.HashMap<String, Object>(Map.of("page", page.titled("drills.observe"), "drill", drill,
                "school", door.school(actor, drill), "points", points(drill)));
        model.put("own", own);
        return new ModelAndView("planning/drills/run/observing", model);
    }

    @PostMapping("/drills/{id}/observing")
    ModelAndView take(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        var drill = door.mine(actor, id);
        var yes = new ArrayList<String>();
        var no = new ArrayList<String>();
        for (String point : points(drill)) {
            if (form.getOrDefault(point, "").equals("YES")) yes.add(point);
            if (form.getOrDefault(point, "").equals("NO")) no.add(point);
        }
        return Act.typed(page, response, "/drills/" + id, "drills.said.observed", "observing", form,
                again -> again(again, actor, id), () -> {
                    var refused = drill.unobserved();
                    if (refused != null) throw new Refused(refused);
                    records.observe(drill, Typed.cut(form.getOrDefault("place", ""), 60), yes, no,
                            Typed.cut(form.getOrDefault("words", ""), 600), DrillDoor.by(actor));
                });
    }
}
