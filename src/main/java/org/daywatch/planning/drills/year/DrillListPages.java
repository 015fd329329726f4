package org.daywatch.planning.drills.year;

import static org.daywatch_db.planning.Tables.DRILL;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.planning.ExerciseRoll;
import org.daywatch.planning.drills.Drill;
import org.daywatch.planning.drills.DrillRecords;
import org.daywatch.planning.drills.DrillStore;
import org.daywatch.planning.drills.DrillsShown;
import org.daywatch.planning.places.DrillPlaces;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Schools with what they owe, have held and have missed; whoever is at one school comes to its year at once. */
@Controller
@Needs(Permission.DRILLS_READ)
class DrillListPages {

    private final DrillPlaces places;
    private final SchoolStandings standings;
    private final DrillStore drills;
    private final DrillsShown shown;
    private final DrillRecords records;
    private final AuditLog audit;

    DrillListPages(DrillPlaces places, SchoolStandings standings, DrillStore drills, DrillsShown shown,
            DrillRecords records, AuditLog audit) {
        this.places = places;
        this.standings = standings;
        this.drills = drills;
        this.shown = shown;
        this.records = records;
        this.audit = audit;
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        NavEntry drillsEntry() {
            return NavEntry.of(NavPart.PROGRAM, 74, "drills.nav", "/drills", "timer", Permission.DRILLS_READ);
        }
    }

    @GetMapping("/drills")
    ModelAndView list(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        if (actor.role().atOneSchool() && actor.school() != null)
            return new ModelAndView("redirect:/drills/schools/" + actor.school());
        var paging = Paging.read("/drills", parameters, SchoolStandings.SORTS.keySet(), "-late");
        var rows = rows(actor, paging);
        var placed = paging.of(rows.size());
        return new ModelAndView("planning/drills/year/schools",
                Map.of("page", page.titled("drills.title"), "paging", placed, "rows", placed.shown(rows)));
    }

    @GetMapping("/drills.csv")
    void csv(Actor actor, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var paging = Paging.read("/drills", parameters, SchoolStandings.SORTS.keySet(), "-late");
        Csv.answer(response, "drills-by-school.csv",
                List.of("school", "state", "done", "due", "late", "held", "next_kind", "next_day"),
                rows(actor, paging).stream()
                        .map(s -> Arrays.asList(s.school().name(), s.school().state(), s.done(), s.due(), s.late(),
                                s.held(), s.next() == null ? "" : s.next().kind(),
                                s.next() == null ? "" : s.next().day())));
    }

    private List<SchoolStandings.Standing> rows(Actor actor, Paging paging) {
        var schools = places.of(actor).stream().filter(s -> paging.finds(s.name())).toList();
        return standings.of(schools).stream().filter(s -> !paging.filter("only").equals("late") || s.late() > 0)
                .sorted(paging.order(SchoolStandings.SORTS)).toList();
    }

    /** Every drill with every field of its record, one line each. */
    @GetMapping("/drills/record.csv")
    void record(Actor actor, HttpServletResponse response) {
        var schools = places.of(actor).stream().collect(Collectors.toMap(Campus::id, s -> s));
        var real = drills.list(DRILL.SCHOOL_ID.in(schools.keySet()));
        var all = shown.to(actor.person(), real);
        var full = shown.records(actor.person(), real, records.of(all.stream().map(Drill::id).toList()));
        audit.act("DrillRecordsExported", "organization " + actor.tenant(), Map.of("schools", schools.size()));
        Csv.answer(response, "drill-record.csv",
                List.of("id", "school", "kind", "exercise", "day", "planned_at", "announced", "state", "started_at",
                        "all_secured_at", "all_accounted_at", "ended_at",
                        "broken_off", "population", "weather", "obstructed_exit", "families_told_at", "alternative",
                        "accommodations", "observers", "agency_present", "officers", "problems", "strengths",
                        "worst_rating", "roll_expected", "roll_found", "roll_missing", "roll_unknown", "rooms",
                        "rooms_answered", "roll_full_at", "began_local", "over_local", "minutes"),
                all.stream().map(d -> line(d, schools.get(d.schoolId()), full.get(d.id()))));
    }

    private static List<?> line(Drill d, Campus school, DrillRecords.Full full) {
        var t = d.state().times();
        var w = full.words();
        boolean broken = d.state() instanceof Drill.State.Held h && h.brokenOff()
                || d.state() instanceof Drill.State.Reviewed r && r.brokenOff();
        return Arrays.asList(d.id(), school.name(), d.kind(), "Exercise", d.day(), d.at(), d.announced(),
                d.state().code(), t == null ? null : t.started(), t == null ? null : t.secured(),
                t == null ? null : t.accounted(), t == null ? null : t.ended(), broken, w.population(), w.weather(),
                w.obstructed(),
                full.notices().stream().filter(n -> n.audience().equals("FAMILIES")).map(DrillRecords.Told::at)
                        .findFirst().orElse(null),
                w.alternative(), w.accommodations(),
                full.observations().stream().map(DrillRecords.Observation::name).collect(Collectors.joining("; ")),
                w.agency(), String.join("; ", full.officers()), w.problems(), w.strengths(),
                full.worst(), roll(full, ExerciseRoll::expected), roll(full, ExerciseRoll::found),
                roll(full, ExerciseRoll::missing), roll(full, ExerciseRoll::unknown),
                roll(full, ExerciseRoll::rooms), roll(full, ExerciseRoll::answered), roll(full, ExerciseRoll::full),
                local(school, t == null ? null : t.started()),
                local(school, t == null ? null : t.ended()), t == null ? null : t.minutes());
    }

    /** As the school's clock showed it, and as its pages say it. */
    private static @Nullable Object local(Campus school, @Nullable Instant at) {
        return at == null ? null : LocalTime.ofInstant(at, school.zone()).withNano(0);
    }

    private static @Nullable Object roll(DrillRecords.Full full, Function<ExerciseRoll, @Nullable Object> number) {
        return full.roll() == null ? null : number.apply(full.roll());
    }
}
