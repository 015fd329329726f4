package org.daywatch.transparency.programs.quarter;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.calendars.YearParts;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Organizations.Organization;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.transparency.programs.papers.FiledPapers;
import org.daywatch.transparency.programs.report.PdfAnswer;
import org.daywatch.transparency.programs.schools.ProgramPlaces;
import org.daywatch.transparency.programs.screens.ReadDay;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The record of daily coverage of a quarter: to be read, printed, and marked as handed in. */
@Controller
@Needs(Permission.EXPORTS)
public class QuarterPages {

    private static final String PATH = "/program/reports/coverage";

    private final ProgramPlaces places;
    private final QuarterReports reports;
    private final FiledPapers papers;
    private final Organizations organizations;
    private final AuditLog audit;
    private final HomeTime home;

    QuarterPages(ProgramPlaces places, QuarterReports reports, FiledPapers papers, Organizations organizations,
            AuditLog audit, HomeTime home) {
        this.places = places;
        this.reports = reports;
        this.papers = papers;
        this.organizations = organizations;
        this.audit = audit;
        this.home = home;
    }

    /** @param districts of the reader, by id. @param district the one that is shown */
    public record View(QuarterReport report, Map<UUID, String> districts, UUID district) {

        public String query(UUID other) {
            return "?district=" + other + "&from=" + report.from();
        }
    }

    /**
     * @param district empty: the reader's first. @param from first day of a quarter of the calendar; empty: the last
     * one that is over
     */
    @GetMapping(PATH)
    ModelAndView read(Page page, Actor actor, @RequestParam(defaultValue = "") String district,
            @RequestParam(defaultValue = "") String from) {
        var districts = districts(actor);
        if (districts.isEmpty()) throw new NotFound("a district of your own");
        var chosen = district.isEmpty() ? districts.keySet().iterator().next() : district(districts, district);
        var view = new View(report(actor, districts, chosen, quarter(from)), districts, chosen);
        return new ModelAndView("transparency/programs/quarter/quarter",
                Map.of("page", page.titled("daily.title"), "view", view));
    }

    @GetMapping(PATH + ".pdf")
    @Needs(value = Permission.EXPORTS, stepUp = true)
    void print(Page page, Actor actor, @RequestParam String district, @RequestParam String from,
            HttpServletResponse response) {
        var districts = districts(actor);
        var chosen = district(districts, district);
        var report = report(actor, districts, chosen, quarter(from));
        audit.act("CoveragePrinted", "district " + chosen,
                Map.of("from", report.from(), "to", report.to(), "schools", report.schools().size()));
        PdfAnswer.write(response,
                "coverage-" + report.from().getYear() + "-Q" + report.from().get(IsoFields.QUARTER_OF_YEAR) + ".pdf",
                reports.pdf(page, report, actor.organization()));
    }

    /** For every school of the district for which it is owed and was not handed in yet. */
    @PostMapping(PATH)
    @Needs(Permission.PAPERS_FILE)
    String handIn(Page page, Actor actor, @RequestParam String district, @RequestParam String from,
            @RequestParam("form") UUID form, HttpServletResponse response) {
        var districts = districts(actor);
        var chosen = district(districts, district);
        var report = report(actor, districts, chosen, quarter(from));
        var waiting = report.waiting();
        if (!waiting.isEmpty())
            papers.file(actor, waiting, QuarterReports.SUBJECT, home.today(), report.from(),
                    page.t("daily.paper", page.days(report.from(), report.to())), page.t("daily.kept"), form);
        Flashes.say(response, "success", page.t("daily.handedIn.said", waiting.size()));
        return "redirect:" + PATH + "?district=" + chosen + "&from=" + report.from();
    }

    private QuarterReport report(Actor actor, Map<UUID, String> districts, UUID district, LocalDate from) {
        return reports.of(districts.getOrDefault(district, ""), schools(actor, district), from);
    }

    private List<Campus> schools(Actor actor, UUID district) {
        return places.of(actor).stream().filter(s -> s.districtId().equals(district)).toList();
    }

    private LocalDate quarter(String from) {
        if (from.isEmpty()) return YearParts.quarterBegins(home.today()).minusMonths(3);
        var first = ReadDay.day("from", from);
        if (!first.equals(YearParts.quarterBegins(first)))
            throw new InvalidInput("from", from, "reports.wrong.quarter");
        return first;
    }

    private static UUID district(Map<UUID, String> districts, String typed) {
        return districts.keySet().stream().filter(d -> d.toString().equals(typed)).findFirst()
                .orElseThrow(() -> new NotFound("district " + typed));
    }

    private Map<UUID, String> districts(Actor actor) {
        var districts = new LinkedHashMap<UUID, String>();
        places.of(actor).stream().map(Campus::districtId).distinct()
                .forEach(d -> districts.put(d, organizations.find(d).map(Organization::name).orElse("")));
        return districts;
    }
}
