package org.daywatch.transparency.programs.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.web.Page;
import org.daywatch.transparency.programs.meters.Subjects;
import org.daywatch.transparency.programs.report.SiteVisit.Evidence;
import org.daywatch.transparency.programs.schools.MeterWords;
import org.daywatch.transparency.programs.screens.EvidenceWords;
import org.daywatch.transparency.programs.totals.EvidenceLines.Line;
import org.daywatch.transparency.programs.totals.SchoolMeters;
import org.daywatch.transparency.programs.totals.SchoolYears;

/**
 * The evidence of a site-visit file: what counts for a requirement line by line; time on campus, which is a line for
 * every day, by month. Pure.
 */
final class VisitEvidence {

    private static final String ACTIVE_THREAT = "DRILL:ACTIVE_THREAT";

    private final Page page;
    private final SchoolMeters meters;
    private final List<Line> lines;
    private final Map<UUID, String> names;
    /** Names of the officers who were there, by the address of what they were at. */
    private final Map<String, TreeSet<String>> there = new HashMap<>();

    VisitEvidence(Page page, SchoolMeters meters, List<Line> lines, Map<UUID, String> names) {
        this.page = page;
        this.meters = meters;
        this.lines = lines;
        this.names = names;
        lines.stream().filter(l -> l.officer() != null && !l.evidence().isEmpty())
                .forEach(l -> there.computeIfAbsent(l.evidence(), address -> new TreeSet<>())
                        .add(names.getOrDefault(l.officer(), page.t("visit.officer"))));
    }

    List<Evidence> list() {
        var evidence = new ArrayList<Evidence>();
        var months = new TreeMap<LocalDate, Long>();
        for (var line : lines) {
            if (timed(line) && (line.day().isBefore(meters.from()) || line.day().isAfter(meters.to()))) continue; // of no figure here
            if (line.kind().equals("ON_POST"))
                months.merge(line.day().withDayOfMonth(1), (long) line.minutes(), Long::sum);
            else
                if (!line.subject().isEmpty() || line.kind().equals("OFF_CAMPUS")) {
                    evidence.add(of(line));
                }
        }
        meters.due().stream().filter(d -> d.doneOn() != null && d.doneOn().isBefore(SchoolYears.begin(meters.asOf()))) // done years ago, and it still holds
                .forEach(d -> evidence.add(
                        new Evidence(d.doneOn(), MeterWords.subject(page, d.requirement()), "", "", d.evidence())));
        months.forEach((month, minutes) -> evidence
                .add(new Evidence(month, page.t("visit.month"), "", MeterWords.time(page, minutes),
                        "/program/schools/" + meters.school().id() + "/evidence?subject=ON_CAMPUS")));
        evidence.sort(Comparator.comparing(Evidence::day));
        return List.copyOf(evidence);
    }

    private static boolean timed(Line line) {
        return line.clock() || line.subject().startsWith("LRE");
    }

    Evidence of(Line line) {
        return new Evidence(line.day(), what(line), officers(line), amount(line), line.evidence());
    }

    /** A plan, an agreement or a notice took no time: none is said of it. */
    private String amount(Line line) {
        return line.minutes() == 0 && line.source().equals("FACT") ? "" : MeterWords.time(page, line.minutes());
    }

    /**
     * Where the record of an active-threat drill must name the officers who were there: those drills that name nobody.
     */
    List<String> unnamed() {
        if (meters.requirements().stream().noneMatch(r -> r.subject().equals(ACTIVE_THREAT + ":OFFICERS")))
            return List.of();
        return lines.stream().filter(l -> Subjects.of(l.subject()).contains(ACTIVE_THREAT) && officers(l).isEmpty())
                .map(l -> page.t("visit.gap", MeterWords.subject(page, ACTIVE_THREAT),
                        page.t("visit.gap.unnamed", page.when().date(l.day()))))
                .toList();
    }

    /** What another room told is called as the program counts it. */
    private String what(Line line) {
        if (!line.onCampus()) return EvidenceWords.kind(page, line) + ": " + MeterWords.reason(page, line.reason());
        if (!line.source().equals("FACT")) return EvidenceWords.kind(page, line);
        return Subjects.of(line.subject()).stream().map(subject -> MeterWords.subject(page, subject))
                .collect(Collectors.joining(", "));
    }

    private String officers(Line line) {
        if (line.officer() != null) return names.getOrDefault(line.officer(), "");
        return String.join(", ", there.getOrDefault(line.evidence(), new TreeSet<>()));
    }
}
