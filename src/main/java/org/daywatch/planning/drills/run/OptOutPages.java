package org.daywatch.planning.drills.run;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.daywatch.planning.drills.DrillDoor;
import org.daywatch.planning.drills.DrillRecords;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
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

/** Which students do something else during a drill. For people of the district; the reason is nobody's business. */
@Controller
@Needs(Permission.STUDENTS_READ)
class OptOutPages {

    private final DrillDoor door;
    private final OptOuts optOuts;
    private final DrillRecords records;

    OptOutPages(DrillDoor door, OptOuts optOuts, DrillRecords records) {
        this.door = door;
        this.optOuts = optOuts;
        this.records = records;
    }

    @GetMapping("/drills/{id}/opt-outs")
    ModelAndView list(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String q) {
        var drill = door.mine(actor, id);
        var school = door.school(actor, drill);
        return new ModelAndView("planning/drills/run/opt-outs",
                Map.of("page", page.titled("drills.optOuts"), "drill", drill, "school", school, "q",
                        q,
                        "out", optOuts.list(actor, school, drill), "found", optOuts.find(actor, school, q),
                        "alternative",
                        records.of(id).words().alternative()));
    }

    @PostMapping("/drills/{id}/opt-outs")
    ModelAndView add(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String student,
            HttpServletResponse response) {
        var drill = door.mine(actor, id);
        return Act.on(page, response, "/drills/" + id + "/opt-outs", "drills.said.optedOut",
                () -> optOuts.add(drill, door.school(actor, drill), student(student), actor));
    }

    @PostMapping("/drills/{id}/opt-outs/removal")
    ModelAndView remove(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String student,
            HttpServletResponse response) {
        var drill = door.mine(actor, id);
        return Act.on(page, response, "/drills/" + id + "/opt-outs", "drills.said.takesPart",
                () -> optOuts.remove(drill, student(student)));
    }

    private static UUID student(String text) {
        return Ids.find(text).orElseThrow(() -> new NotFound("student " + text));
    }
}
