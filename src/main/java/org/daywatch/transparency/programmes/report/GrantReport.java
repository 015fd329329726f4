package org.daywatch.transparency.programmes.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.web.Page;
import org.daywatch.transparency.programmes.gathering.SchoolMeters;
import org.daywatch.transparency.programmes.meters.Meter;
import org.daywatch.transparency.programmes.meters.Standing;
import org.daywatch.transparency.programmes.screens.MeterWords;

/**
 * The four parts of a proposal, with the figures Daywatch has and a marked place for every sentence only people can write. Pure text:
 * it is meant to be gone on with in a word processor.
 */
final class GrantReport {

    private final Page page;
    private final StringBuilder text = new StringBuilder();

    private GrantReport(Page page) {
        this.page = page;
    }

    /** @param uncovered minutes schools stood without their officer this school year, of {@code required}; both 0 where no day is closed */
    record Figures(String district, LocalDate asOf, List<SchoolMeters> schools, long uncovered, long required, int closedDays, Map<UUID, Besides> besides) {}

    static String of(Page page, Figures figures) {
        var report = new GrantReport(page);
        report.line(page.t("grant.title", figures.district));
        report.line(page.t("grant.asOf", page.when().dayAndYear(figures.asOf)));
        report.needs(figures);
        report.education(figures);
        report.officers(figures);
        report.success(figures);
        report.rules(figures);
        return report.text.toString();
    }

    private void needs(Figures f) {
        part(1, "needs");
        line(page.t("grant.needs.schools", f.schools.size(), f.schools.stream().mapToInt(s -> s.posts().size()).sum()));
        line(f.closedDays == 0 ? page.t("grant.needs.unknown") : page.t("grant.needs.uncovered", MeterWords.time(page, f.uncovered), MeterWords.time(page, f.required), f.closedDays));
    }

    private void education(Figures f) {
        part(2, "education");
        for (var school : f.schools) school.dials().forEach(m -> line("- " + school.school().name() + ", " + dial(m)));
    }

    private void officers(Figures f) {
        part(3, "officers");
        for (var school : f.schools) line("- " + page.t("grant.officers.school", school.school().name(), school.officers().size(), school.posts().size()));
    }

    private void success(Figures f) {
        part(4, "success");
        for (var school : f.schools) {
            var read = RequirementLines.of(page, school, Map.of(), f.besides.get(school.school().id()));
            long met = read.lines().stream().filter(l -> l.standing().equals(page.t("programme.standing." + Standing.MET)) || l.standing().equals(page.t("programme.standing." + Standing.ON_PACE))).count();
            line("- " + page.t("grant.success.school", school.school().name(), met, read.lines().size()));
            read.gaps().forEach(gap -> line("  - " + gap));
        }
    }

    private void rules(Figures f) {
        line("");
        line(page.t("grant.rules"));
        f.schools.stream().flatMap(s -> RequirementLines.versions(s.requirements()).stream()).distinct().sorted().forEach(version -> line("- " + version));
    }

    private String dial(Meter m) {
        return page.t("programme.dial", MeterWords.subject(page, m.requirement()), MeterWords.of(page, m)) + ". " + MeterWords.outlook(page, m);
    }

    private void part(int number, String what) {
        line("");
        line(number + ". " + page.t("grant.part." + what));
        line("[" + page.t("grant.write." + what) + "]");
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
