package org.daywatch.directory.schoolyears;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.calendars.Calendars;
import org.daywatch.directory.changes.ChangeJobs;
import org.daywatch.directory.districts.Districts;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Holidays proposed for a school year: ticked, looked through, added. Nothing is added unasked. */
@Controller
@Needs(Permission.CALENDARS_EDIT)
class HolidayPages {
    private final Calendars calendars;
    private final YearHolidays holidays;
    private final Districts districts;
    private final Campuses campuses;
    private final ChangeJobs jobs;
    private final BellGaps bells;

    HolidayPages(Calendars calendars, YearHolidays holidays, Districts districts, Campuses campuses, ChangeJobs jobs,
            BellGaps bells) {
        this.calendars = calendars;
        this.holidays = holidays;
        this.districts = districts;
        this.campuses = campuses;
        this.jobs = jobs;
        this.bells = bells;
    }

    @GetMapping("/calendars/{id}/holidays")
    ModelAndView list(@PathVariable UUID id, Page page) {
        var calendar = calendars.get(id);
        return new ModelAndView("directory/schoolyears/holidays",
                Map.of("page", page.titled("holidays.title", calendar.name()), "calendar", calendar, "proposed",
                        holidays.proposed(calendar),
                        "entered", holidays.entered(calendar), "district",
                        districts.names().getOrDefault(calendar.districtId(), ""), "gaps",
                        bells.of(calendar.districtId())));
    }

    @PostMapping("/calendars/{id}/holidays")
    String add(@PathVariable UUID id, @RequestParam(required = false) List<String> day, Page page,
            HttpServletResponse response) {
        var calendar = calendars.get(id);
        var ticked = day == null ? List.<String>of() : day;
        var chosen = holidays.missing(calendar).stream().filter(p -> ticked.contains(p.day().toString())).toList();
        if (chosen.isEmpty()) {
            Flashes.say(response, "warning", page.t("holidays.said.none"));
            return "redirect:/calendars/" + id;
        }
        var job = jobs.carryOut(campuses.list(CalendarScope.all(calendar.districtId())).size(), chosen.size(),
                "/calendars/" + id, () -> holidays.add(calendar, chosen));
        if (job.isPresent()) return "redirect:/calendars/changes/" + job.get();
        Flashes.say(response, "success", page.t("holidays.said", chosen.size()));
        return "redirect:/calendars/" + id;
    }
}
