package org.daywatch.prevention.assessments.pages;

import static org.daywatch_db.prevention.Tables.ASSESSMENT;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.prevention.assessments.AssessmentCommands;
import org.daywatch.prevention.assessments.AssessmentDoor;
import org.daywatch.prevention.assessments.AssessmentStore;
import org.daywatch.prevention.assessments.CampusOverview.Line;
import org.daywatch.prevention.assessments.CampusOverview;
import org.daywatch.prevention.assessments.SiteAssessment;
import org.daywatch.prevention.assessments.results.Tiers;
import org.daywatch.prevention.instruments.Instrument;
import org.daywatch.prevention.instruments.Instruments;
import org.daywatch.prevention.places.PreventionPlaces;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All campuses of a reader, and one of them with its assessments. */
@Controller
@Needs(Permission.ASSESSMENTS_READ)
public class CampusPages {

    private final CampusOverview overview;
    private final AssessmentStore assessments;
    private final AssessmentCommands commands;
    private final AssessmentDoor door;
    private final Instruments instruments;
    private final PreventionPlaces places;
    private final AuditLog audit;
    private final Clock clock;

    CampusPages(CampusOverview overview, AssessmentStore assessments, AssessmentCommands commands, AssessmentDoor door,
            Instruments instruments, PreventionPlaces places, AuditLog audit,
            Clock clock) {
        this.overview = overview;
        this.assessments = assessments;
        this.commands = commands;
        this.door = door;
        this.instruments = instruments;
        this.places = places;
        this.audit = audit;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        NavEntry assessmentsEntry() {
            return NavEntry.of(NavPart.SAFETY, 74, "assessments.nav", "/assessments", "insights",
                    Permission.INSTRUMENTS_EDIT);
        }
    }

    @GetMapping("/assessments")
    ModelAndView list(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        var paging = Paging.read("/assessments", parameters, CampusOverview.SORTS.keySet(), "school");
        var view = overview.list(paging, places.of(actor));
        var placed = paging.of(view.lines().size());
        return new ModelAndView("prevention/assessments/pages/campuses", Map.of("page",
                page.titled("assessments.title"), "paging", placed, "rows", placed.shown(view.lines()), "view", view));
    }

    @GetMapping("/assessments.csv")
    void csv(Page page, Actor actor, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var paging = Paging.read("/assessments", parameters, CampusOverview.SORTS.keySet(), "school");
        audit.act("AssessmentsExported", "organization " + actor.tenant(), paging.filters());
        var header = new ArrayList<>(List.of("school", "assessed_on", "instrument", "tier"));
        for (var layer : Instrument.Layer.values())
            header.add("tier_" + layer.name().toLowerCase(java.util.Locale.ROOT));
        header.addAll(
                List.of("items", "gaps", "gaps_mended_since", "unanswered", "weakest_path", "verdict", "margin_seconds",
                        "cost_dollars_known", "measures_without_estimate", "gaps_without_measure", "next_due"));
        Csv.answer(response, "assessments.csv", header,
                overview.list(paging, places.of(actor)).lines().stream().map(CampusPages::cells));
    }

    private static List<Object> cells(Line l) {
        var cells = new ArrayList<Object>();
        cells.add(l.school().name());
        var last = l.last();
        if (last == null) {
            for (int i = 0; i < 10 + Instrument.Layer.values().length + 3; i++) cells.add("");
        } else {
            cells.addAll(List.of(String.valueOf(l.day()), last.instrument().label(), tier(last.tiers().whole())));
            for (var layer : Instrument.Layer.values())
                cells.add(last.tiers().layers().containsKey(layer) ? tier(last.tiers().layers().get(layer)) : "");
            var path = last.weakest().orElse(null);
            int mended = last.gaps().size() - java.util.Objects.requireNonNull(l.follow()).open().size();
            cells.addAll(List.of(last.instrument().items().size(), last.gaps().size(), mended, last.unanswered(),
                    path == null ? "" : path.scenario().id(), path == null ? "" : path.verdict()));
            cells.add(path == null || path.margin() == null ? "" : path.margin());
            var cost = java.util.Objects.requireNonNull(l.cost());
            cells.addAll(List.of(cost.dollars(), cost.unknown(), cost.unplanned()));
        }
        cells.add(l.due().next() == null ? "" : l.due().next());
        return cells;
    }

    /** Empty where too little was answered to say so. */
    private static String tier(Tiers.Standing s) {
        return s.known().isEmpty() ? "" : String.valueOf(s.known().getAsInt());
    }

    /** @param history the last one first */
    public record CampusView(Line line, List<SiteAssessment> history, List<Instrument> instruments, boolean edits) {}

    @GetMapping("/assessments/schools/{school}")
    ModelAndView campus(Page page, Actor actor, @PathVariable UUID school) {
        return campus(page, actor, places.get(actor, school));
    }

    private ModelAndView campus(Page page, Actor actor, Campus school) {
        var view = new CampusView(overview.of(school), assessments.list(ASSESSMENT.SCHOOL_ID.eq(school.id())),
                instruments.usable(), AssessmentDoor.edits(actor));
        return new ModelAndView("prevention/assessments/pages/campus",
                Map.of("page", page.titled("assessments.campus", school.name()), "view", view));
    }

    @PostMapping("/assessments/schools/{school}")
    @Needs(Permission.ASSESSMENTS_EDIT)
    ModelAndView begin(Page page, Actor actor, @PathVariable UUID school, @RequestParam Map<String, String> form,
            @RequestParam("form") UUID formId, HttpServletResponse response) {
        var campus = places.get(actor, school);
        return Act.on(page, response, "/assessments/schools/" + school,
                () -> Act.form(page, form, again -> campus(again, actor, campus), () -> {
                    String wanted = form.getOrDefault("instrument", "");
                    var instrument = instruments.usable().stream().filter(i -> i.code().equals(wanted)).findFirst()
                            .orElseThrow(() -> new InvalidInput("instrument", wanted, "assessments.wrong.instrument"));
                    var id = commands.begin(campus, instrument, door.measured(campus, clock.instant()), door.by(actor),
                            formId);
                    return new ModelAndView("redirect:/assessments/" + id);
                }));
    }
}
