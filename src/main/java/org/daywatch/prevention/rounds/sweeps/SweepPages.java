package org.daywatch.prevention.rounds.sweeps;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.prevention.checkpoints.CheckpointStore;
import org.daywatch.prevention.places.PreventionPlaces;
import org.daywatch.prevention.rounds.sweeps.SweepQueries.Overview;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Door sweeps of all schools, and the sheets of one, on the screen and on paper. */
@Controller
@Needs(Permission.ROUNDS_READ)
class SweepPages {

    static final Map<String, Comparator<Overview>> SORTS = Map.of("school",
            Comparator.comparing(o -> o.school().name()), "swept",
            Comparator.comparingLong(Overview::missing).reversed(),
            "last", Comparator.comparing(Overview::last, Comparator.nullsFirst(Comparator.naturalOrder())), "doors",
            Comparator.comparingInt(o -> o.checkpoints().outer()),
            "missed", Comparator.comparingInt(o -> o.checkpoints().missed()));

    private final SweepQueries sweeps;
    private final CheckpointStore checkpoints;
    private final PreventionPlaces places;
    private final AuditLog audit;

    SweepPages(SweepQueries sweeps, CheckpointStore checkpoints, PreventionPlaces places, AuditLog audit) {
        this.sweeps = sweeps;
        this.checkpoints = checkpoints;
        this.places = places;
        this.audit = audit;
    }

    @GetMapping("/rounds/sweeps")
    ModelAndView list(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        var paging = asked(parameters);
        var rows = found(actor, paging);
        var placed = paging.of(rows.size());
        return new ModelAndView("prevention/rounds/sweeps/sweeps",
                Map.of("page", page.titled("sweeps.title"), "paging", placed, "rows", placed.shown(rows)));
    }

    @GetMapping("/rounds/sweeps.csv")
    void csv(Actor actor, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        Csv.answer(response, "door-sweeps.csv",
                List.of("school", "this_week", "weeks_swept", "weeks", "last_sweep", "outer_doors", "checkpoints",
                        "not_seen_in_time"),
                found(actor, asked(parameters)).stream()
                        .map(o -> List.of(o.school().name(), o.now(), o.swept(),
                                o.weeks().stream().filter(SweepWeek::counts).count(),
                                o.last() == null ? "" : o.last(), o.checkpoints().outer(), o.checkpoints().all(),
                                o.checkpoints().missed())));
    }

    private static Paging asked(Map<String, String> parameters) {
        return Paging.read("/rounds/sweeps", parameters, SORTS.keySet(), "school");
    }

    private List<Overview> found(Actor actor, Paging paging) {
        var schools = places.of(actor).stream().filter(s -> paging.finds(s.name())).toList();
        return sweeps.overview(schools).stream().filter(o -> switch (paging.filter("state")) {
            case "MISSING" -> o.missing() > 0;
            case "OPEN" -> o.now() == SweepWeek.Standing.OPEN;
            case "MISSED" -> o.checkpoints().missed() > 0;
            case "NONE" -> o.checkpoints().outer() == 0;
            default -> true;
        }).sorted(paging.<Overview>order(SORTS).thenComparing(o -> o.school().name())).toList();
    }

    @GetMapping("/rounds/sweeps/{school}")
    ModelAndView sheet(Page page, Actor actor, @PathVariable UUID school,
            @RequestParam(defaultValue = "") String weeks) {
        var campus = places.get(actor, school);
        return new ModelAndView("prevention/rounds/sweeps/sheet", Map.of("page",
                page.titled("sweeps.school", campus.name()), "sheet", sweeps.sheet(campus, weeks(weeks))));
    }

    @GetMapping("/rounds/sweeps/{school}/sheet.pdf")
    ResponseEntity<byte[]> paper(Page page, Actor actor, @PathVariable UUID school,
            @RequestParam(defaultValue = "") String weeks) {
        var campus = places.get(actor, school);
        audit.act("SweepSheetPrinted", "school " + school, Map.of("school", campus.name()));
        return pdf("door-sweeps.pdf", SweepSheet.of(page, sweeps.sheet(campus, weeks(weeks))));
    }

    /** For walking with a pencil. */
    @GetMapping("/rounds/sweeps/{school}/blank.pdf")
    ResponseEntity<byte[]> blank(Page page, Actor actor, @PathVariable UUID school) {
        var campus = places.get(actor, school);
        return pdf("door-sweep-blank.pdf", SweepSheet.blank(page, campus,
                checkpoints.active(List.of(school)).stream().filter(c -> c.outer()).toList()));
    }

    private static int weeks(String said) {
        return said.matches("[0-9]{1,2}") ? Math.min(26, Integer.parseInt(said)) : 0;
    }

    private static ResponseEntity<byte[]> pdf(String name, byte[] bytes) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"" + name + "\"").cacheControl(CacheControl.noStore())
                .body(bytes);
    }
}
