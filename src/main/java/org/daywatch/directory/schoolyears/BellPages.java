package org.daywatch.directory.schoolyears;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.calendars.Bells;
import org.daywatch.directory.calendars.ComingBells;
import org.daywatch.directory.changes.ChangeJobs;
import org.daywatch.directory.districts.Districts;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Setting bells for a school, a level or a whole district. */
@Controller
@Needs(Permission.CALENDARS_EDIT)
class BellPages {

    private final HomeTime home;
    private final Bells bells;
    private final ComingBells coming;
    private final Campuses campuses;
    private final Districts districts;
    private final ChangeJobs jobs;
    private final Clock clock;

    BellPages(Bells bells, ComingBells coming, Campuses campuses, Districts districts, ChangeJobs jobs, HomeTime home,
            Clock clock) {
        this.home = home;
        this.jobs = jobs;
        this.bells = bells;
        this.coming = coming;
        this.campuses = campuses;
        this.districts = districts;
        this.clock = clock;
    }

    @GetMapping("/bells")
    ModelAndView form(@RequestParam Map<String, String> form, Page page) {
        return view(form, page);
    }

    @GetMapping("/bells/change")
    ModelAndView preview(@RequestParam Map<String, String> form, Page page) {
        return Act.form(page, form, again -> view(form, again), () -> {
            var change = ChangeForm.bells(ChangeForm.district(form, districts), form);
            return new ModelAndView("directory/schoolyears/bell-change",
                    Map.of("page", page.titled("bells.change.title"), "change", change,
                            "preview", bells.preview(change), "schools", campuses.list(change.scope()), "form", form,
                            "removal", false,
                            "district", districts.names().getOrDefault(change.scope().districtId(), "")));
        });
    }

    @PostMapping("/bells/change")
    ModelAndView apply(@RequestParam Map<String, String> form, Page page, HttpServletResponse response) {
        var change = ChangeForm.bells(ChangeForm.district(form, districts), form);
        String back = change.scope().schoolId() == null ? "/schools" : "/schools/" + change.scope().schoolId();
        int schools = campuses.list(change.scope()).size();
        var job = jobs.carryOut(schools, Bells.AHEAD_DAYS, back, () -> bells.apply(change));
        if (job.isPresent()) return new ModelAndView("redirect:/calendars/changes/" + job.get());
        Flashes.say(response, "success",
                page.t(change.validFrom().isAfter(today(change)) ? "bells.said.from" : "bells.said", schools,
                        page.when().dayAndYear(change.validFrom())));
        return new ModelAndView("redirect:" + back);
    }

    /** What taking back bells that are not yet in force would change. */
    @GetMapping("/bells/removal")
    ModelAndView previewRemoval(@RequestParam Map<String, String> form, Page page) {
        var change = ChangeForm.bells(ChangeForm.district(form, districts), form);
        return new ModelAndView("directory/schoolyears/bell-change",
                Map.of("page", page.titled("bells.removal.title"), "change", change,
                        "preview", coming.preview(change), "schools", coming.schools(change), "form", form, "removal",
                        true,
                        "district", districts.names().getOrDefault(change.scope().districtId(), "")));
    }

    @PostMapping("/bells/removal")
    ModelAndView remove(@RequestParam Map<String, String> form, Page page, HttpServletResponse response) {
        var change = ChangeForm.bells(ChangeForm.district(form, districts), form);
        String back = "/bells?district=" + change.scope().districtId();
        int schools = coming.schools(change).size();
        var job = jobs.carryOut(schools, Bells.AHEAD_DAYS, back, () -> coming.takeBack(change));
        if (job.isPresent()) return new ModelAndView("redirect:/calendars/changes/" + job.get());
        Flashes.say(response, "success", page.t("bells.removal.said", schools));
        return new ModelAndView("redirect:" + back);
    }

    private LocalDate today(Bells.BellChange change) {
        var schools = campuses.list(change.scope());
        return LocalDate.ofInstant(clock.instant(), schools.isEmpty() ? ZoneOffset.UTC : schools.getFirst().zone());
    }

    private ModelAndView view(Map<String, String> form, Page page) {
        var names = districts.names();
        var school = form.getOrDefault("school", "");
        var whom = form.getOrDefault("whom", school.isEmpty() ? "" : "SCHOOL:" + school);
        var district = whom.startsWith("SCHOOL:")
                ? campuses.find(ChangeForm.school(whom)).orElseThrow(() -> new NotFound("school"))
                        .districtId()
                : form.getOrDefault("district", "").isEmpty()
                        ? names.keySet().stream().findFirst().orElseThrow(() -> new NotFound("district"))
                        : ChangeForm.id(form, "district");
        return new ModelAndView("directory/schoolyears/bells",
                Map.of("page", page.titled("bells.title"), "districts", names, "district", district,
                        "schools", names.containsKey(district) ? campuses.list(CalendarScope.all(district)) : List.of(),
                        "whom", whom,
                        "coming",
                        names.containsKey(district)
                                ? coming.list(whom.startsWith("SCHOOL:")
                                        ? new CalendarScope(district, ChangeForm.school(whom), null)
                                        : CalendarScope.all(district))
                                : List.of(),
                        "today", home.today()));
    }
}
