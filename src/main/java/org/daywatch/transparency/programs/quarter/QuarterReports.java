package org.daywatch.transparency.programs.quarter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.calendars.YearParts;
import org.daywatch.platform.paper.PdfSheet;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.Page;
import org.daywatch.staffing.OfficerFiles;
import org.daywatch.transparency.programs.campus.CampusDay;
import org.daywatch.transparency.programs.campus.CampusRecords;
import org.daywatch.transparency.programs.papers.FiledPaper;
import org.daywatch.transparency.programs.papers.FiledPaperStore;
import org.daywatch.transparency.programs.quarter.QuarterReport.OfSchool;
import org.daywatch.transparency.programs.schools.MeterWords;
import org.daywatch.transparency.programs.totals.Demands;
import org.daywatch.transparency.programs.totals.SchoolYears;
import org.springframework.stereotype.Component;

/** Puts the record of daily coverage of a quarter together, and prints it. */
@Component
public class QuarterReports {

    static final String SUBJECT = "REPORT:COVERAGE_QUARTER";

    private final CampusRecords campuses;
    private final FiledPaperStore papers;
    private final Demands demands;
    private final SchoolYears years;
    private final OfficerFiles officers;
    private final HomeTime home;
    private final Clock clock;

    QuarterReports(CampusRecords campuses, FiledPaperStore papers, Demands demands, SchoolYears years,
            OfficerFiles officers, HomeTime home, Clock clock) {
        this.campuses = campuses;
        this.papers = papers;
        this.demands = demands;
        this.years = years;
        this.officers = officers;
        this.home = home;
        this.clock = clock;
    }

    /**
     * @param schools of one district; those of which no rule asks for an officer are left out. @param from first day of
     * a quarter of the calendar
     */
    QuarterReport of(String district, List<Campus> schools, LocalDate from) {
        var to = YearParts.quarterEnds(from);
        var ids = schools.stream().map(Campus::id).toList();
        var records = campuses.of(schools, SchoolYears.begin(from), to);
        var filed = papers.of(ids).stream()
                .filter(p -> p.stands() && p.subject().equals(SUBJECT) && from.equals(p.forDay()))
                .collect(Collectors.toMap(FiledPaper::school, p -> p, (newest, older) -> older)); // the first time it was handed in counts
        var today = home.today();
        var rules = demands.of(ids, today);
        var calendars = years.of(schools, today);
        var found = new ArrayList<OfSchool>();
        for (var school : schools) {
            var year = records.get(school.id());
            if (year == null) continue;
            found.add(new OfSchool(school, year.during(from, to), year.known(), filed.get(school.id()),
                    FiledPaper.ofQuarter(rules.getOrDefault(school.id(), List.of()), SUBJECT),
                    FiledPaper.over(calendars.get(school.id()), from, today)));
        }
        var who = found.stream().flatMap(s -> s.record().officers().stream()).distinct().toList();
        return new QuarterReport(district, from, to, clock.instant(), List.copyOf(found), officers.names(who));
    }

    byte[] pdf(Page page, QuarterReport report, String preparedFor) {
        var zone = report.schools().isEmpty() ? java.time.ZoneOffset.UTC : report.schools().getFirst().school().zone();
        var sheet = new PdfSheet(page.t("daily.title"), page.days(report.from(), report.to()), false,
                page.t("daily.footer", page.when().dayAndYear(report.now().atZone(zone).toLocalDate())));
        sheet.boxes(page.t("daily.district"), report.district(), page.t("daily.quarter"),
                page.days(report.from(), report.to()), page.t("daily.for"), preparedFor);
        sheet.table(page.t("daily.schools"), new float[] {26, 9, 9, 9, 9, 20, 18},
                List.of(page.t("daily.school"), page.t("daily.days"), page.t("daily.whole"), page.t("daily.part"),
                        page.t("daily.none"), page.t("daily.time"), page.t("daily.who")),
                report.schools().stream().map(s -> sums(page, report, s)).toList());
        for (var s : report.schools()) {
            sheet.heading(2, s.school().name());
            if (!s.knownInYear()) sheet.text(page.t("daily.unknown"));
            sheet.table(page.t("daily.daily"), new float[] {22, 34, 16, 14, 14},
                    List.of(page.t("daily.day.label"), page.t("daily.who"), page.t("daily.there"),
                            page.t("daily.asked"),
                            page.t("daily.missing")),
                    s.record().days().stream().map(d -> row(page, report, d, s.knownInYear())).toList());
        }
        return sheet.bytes();
    }

    private static List<String> sums(Page page, QuarterReport report, OfSchool s) {
        var r = s.record();
        return List.of(s.school().name(), Integer.toString(r.counted().size()), Long.toString(r.whole()),
                Long.toString(r.part()), Long.toString(r.none()),
                s.knownInYear()
                        ? page.t("daily.of", MeterWords.time(page, r.there()), MeterWords.time(page, r.asked()))
                        : page.t("program.unknown"),
                report.who(page, r.officers()));
    }

    private static List<String> row(Page page, QuarterReport report, CampusDay d, boolean known) {
        String who = d.officers().isEmpty()
                ? page.t(d.excepted() ? "daily.excepted" : "daily.nobody")
                : report.who(page, d.officers());
        return List.of(page.when().date(d.day()), who, known ? MeterWords.time(page, d.there()) : "",
                d.excepted() ? "" : MeterWords.time(page, d.asked()),
                d.excepted() || d.missing() == 0 || !known ? "" : MeterWords.time(page, d.missing()));
    }
}
