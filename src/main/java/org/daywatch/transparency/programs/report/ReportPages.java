package org.daywatch.transparency.programs.report;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Page;
import org.daywatch.staffing.CoverageDays;
import org.daywatch.transparency.programs.schools.ProgramPlaces;
import org.daywatch.transparency.programs.screens.ReadDay;
import org.daywatch.transparency.programs.totals.MeterQueries;
import org.daywatch.transparency.programs.totals.SchoolYears;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is handed over: the site-visit file of a school, the grant report of a district, coverage by school. */
@Controller
@Needs(value = Permission.EXPORTS, stepUp = true)
public class ReportPages {

    private static final int QUARTERS = 6;

    private final ProgramPlaces places;
    private final SiteVisitFiles files;
    private final VisitSources sources;
    private final NeedFigures needs;
    private final CoverageReports coverage;
    private final CoverageDays days;
    private final MeterQueries meters;
    private final Organizations organizations;
    private final AuditLog audit;
    private final ReadDay read;
    private final HomeTime home;

    ReportPages(ProgramPlaces places, SiteVisitFiles files, VisitSources sources, NeedFigures needs,
            CoverageReports coverage, CoverageDays days, MeterQueries meters, Organizations organizations,
            AuditLog audit, ReadDay read, HomeTime home) {
        this.places = places;
        this.files = files;
        this.sources = sources;
        this.needs = needs;
        this.coverage = coverage;
        this.days = days;
        this.meters = meters;
        this.organizations = organizations;
        this.audit = audit;
        this.read = read;
        this.home = home;
    }

    /** @param quarters first days of the last ones. @param years first days */
    public record View(Map<UUID, String> districts, List<LocalDate> quarters, List<LocalDate> years) {}

    @GetMapping("/program/reports")
    @Needs(Permission.EXPORTS)
    ModelAndView list(Page page, Actor actor) {
        var quarter = YearParts.quarterBegins(home.today());
        var year = SchoolYears.begin(home.today());
        return new ModelAndView("transparency/programs/report/reports",
                Map.of("page", page.titled("program.reports"), "view", new View(districts(actor),
                        IntStream.range(0, QUARTERS).mapToObj(i -> quarter.minusMonths(3L * i)).toList(),
                        List.of(year, year.minusYears(1)))));
    }

    @GetMapping("/program/schools/{id}/site-visit.pdf")
    @Needs(value = Permission.VISIT_FILES, stepUp = true)
    void siteVisit(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String asOf,
            HttpServletResponse response) {
        var file = files
                .of(page, List.of(places.get(actor, id)), actor.organization(), places.files(actor), read.of(asOf))
                .getFirst();
        audit.act("SiteVisitFilePrinted", "school " + id, Map.of("digest", file.digest(), "asOf", file.asOf()));
        PdfAnswer.write(response, "site-visit.pdf", files.pdf(page, file));
    }

    @GetMapping("/program/reports/grant.txt")
    void grant(Page page, Actor actor, @RequestParam UUID district, @RequestParam(defaultValue = "") String asOf,
            HttpServletResponse response) throws IOException {
        String name = districts(actor).get(district);
        if (name == null) throw new NotFound("district " + district);
        var schools = places.of(actor).stream().filter(s -> s.districtId().equals(district)).toList();
        var day = read.of(asOf);
        var closed = days.closed(schools.stream().map(Campus::id).toList(), SchoolYears.begin(day), day);
        var meters = this.meters.of(schools, day);
        String text = GrantReport.of(page,
                new GrantReport.Figures(name, day, meters, closed.stream().mapToLong(CoverageDays.Day::uncovered).sum(),
                        closed.stream().mapToLong(CoverageDays.Day::required).sum(), closed.size(),
                        sources.of(meters, places.files(actor)),
                        needs.incidents(schools.stream().map(Campus::id).toList(), SchoolYears.begin(day), day),
                        needs.small(day)));
        audit.act("GrantReportWritten", "district " + district, Map.of("schools", schools.size()));
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"grant-report.txt\"");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @param from first day of a calendar quarter */
    @GetMapping("/program/reports/coverage-quarter.csv")
    void quarter(Actor actor, @RequestParam String from, HttpServletResponse response) {
        var first = ReadDay.day("from", from);
        if (!first.equals(YearParts.quarterBegins(first)))
            throw new InvalidInput("from", from, "reports.wrong.quarter");
        var last = YearParts.quarterEnds(first);
        audit.act("CoverageReported", "quarter " + first, Map.of("to", last));
        Csv.answer(response, "coverage-" + first.getYear() + "-Q" + first.get(IsoFields.QUARTER_OF_YEAR) + ".csv",
                CoverageReports.DAILY, coverage.daily(places.of(actor), first, last));
    }

    /** @param from first of July */
    @GetMapping("/program/reports/coverage-year.csv")
    void year(Actor actor, @RequestParam String from, HttpServletResponse response) {
        var first = ReadDay.day("from", from);
        if (!first.equals(SchoolYears.begin(first))) throw new InvalidInput("from", from, "reports.wrong.year");
        audit.act("CoverageReported", "school year " + first.getYear(), Map.of("to", SchoolYears.end(first)));
        Csv.answer(response, "coverage-" + first.getYear() + "-" + (first.getYear() + 1) + ".csv",
                CoverageReports.YEARLY, coverage.yearly(places.of(actor), first, SchoolYears.end(first)));
    }

    private Map<UUID, String> districts(Actor actor) {
        return places.of(actor).stream().map(Campus::districtId).distinct()
                .collect(Collectors.toMap(d -> d, d -> organizations.find(d).map(Organization::name).orElse("")));
    }
}
