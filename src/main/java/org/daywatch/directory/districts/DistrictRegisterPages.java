package org.daywatch.directory.districts;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.Forms;
import org.daywatch.platform.web.kit.Paging;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The districts of the program: the list with what each lacks, adding and changing one. */
@Controller
@Needs(Permission.SCHOOLS_EDIT)
class DistrictRegisterPages {

    private static final Map<String, Comparator<District.Progress>> SORTS = Map.of("name",
            Comparator.comparing(d -> d.district().name()),
            "schools", Comparator.comparingLong(District.Progress::schools).thenComparing(d -> d.district().name()));

    private final DistrictRegister register;
    private final Organizations organizations;
    private final Forms forms;

    DistrictRegisterPages(DistrictRegister register, Organizations organizations, Forms forms) {
        this.register = register;
        this.organizations = organizations;
        this.forms = forms;
    }

    @Bean
    static NavEntry districtsEntry() {
        return NavEntry.of(NavPart.SETUP, 45, "districts.title", "/districts", "map", Permission.SCHOOLS_EDIT);
    }

    @GetMapping("/districts")
    ModelAndView list(Page page, @RequestParam Map<String, String> parameters) {
        var all = rows(parameters);
        var paging = asked(parameters).of(all.size());
        return new ModelAndView("directory/districts/districts",
                Map.of("page", page.titled("districts.title"), "paging", paging, "rows", paging.shown(all)));
    }

    @GetMapping("/districts.csv")
    void csv(@RequestParam Map<String, String> parameters, HttpServletResponse response) {
        Csv.answer(response, "districts.csv",
                List.of("district", "nces_id", "state", "schools", "with_school_year", "with_bells"),
                rows(parameters).stream().map(d -> List.of(d.district().name(), d.district().ncesId(),
                        d.district().state(), d.schools(), d.dated(), d.rung())));
    }

    private List<District.Progress> rows(Map<String, String> parameters) {
        var asked = asked(parameters);
        return register.list().stream().filter(d -> asked.finds(d.district().name(), d.district().ncesId()))
                .filter(d -> switch (asked.filter("lacks")) {
                    case "schools" -> d.schools() == 0;
                    case "year" -> d.dated() < d.schools();
                    case "bells" -> d.rung() < d.schools();
                    default -> true;
                }).sorted(asked.order(SORTS)).toList();
    }

    private static Paging asked(Map<String, String> parameters) {
        return Paging.read("/districts", parameters, SORTS.keySet(), "name");
    }

    @GetMapping("/districts/new")
    ModelAndView form(Page page, Actor actor) {
        var state = organizations.find(actor.tenant()).map(Organizations.Organization::state).orElse("");
        return formView(page.titled("districts.new.title").with(Map.of(), Map.of("state", state == null ? "" : state)),
                "/districts");
    }

    @PostMapping("/districts")
    ModelAndView add(Page page, @RequestParam Map<String, String> typed, @RequestParam UUID form,
            HttpServletResponse response) {
        return Act.form(page.titled("districts.new.title"), typed, again -> formView(again, "/districts"), () -> {
            var district = read(typed);
            if (!forms.first(form)) return new ModelAndView("redirect:/districts");
            var id = register.add(district);
            Flashes.say(response, "success", page.t("districts.said.added", district.name()));
            return new ModelAndView("redirect:/schools/new?district=" + id);
        });
    }

    @GetMapping("/districts/{id}/edit")
    ModelAndView edit(Page page, @PathVariable UUID id) {
        var d = register.get(id);
        return formView(
                page.titled("districts.edit.title", d.name()).with(Map.of(),
                        Map.of("name", d.name(), "ncesId", d.ncesId(), "state", d.state())),
                "/districts/" + id + "/edit");
    }

    @PostMapping("/districts/{id}/edit")
    ModelAndView change(Page page, @PathVariable UUID id, @RequestParam Map<String, String> typed,
            HttpServletResponse response) {
        return Act.form(page.titled("districts.edit.title", register.get(id).name()), typed,
                again -> formView(again, "/districts/" + id + "/edit"), () -> {
                    register.change(id, read(typed));
                    Flashes.say(response, "success", page.t("districts.said.changed"));
                    return new ModelAndView("redirect:/districts");
                });
    }

    private static District read(Map<String, String> typed) {
        return new District(null, typed.getOrDefault("name", ""), typed.getOrDefault("ncesId", ""),
                typed.getOrDefault("state", ""));
    }

    private static ModelAndView formView(Page page, String action) {
        return new ModelAndView("directory/districts/district-form", Map.of("page", page, "action", action));
    }
}
