package org.daywatch.directory.schoolyears;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.calendars.Bells.BellSet;
import org.daywatch.directory.calendars.Bells.SchoolBells;
import org.daywatch.directory.calendars.Bells;
import org.daywatch.directory.calendars.Calendars;
import org.daywatch.directory.calendars.SchoolCalendar;
import org.daywatch.directory.changes.ChangeJobs;
import org.daywatch.directory.districts.Districts;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Bells of many schools in one go: a template for each level, changed in the form, copied to the schools that are
 * ticked.
 */
@Controller
@Needs(Permission.CALENDARS_EDIT)
class BellTemplatePages {
    private final Bells bells;
    private final BellTemplates templates;
    private final BellGaps gaps;
    private final Calendars calendars;
    private final Campuses campuses;
    private final Districts districts;
    private final ChangeJobs jobs;
    private final Clock clock;

    BellTemplatePages(Bells bells, BellTemplates templates, BellGaps gaps, Calendars calendars, Campuses campuses,
            Districts districts, ChangeJobs jobs, Clock clock) {
        this.bells = bells;
        this.templates = templates;
        this.gaps = gaps;
        this.calendars = calendars;
        this.campuses = campuses;
        this.districts = districts;
        this.jobs = jobs;
        this.clock = clock;
    }

    @GetMapping("/bells/templates")
    ModelAndView form(@RequestParam(defaultValue = "") String district, Page page) {
        return view(district(district), page);
    }

    /** What would follow; nothing changes yet. Posted, because a district may have thousands of schools. */
    @PostMapping("/bells/templates/preview")
    ModelAndView preview(@RequestParam MultiValueMap<String, String> form, Page page) {
        var district = district(form.getFirst("district"));
        return Act.form(page, form.toSingleValueMap(), again -> view(district, again), () -> {
            var set = read(district, form);
            return new ModelAndView("directory/schoolyears/bell-set",
                    Map.of("page", page.titled("bells.change.title"), "preview", bells.preview(set), "form", form,
                            "district", district,
                            "schools", set.bells().stream().map(SchoolBells::school).distinct().count(), "validFrom",
                            set.validFrom()));
        });
    }

    @PostMapping("/bells/templates")
    String apply(@RequestParam MultiValueMap<String, String> form, Page page, HttpServletResponse response) {
        var set = read(district(form.getFirst("district")), form);
        int schools = (int) set.bells().stream().map(SchoolBells::school).distinct().count();
        var job = jobs.carryOut(schools, Bells.AHEAD_DAYS, "/calendars", () -> bells.apply(set));
        if (job.isPresent()) return "redirect:/calendars/changes/" + job.get();
        Flashes.say(response, "success",
                page.t("bells.templates.said", schools, page.when().dayAndYear(set.validFrom())));
        return "redirect:/bells/templates?district=" + set.district();
    }

    /** Of each level the times, for each school that is ticked. Early release and late start may stay empty. */
    private BellSet read(UUID district, MultiValueMap<String, String> form) {
        var one = form.toSingleValueMap();
        var ticked = form.getOrDefault("school", List.of());
        var chosen = new ArrayList<SchoolBells>();
        for (Campus school : campuses.list(CalendarScope.all(district))) {
            if (!ticked.contains(school.id().toString())) continue;
            for (DayKind kind : BellTemplates.KINDS)
                times(one, school.level(), kind)
                        .ifPresent(t -> chosen.add(new SchoolBells(school.id(), kind, t.first(), t.last())));
        }
        if (chosen.isEmpty()) throw new InvalidInput("school", "", "bells.templates.none");
        return new BellSet(district, chosen, ChangeForm.date(one, "validFrom"));
    }

    private static java.util.Optional<BellTemplates.Times> times(Map<String, String> form, SchoolLevel level,
            DayKind kind) {
        String first = level + "." + kind + ".first";
        String last = level + "." + kind + ".last";
        boolean empty = form.getOrDefault(first, "").isBlank() && form.getOrDefault(last, "").isBlank();
        if (empty && kind != DayKind.REGULAR) return java.util.Optional.empty();
        LocalTime begins = ChangeForm.time(form, first);
        LocalTime ends = ChangeForm.time(form, last);
        if (!ends.isAfter(begins)) throw new InvalidInput(last, "" + ends, "bells.wrong.order");
        return java.util.Optional.of(new BellTemplates.Times(begins, ends));
    }

    private UUID district(String given) {
        return districts.names().keySet().stream()
                .filter(id -> given == null || given.isEmpty() || id.toString().equals(given)).findFirst()
                .orElseThrow(() -> new NotFound("district " + given));
    }

    private ModelAndView view(UUID district, Page page) {
        var day = begins(district);
        var without = gaps.of(district);
        var missing = without.without().stream().map(Campus::id).toList();
        var byLevel = campuses.list(CalendarScope.all(district)).stream().collect(
                Collectors.groupingBy(Campus::level, () -> new EnumMap<>(SchoolLevel.class), Collectors.toList()));
        var levels = byLevel.entrySet().stream()
                .map(e -> new BellTemplates.Level(e.getKey(), templates.of(e.getKey(), e.getValue(), day), e.getValue(),
                        e.getValue().stream().map(Campus::id).filter(missing::contains).toList()))
                .toList();
        return new ModelAndView("directory/schoolyears/bell-templates",
                Map.of("page", page.titled("bells.templates.title"), "districts", districts.names(), "district",
                        district, "levels", levels,
                        "gaps", without, "validFrom", day));
    }

    /** The school year that has not begun begins with them; in one that runs they begin today. */
    private LocalDate begins(UUID district) {
        var today = LocalDate.ofInstant(clock.instant(), campuses.list(CalendarScope.all(district)).stream()
                .findFirst().<java.time.ZoneId>map(Campus::zone).orElse(ZoneOffset.UTC));
        var years = calendars.list(List.of(district));
        if (years.stream().anyMatch(y -> y.spans(today))) return today;
        return years.stream().map(SchoolCalendar::firstDay).filter(d -> d.isAfter(today)).min(Comparator.naturalOrder())
                .orElse(today);
    }
}
