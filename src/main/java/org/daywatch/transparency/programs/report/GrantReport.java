package org.daywatch.transparency.programs.report;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.daywatch.directory.Requirement;
import org.daywatch.platform.money.Dollars;
import org.daywatch.platform.privacy.Suppression;
import org.daywatch.platform.web.Page;
import org.daywatch.transparency.programs.meters.Meter;
import org.daywatch.transparency.programs.meters.PostMoney;
import org.daywatch.transparency.programs.schools.MeterWords;
import org.daywatch.transparency.programs.totals.SchoolMeters;
import org.jspecify.annotations.Nullable;

/**
 * The four parts of a proposal, with the figures Daywatch has and a marked place for every sentence only people can
 * write. Pure text: it is meant to be gone on with in a word processor.
 */
final class GrantReport {

    private final Page page;
    private final StringBuilder text = new StringBuilder();

    private GrantReport(Page page) {
        this.page = page;
    }

    /**
     * @param uncovered minutes schools stood without their officer this school year, of {@code required}; both 0 where
     * no day is closed
     * @param incidents at which an officer was, by school; a school of which nothing is recorded at all is not there:
     * that is no zero
     * @param small fewer than these are not shown
     */
    record Figures(String district, LocalDate asOf, List<SchoolMeters> schools, long uncovered, long required,
            int closedDays, Map<UUID, Besides> besides, Map<UUID, Integer> incidents,
            int small) {}

    static String of(Page page, Figures figures) {
        var report = new GrantReport(page);
        report.line(page.t("grant.title", figures.district));
        report.line(page.t("grant.asOf", page.when().dayAndYear(figures.asOf)));
        report.needs(figures);
        report.education(figures);
        report.officers(figures);
        report.money(figures);
        report.success(figures);
        report.rules(figures);
        return report.text.toString();
    }

    private void needs(Figures f) {
        part(1, "needs");
        line(page.t("grant.needs.schools", f.schools.size(),
                f.schools.stream().flatMap(s -> s.posts().stream()).map(p -> p.post().id()).distinct().count())); // a shared post is one
        line(f.closedDays == 0
                ? page.t("grant.needs.unknown")
                : page.t("grant.needs.uncovered", MeterWords.time(page, f.uncovered), MeterWords.time(page, f.required),
                        f.closedDays));
        incidents(f);
    }

    /**
     * Zero, unknown and not shown are three things; with one school hidden alone its number would be what the others
     * leave of the sum.
     */
    private void incidents(Figures f) {
        var known = f.schools.stream().map(s -> s.school().id()).filter(f.incidents::containsKey).toList();
        line(page.t("grant.needs.incidents"));
        if (known.isEmpty()) {
            f.schools.forEach(s -> line("- " + page.t("grant.needs.incidents.unknown", s.school().name())));
            return;
        }
        var counts = known.stream().mapToInt(f.incidents::get).toArray();
        var shown = Suppression.list(counts, f.small);
        for (var school : f.schools) {
            int at = known.indexOf(school.school().id());
            String name = school.school().name();
            if (at < 0) line("- " + page.t("grant.needs.incidents.unknown", name));
            else
                if (shown.hidden()[0][at])
                    line("- " + page.t(
                            counts[at] < f.small ? "grant.needs.incidents.few" : "grant.needs.incidents.hidden", name,
                            f.small));
                else
                    line("- " + page.t("grant.needs.incidents.known", name, counts[at]));
        }
        if (shown.sums())
            line(page.t("grant.needs.incidents.all", IntStream.of(counts).sum(), known.size(), f.schools.size()));
        else
            line(page.t("grant.needs.incidents.all.hidden"));
    }

    /**
     * What each award pays, what of it was spent and is left; the sum of those of which somebody said what an hour
     * costs.
     */
    private void money(Figures f) {
        line("");
        line(page.t("grant.money"));
        var posts = new LinkedHashMap<UUID, SchoolMeters.OfPost>();
        f.schools.forEach(s -> s.posts().forEach(p -> posts.putIfAbsent(p.post().id(), p)));
        if (posts.isEmpty()) line(page.t("grant.money.none"));
        var names = f.schools.stream().collect(Collectors.toMap(s -> s.school().id(), s -> s.school().name()));
        posts.values()
                .forEach(p -> line("- "
                        + page.t("grant.money.post", page.t("program.post.title", p.post().kind(), p.post().award()),
                                p.post().schools().stream()
                                        .map(s -> names.getOrDefault(s, page.t("grant.money.elsewhere")))
                                        .collect(Collectors.joining(", ")),
                                of(p.money()))));
        var known = posts.values().stream().map(SchoolMeters.OfPost::money).filter(Objects::nonNull).toList();
        if (!known.isEmpty())
            line(page.t("grant.money.all", known.size(), posts.size(),
                    Dollars.said(known.stream().mapToLong(PostMoney::award).sum()),
                    Dollars.said(known.stream().mapToLong(PostMoney::spent).sum()),
                    Dollars.said(known.stream().mapToLong(PostMoney::left).sum())));
    }

    private String of(@Nullable PostMoney money) {
        return money == null
                ? page.t("program.money.unknown")
                : page.t("grant.money.spent", Dollars.said(money.award()), Dollars.said(money.spent())) + " "
                        + MeterWords.money(page, money);
    }

    private void education(Figures f) {
        part(2, "education");
        for (var school : f.schools) school.dials().forEach(m -> line("- " + school.school().name() + ", " + dial(m)));
    }

    private void officers(Figures f) {
        part(3, "officers");
        for (var school : f.schools)
            line("- " + page.t("grant.officers.school", school.school().name(), school.officers().size(),
                    school.posts().size()));
    }

    private void success(Figures f) {
        part(4, "success");
        for (var school : f.schools) {
            var read = RequirementLines.of(page, school, Map.of(), f.besides.get(school.school().id()));
            long met = read.lines().stream().filter(l -> RequirementLines.good(page, l)).count();
            line("- " + page.t("grant.success.school", school.school().name(), met, read.lines().size()));
            read.gaps().forEach(gap -> line("  - " + gap));
        }
    }

    private void rules(Figures f) {
        line("");
        line(page.t("grant.rules"));
        f.schools.stream().flatMap(s -> Requirement.versions(s.requirements()).stream()).distinct().sorted()
                .forEach(version -> line("- " + version));
    }

    private String dial(Meter m) {
        return page.t("program.dial", MeterWords.subject(page, m.requirement()), MeterWords.of(page, m)) + ". "
                + MeterWords.outlook(page, m);
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
