package org.daywatch.directory.schoolyears;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.calendars.CalendarChange;
import org.daywatch.directory.calendars.Calendars;
import org.daywatch.directory.calendars.SchoolCalendar;
import org.daywatch.directory.changes.ChangeJobs;
import org.daywatch.directory.districts.Districts;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** School years: what differs from the regular weekday, and changing it after having seen what follows. */
@Controller
class CalendarPages {

    private final Calendars calendars;
    private final Campuses campuses;
    private final Districts districts;
    private final ChangeJobs jobs;
    private final Clock clock;
    private final BellGaps bells;

    CalendarPages(Calendars calendars, Campuses campuses, Districts districts, ChangeJobs jobs, Clock clock,
            BellGaps bells) {
        this.bells = bells;
        this.jobs = jobs;
        this.calendars = calendars;
        this.campuses = campuses;
        this.districts = districts;
        this.clock = clock;
    }

    @Bean
    static NavEntry calendarsNav() {
        return NavEntry.of(NavPart.SETUP, 60, "calendars.nav", "/calendars", "calendar_today",
                Permission.CALENDARS_EDIT);
    }

    @Needs({Permission.SCHOOLS_READ, Permission.CALENDARS_EDIT})
    @GetMapping("/calendars")
    ModelAndView list(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        return listView(page, actor, parameters);
    }

    @Needs({Permission.SCHOOLS_READ, Permission.CALENDARS_EDIT})
    @GetMapping("/calendars.csv")
    void csv(@RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var names = districts.names();
        Csv.answer(response, "school-years.csv",
                List.of("name", "district", "first_day", "last_day", "days_that_differ"),
                YearList.read(parameters).rows(calendars.list(names.keySet()), names).stream()
                        .map(c -> List.of(c.name(),
                                names.getOrDefault(c.districtId(), ""), c.firstDay(), c.lastDay(), c.days().count())));
    }

    @Needs(Permission.CALENDARS_EDIT)
    @PostMapping("/calendars")
    ModelAndView create(@RequestParam Map<String, String> form, Page page, Actor actor, HttpServletResponse response) {
        return Act.form(page, form, again -> listView(again, actor, Map.of()), () -> {
            var id = calendars.create(ChangeForm.district(form, districts), form.getOrDefault("name", ""),
                    ChangeForm.date(form, "firstDay"),
                    ChangeForm.date(form, "lastDay"));
            Flashes.say(response, "success", page.t("calendars.said.created"));
            return new ModelAndView("redirect:/calendars/" + id + "/holidays");
        });
    }

    @Needs({Permission.SCHOOLS_READ, Permission.CALENDARS_EDIT})
    @GetMapping("/calendars/{id}")
    ModelAndView one(@PathVariable UUID id, Page page, Actor actor) {
        return oneView(calendars.get(id), page, actor);
    }

    /** What would follow. A plain GET: it changes nothing and can be sent to a colleague. */
    @Needs(Permission.CALENDARS_EDIT)
    @GetMapping("/calendars/{id}/change")
    ModelAndView preview(@PathVariable UUID id, @RequestParam Map<String, String> form, Page page, Actor actor) {
        var calendar = calendars.get(id);
        return Act.form(page, form, again -> oneView(calendar, again, actor), () -> {
            var change = ChangeForm.read(calendar, form);
            return new ModelAndView("directory/schoolyears/change",
                    Map.of("page", page.titled("calendars.change.title"), "calendar", calendar, "change", change,
                            "preview", calendars.preview(change), "form", form, "schools", schoolNames(calendar)));
        });
    }

    @Needs(Permission.CALENDARS_EDIT)
    @PostMapping("/calendars/{id}/change")
    ModelAndView apply(@PathVariable UUID id, @RequestParam Map<String, String> form, Page page,
            HttpServletResponse response) {
        var calendar = calendars.get(id);
        CalendarChange change = ChangeForm.read(calendar, form);
        var reach = change.reach(calendar);
        var job = jobs.carryOut(campuses.list(change.scope(calendar)).size(),
                ChronoUnit.DAYS.between(reach.getFirst(), reach.getLast()) + 1, "/calendars/" + id,
                () -> calendars.apply(change));
        if (job.isPresent()) return new ModelAndView("redirect:/calendars/changes/" + job.get());
        Flashes.say(response, "success", page.t("calendars.said.changed"));
        return new ModelAndView("redirect:/calendars/" + id);
    }

    private ModelAndView listView(Page page, Actor actor, Map<String, String> parameters) {
        var names = districts.names();
        var list = YearList.read(parameters);
        var all = list.rows(calendars.list(names.keySet()), names);
        var paging = list.asked().of(all.size());
        return new ModelAndView("directory/schoolyears/calendars",
                Map.of("page", page.titled("calendars.title"), "calendars", paging.shown(all), "paging", paging,
                        "districts", names, "mayEdit", actor.may(Permission.CALENDARS_EDIT)));
    }

    private ModelAndView oneView(SchoolCalendar calendar, Page page, Actor actor) {
        var schools = campuses.list(CalendarScope.all(calendar.districtId()));
        var zone = schools.isEmpty() ? ZoneId.of("UTC") : schools.getFirst().zone();
        return new ModelAndView("directory/schoolyears/calendar",
                Map.of("page", page.titled("calendars.one.title", calendar.name()), "calendar", calendar,
                        "district", districts.names().getOrDefault(calendar.districtId(), ""), "schools", schools,
                        "names", schoolNames(calendar),
                        "today", LocalDate.ofInstant(clock.instant(), zone), "mayEdit",
                        actor.may(Permission.CALENDARS_EDIT), "gaps", bells.of(calendar.districtId())));
    }

    private Map<UUID, String> schoolNames(SchoolCalendar calendar) {
        var names = new HashMap<UUID, String>();
        for (Campus school : campuses.list(CalendarScope.all(calendar.districtId())))
            names.put(school.id(), school.name());
        return names;
    }
}
