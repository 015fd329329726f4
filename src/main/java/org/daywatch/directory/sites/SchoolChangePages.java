package org.daywatch.directory.sites;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Buildings and rooms of a school one by one, and putting a school away and taking it back, with a reason. */
@Controller
@Needs(Permission.SCHOOLS_EDIT)
class SchoolChangePages {
    private final SchoolStore store;
    private final Schools schools;

    SchoolChangePages(SchoolStore store, Schools schools) {
        this.store = store;
        this.schools = schools;
    }

    @GetMapping("/schools/{id}/buildings")
    ModelAndView buildings(@PathVariable UUID id, Page page) {
        return new ModelAndView("directory/sites/buildings",
                Map.of("page", page.titled("schools.buildings.title"), "school", store.get(id)));
    }

    /** Two buttons: keep the new name, or take the building out. */
    @PostMapping("/schools/{id}/buildings/{building}")
    ModelAndView building(@PathVariable UUID id, @PathVariable UUID building, @RequestParam Map<String, String> form,
            Page page, HttpServletResponse response) {
        return act(id, page, response, () -> {
            if (form.getOrDefault("then", "").equals("remove")) schools.removeBuilding(id, building);
            else schools.renameBuilding(id, building, form.getOrDefault("name", ""));
        });
    }

    @PostMapping("/schools/{id}/rooms/{room}")
    ModelAndView room(@PathVariable UUID id, @PathVariable UUID room, @RequestParam Map<String, String> form, Page page,
            HttpServletResponse response) {
        return act(id, page, response, () -> {
            if (form.getOrDefault("then", "").equals("remove")) schools.removeRoom(id, room);
            else schools.changeRoom(id, room, form.getOrDefault("name", ""), form.getOrDefault("floor", ""));
        });
    }

    private ModelAndView act(UUID id, Page page, HttpServletResponse response, Runnable command) {
        return Act.drawn(wrong -> buildings(id, page.says("error", Act.sentence(page, wrong))), () -> {
            command.run();
            Flashes.say(response, "success", page.t("schools.said.buildings"));
            return new ModelAndView("redirect:/schools/" + id + "/buildings");
        });
    }

    @GetMapping("/schools/{id}/archive")
    ModelAndView confirm(@PathVariable UUID id, Page page) {
        var school = store.get(id);
        return new ModelAndView("directory/sites/archive",
                Map.of("page", page.titled(school.archivedAt() == null
                        ? "schools.archive.title"
                        : "schools.restore.title", school.name()), "school", school));
    }

    /** Archives an open school and takes an archived one back: the page says which. */
    @PostMapping("/schools/{id}/archive")
    ModelAndView archive(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason,
            @RequestParam boolean back, Page page, HttpServletResponse response) {
        return Act.form(page, Map.of("reason", reason), again -> confirm(id, again), () -> {
            if (back) schools.restore(id, reason);
            else schools.archive(id, reason);
            Flashes.say(response, "success", page.t(back ? "schools.said.restored" : "schools.said.archived"));
            return new ModelAndView("redirect:/schools/" + id);
        });
    }
}
