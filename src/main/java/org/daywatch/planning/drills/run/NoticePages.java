package org.daywatch.planning.drills.run;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.daywatch.planning.drills.DrillDoor;
import org.daywatch.planning.drills.DrillRecords;
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

/** Who is told before a drill: staff through Daywatch, families by a sheet in both languages. */
@Controller
@Needs(Permission.DRILLS_EDIT)
class NoticePages {

    private final DrillDoor door;
    private final DrillNotices notices;
    private final DrillRecords records;
    private final DrillPages pages;

    NoticePages(DrillDoor door, DrillNotices notices, DrillRecords records, DrillPages pages) {
        this.door = door;
        this.notices = notices;
        this.records = records;
        this.pages = pages;
    }

    @GetMapping("/drills/{id}/families")
    ModelAndView sheet(Page page, Actor actor, @PathVariable UUID id) {
        var drill = door.mine(actor, id);
        return new ModelAndView("planning/drills/run/families",
                Map.of("page", page.titled("drills.families"), "drill", drill, "school", door.school(actor, drill),
                        "alternative", records.of(id).words().alternative()));
    }

    /** What those who do not take part are offered, and what helps those who need it. */
    @PostMapping("/drills/{id}/support")
    ModelAndView support(Page page, Actor actor, @PathVariable UUID id,
            @RequestParam(defaultValue = "") String alternative, @RequestParam(defaultValue = "") String accommodations,
            HttpServletResponse response) {
        door.mine(actor, id);
        return Act.on(page, response, "/drills/" + id, "drills.said.recorded",
                () -> records.support(id, Typed.cut(alternative, 600), Typed.cut(accommodations, 600)));
    }

    @PostMapping("/drills/{id}/notices/staff")
    ModelAndView staff(Page page, Actor actor, @PathVariable UUID id, HttpServletResponse response) {
        var drill = door.mine(actor, id);
        return Act.on(page, response, "/drills/" + id, "drills.said.told",
                () -> notices.tellStaff(drill, door.school(actor, drill), DrillDoor.by(actor)));
    }

    /** A drill that was held stands where everybody can read it. */
    @PostMapping("/drills/{id}/notices/public")
    ModelAndView posted(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        var drill = door.mine(actor, id);
        return Act.typed(page, response, "/drills/" + id, "drills.said.posted", "public", form,
                again -> pages.show(again, actor, id),
                () -> notices.posted(drill, Typed.must("how", form.getOrDefault("how", ""), 200), DrillDoor.by(actor)));
    }

    @PostMapping("/drills/{id}/notices/families")
    ModelAndView families(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        var drill = door.mine(actor, id);
        return Act.typed(page, response, "/drills/" + id, "drills.said.told", "families", form,
                again -> pages.show(again, actor, id),
                () -> notices.toldFamilies(drill, door.school(actor, drill),
                        Typed.must("how", form.getOrDefault("how", ""), 120), DrillDoor.by(actor)));
    }
}
