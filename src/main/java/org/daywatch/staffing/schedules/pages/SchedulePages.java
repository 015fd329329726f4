package org.daywatch.staffing.schedules.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.districts.Districts;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.time.Days;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.staffing.schedules.publishing.PublicationStore;
import org.daywatch.staffing.schedules.weeks.Schedule;
import org.daywatch.staffing.schedules.weeks.ScheduleCommands;
import org.daywatch.staffing.schedules.weeks.ScheduleNotes;
import org.daywatch.staffing.schedules.weeks.ScheduleStore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The week of all schools: filled in one click, watched while it is worked out, stopped. */
@Controller
@Needs(Permission.POSTS_EDIT)
class SchedulePages {

    private static final int MOST_OPENERS = 5;

    private final HomeTime home;
    private final ScheduleStore rosters;
    private final ScheduleNotes notes;
    private final ScheduleGrid grid;
    private final ScheduleCommands commands;
    private final PublicationStore publications;
    private final Campuses campuses;
    private final Districts districts;
    private final AuditLog audit;

    SchedulePages(ScheduleStore rosters, ScheduleNotes notes, ScheduleGrid grid, ScheduleCommands commands,
            PublicationStore publications, Campuses campuses,
            Districts districts, AuditLog audit, HomeTime home) {
        this.home = home;
        this.rosters = rosters;
        this.notes = notes;
        this.grid = grid;
        this.commands = commands;
        this.publications = publications;
        this.campuses = campuses;
        this.districts = districts;
        this.audit = audit;
    }

    @Bean
    static NavEntry rostersNav() {
        return NavEntry.of(NavPart.COVERAGE, 41, "rosters.nav", "/rosters", "people", Permission.POSTS_EDIT);
    }

    @GetMapping("/rosters")
    ModelAndView week(Page page, @RequestParam Map<String, String> parameters) {
        return new ModelAndView("staffing/schedules/pages/schedules", model(page, parameters, Paging.SIZE));
    }

    /** One row for each place, with the filters and in the order of the page. */
    @Needs(value = Permission.POSTS_EDIT, stepUp = true)
    @GetMapping("/rosters.csv")
    void csv(@RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var monday = monday(parameters.getOrDefault("week", ""));
        var id = rosters.latest(monday, monday.plusDays(6)).map(Schedule::id).orElse(null);
        var weeks = grid.schools(id, monday, monday.plusDays(6), paging(parameters).filter("q"));
        var week = WeekOfSchools.of(weeks, schools(weeks), monday, paging(parameters));
        audit.act("RosterExported", "roster " + monday, Map.of("week", monday));
        Csv.answer(response, "roster-" + monday + ".csv",
                List.of("district", "school", "day", "seat", "starts_at", "ends_at", "zone", "role", "state", "officer",
                        "pinned"),
                lines(id, monday, week.heads()).stream()
                        .flatMap(line -> line.all()
                                .map(p -> List.of(line.district(), line.school().name(), p.day(), p.seat(),
                                        p.window().start(), p.window().end(),
                                        line.school().zone(), p.role(), p.state(),
                                        p.officer() == null ? "" : p.officer(), p.pinned()))));
    }

    /** All schools on paper, without filters. */
    @GetMapping("/rosters/sheet")
    ModelAndView sheet(Page page, @RequestParam Map<String, String> parameters) {
        return new ModelAndView("staffing/schedules/pages/sheet", model(page, parameters, 10_000));
    }

    /** The week in one click. @param ranks 1 for the primary departments, more for partners too */
    @PostMapping("/rosters")
    ModelAndView fill(Actor actor, Page page, HttpServletResponse response,
            @RequestParam(defaultValue = "") String week, @RequestParam(defaultValue = "1") int ranks) {
        var monday = monday(week);
        commands.fill(monday, monday.plusDays(6), ranks, actor.person());
        Flashes.say(response, "success", page.t("rosters.said.asked"));
        return new ModelAndView("redirect:/rosters?week=" + monday);
    }

    @PostMapping("/rosters/{id}/stop")
    ModelAndView stop(Page page, HttpServletResponse response, @PathVariable UUID id) {
        commands.stop(id);
        Flashes.say(response, "success", page.t("rosters.said.stopping"));
        return new ModelAndView("redirect:/rosters?week=" + rosters.get(id).from());
    }

    private Map<String, Object> model(Page page, Map<String, String> parameters, int size) {
        var monday = monday(parameters.getOrDefault("week", ""));
        var roster = rosters.latest(monday, monday.plusDays(6)).orElse(null);
        var id = roster == null ? null : roster.id();
        var paging = paging(parameters).size(size);
        var weeks = grid.schools(id, monday, monday.plusDays(6), paging.filter("q"));
        var schools = schools(weeks);
        var week = WeekOfSchools.of(weeks, schools, monday, paging);
        paging = paging.of(week.heads().size());
        var shown = lines(id, monday, paging.shown(week.heads()));
        var model = new LinkedHashMap<String, Object>(
                Map.of("page", page.titled("rosters.title", page.days(monday, monday.plusDays(6))), "monday", monday,
                        "days", week.days(), "lines", shown, "paging", paging, "tiles",
                        ScheduleWords.tiles(page, week.figures(), monday),
                        "filters", ScheduleWords.filters(page, paging, schools.values(), districts.names(), monday),
                        "figures", week.figures(), "words", words(page, id, shown)));
        model.put("roster", roster);
        model.put("openers", id == null || roster.working() ? List.of() : notes.openers(id, MOST_OPENERS));
        model.put("publication", id == null ? null : publications.latest(id).orElse(null));
        return model;
    }

    private static Paging paging(Map<String, String> parameters) {
        return Paging.read("/rosters", parameters, WeekOfSchools.ORDERS, "unfilled").about("week");
    }

    private Map<UUID, Campus> schools(List<ScheduleGrid.SchoolWeek> weeks) {
        return campuses.list(weeks.stream().map(ScheduleGrid.SchoolWeek::school).toList()).stream()
                .collect(Collectors.toMap(Campus::id, Function.identity()));
    }

    private List<WeekOfSchools.Line> lines(@Nullable UUID roster, LocalDate monday, List<WeekOfSchools.Head> heads) {
        var places = grid.places(roster, monday, monday.plusDays(6), heads.stream().map(h -> h.school().id()).toList());
        return WeekOfSchools.lines(heads, places, districts.names());
    }

    private ScheduleWords words(Page page, @Nullable UUID roster, List<WeekOfSchools.Line> shown) {
        if (roster == null) return ScheduleWords.none(page);
        return new ScheduleWords(page, notes.core(roster, shown.stream().map(l -> l.school().id()).toList()),
                notes.lacks(roster,
                        shown.stream().flatMap(WeekOfSchools.Line::all).map(ScheduleGrid.Place::post).toList()));
    }

    private LocalDate monday(String asked) {
        if (asked.isBlank()) return home.today().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        try {
            return Days.parse(asked).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        } catch (DateTimeParseException e) {
            throw new InvalidInput("week", asked, "rosters.wrong.week");
        }
    }
}
