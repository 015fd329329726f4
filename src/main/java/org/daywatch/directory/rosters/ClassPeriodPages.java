package org.daywatch.directory.rosters;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.platform.identity.Actor;
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

/** When each lesson begins and ends: what a roll call asks to know which class a student sits in now. */
@Controller
@Needs(Permission.REUNIFY)
class ClassPeriodPages {

    private final ClassRosters rosters;
    private final AtSchool atSchool;

    ClassPeriodPages(ClassRosters rosters, AtSchool atSchool) {
        this.rosters = rosters;
        this.atSchool = atSchool;
    }

    @GetMapping("/schools/{school}/periods")
    ModelAndView periods(Actor actor, Page page, @PathVariable UUID school) {
        return view(page, atSchool.of(actor, school));
    }

    private ModelAndView view(Page page, Campus school) {
        var now = rosters.periods(school.id()).stream().map(ClassPeriod::line).collect(Collectors.joining("\n"));
        var named = rosters.classes(school.id()).stream().flatMap(c -> c.periods().stream())
                .collect(Collectors.toCollection(java.util.TreeSet::new));
        rosters.periods(school.id()).forEach(p -> named.remove(p.name()));
        return new ModelAndView("directory/rosters/periods",
                Map.of("page", page.titled("periods.title", school.name()), "school", school, "lines", now,
                        "unknown", List.copyOf(named)));
    }

    @PostMapping("/schools/{school}/periods")
    ModelAndView set(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID school,
            @RequestParam(defaultValue = "") String periods) {
        var campus = atSchool.of(actor, school);
        return Act.form(page, Map.of("periods", periods), again -> view(again, campus), () -> {
            var read = ClassPeriod.read(periods);
            rosters.setPeriods(campus, read);
            Flashes.say(response, "success", page.t("periods.said"));
            return new ModelAndView("redirect:/schools/" + school + "/periods");
        });
    }
}
