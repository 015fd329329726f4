package org.daywatch.transparency.programs.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Program;
import org.daywatch.directory.Requirement;
import org.daywatch.platform.identity.Organizations.Organization;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.paper.PdfSheet;
import org.daywatch.platform.web.Page;
import org.daywatch.staffing.OfficerFiles;
import org.daywatch.transparency.programs.totals.Demands;
import org.daywatch.transparency.programs.totals.EvidenceLines;
import org.daywatch.transparency.programs.totals.FigureLines.Figure;
import org.daywatch.transparency.programs.totals.MeterQueries;
import org.daywatch.transparency.programs.totals.SchoolMeters;
import org.springframework.stereotype.Component;

/** Puts the site-visit file of a school together, and prints it. */
@Component
public class SiteVisitFiles {

    private final MeterQueries meters;
    private final EvidenceLines lines;
    private final Demands demands;
    private final VisitSources sources;
    private final Organizations organizations;
    private final OfficerFiles officers;
    private final Clock clock;

    SiteVisitFiles(MeterQueries meters, EvidenceLines lines, Demands demands, VisitSources sources,
            Organizations organizations, OfficerFiles officers, Clock clock) {
        this.meters = meters;
        this.lines = lines;
        this.demands = demands;
        this.sources = sources;
        this.organizations = organizations;
        this.officers = officers;
        this.clock = clock;
    }

    /**
     * @param preparedFor the person who asked for it. @param files they may see officers' files: only then the file
     * says what they hold
     */
    public List<SiteVisit> of(Page page, Collection<Campus> schools, String preparedFor, boolean files) {
        if (schools.isEmpty()) return List.of();
        return of(page, schools, preparedFor, files,
                LocalDate.ofInstant(clock.instant(), schools.iterator().next().zone()));
    }

    /** @param asOf a day that is past shows the year it lies in, with what is known of it today */
    List<SiteVisit> of(Page page, Collection<Campus> schools, String preparedFor, boolean files, LocalDate asOf) {
        var names = demands.programs().stream().collect(Collectors.toMap(Program::code, Program::name));
        var read = meters.of(schools, asOf);
        var besides = sources.of(read, files);
        return read.stream().map(m -> file(page, m, names, preparedFor, besides.get(m.school().id()))).toList();
    }

    private SiteVisit file(Page page, SchoolMeters m, Map<String, String> programs, String preparedFor,
            Besides besides) {
        var all = lines.of(List.of(m), Figure.of(""));
        var names = officers
                .names(all.stream().map(EvidenceLines.Line::officer).filter(o -> o != null).distinct().toList());
        var evidence = new VisitEvidence(page, m, all, names);
        var read = RequirementLines.of(page, m, names, besides);
        var gaps = Stream.concat(read.gaps().stream(), evidence.unnamed().stream()).toList();
        String taking = m.requirements().stream().map(Requirement::program).distinct()
                .map(p -> page.stored("shipped.program", programs.getOrDefault(p, p)))
                .collect(Collectors.joining(", "));
        String year = m.year().known() ? page.days(m.year().first(), m.year().last()) : "";
        String district = organizations.find(m.school().districtId()).map(Organization::name).orElse("");
        return new SiteVisit(m.school().id(), m.school().name(), district, m.asOf(), taking, year, preparedFor,
                read.lines(), gaps, joined(evidence.list(), new VisitRecords(page, m, besides, names).standards()),
                Requirement.versions(m.requirements()));
    }

    private static List<SiteVisit.Evidence> joined(List<SiteVisit.Evidence> first, List<SiteVisit.Evidence> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** What one figure of the file counts, one by one. @param line empty where the file has none of that key */
    public record Behind(Optional<SiteVisit.Line> line, List<SiteVisit.Evidence> records) {}

    /** @param files as for the file itself */
    public Behind behind(Page page, Campus school, String key, boolean files) {
        var m = meters.of(school, LocalDate.ofInstant(clock.instant(), school.zone()));
        var besides = sources.of(List.of(m), files).get(school.id());
        var names = officers.names(m.officers().stream().map(SchoolMeters.OfOfficer::officer).toList());
        var line = RequirementLines.of(page, m, names, besides).lines().stream().filter(l -> l.key().equals(key))
                .findFirst();
        var records = new VisitRecords(page, m, besides, names);
        var figure = records.figure(key);
        var found = figure.post() == null
                ? lines.of(List.of(m), figure)
                : lines.of(meters.sharing(m, figure.post()), figure);
        return new Behind(line, records.of(key, found, lines.of(List.of(m), Figure.of(""))));
    }

    public byte[] pdf(Page page, SiteVisit file) {
        var sheet = new PdfSheet(page.t("visit.title"), file.school(), false,
                page.t("visit.footer", page.when().dayAndYear(file.asOf()), file.digest().substring(0, 16)));
        sheet.boxes(page.t("visit.school"), file.school(), page.t("visit.district"), file.district(),
                page.t("visit.asOf"), page.when().dayAndYear(file.asOf()));
        sheet.boxes(page.t("visit.programs"), file.programs());
        sheet.boxes(page.t("visit.year"), file.year().isEmpty() ? page.t("program.unknown") : file.year(),
                page.t("visit.for"), file.preparedFor());
        sheet.boxes(page.t("visit.digest.label"), file.digest());
        sheet.table(page.t("visit.requirements"), new float[] {20, 10, 10, 13, 23, 24},
                List.of(page.t("visit.what"), page.t("visit.asked"), page.t("visit.done"), page.t("visit.standing"),
                        page.t("visit.outlook"), page.t("visit.rule")),
                file.requirements().stream()
                        .map(r -> List.of(r.what(), r.asked(), r.done(), r.standing(), r.outlook(), r.rule()))
                        .toList());
        sheet.table(page.t("visit.gaps"), new float[] {1}, List.of(page.t("visit.gap.one")),
                file.gaps().isEmpty()
                        ? List.of(List.of(page.t("visit.gaps.none")))
                        : file.gaps().stream().map(List::of).toList());
        sheet.table(page.t("visit.evidence"), new float[] {14, 44, 24, 18},
                List.of(page.t("visit.day"), page.t("visit.what"), page.t("visit.officer"), page.t("visit.amount")),
                file.evidence().isEmpty()
                        ? List.of(List.of("", page.t("visit.gap.nothing"), "", ""))
                        : file.evidence().stream().map(
                                e -> List.of(page.when().date(e.day()), e.what(), e.officer(), e.amount()))
                                .toList());
        sheet.boxes(page.t("visit.rules"), String.join(", ", file.rules()));
        return sheet.bytes();
    }
}
