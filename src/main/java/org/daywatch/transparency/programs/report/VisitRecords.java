package org.daywatch.transparency.programs.report;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.daywatch.directory.Requirement;
import org.daywatch.platform.web.Page;
import org.daywatch.transparency.programs.clocks.ProgramClock;
import org.daywatch.transparency.programs.clocks.pages.ClockWords;
import org.daywatch.transparency.programs.report.SiteVisit.Evidence;
import org.daywatch.transparency.programs.schools.MeterWords;
import org.daywatch.transparency.programs.screens.Certificates;
import org.daywatch.transparency.programs.standards.PlanStandardsTold;
import org.daywatch.transparency.programs.totals.EvidenceLines;
import org.daywatch.transparency.programs.totals.FigureLines.Figure;
import org.daywatch.transparency.programs.totals.SchoolMeters;

/** What a line of a site-visit file counts, one by one. Pure. */
final class VisitRecords {

    static final String CLOCK = "clock ";
    static final String EXCEPTION = "exception";
    static final String STANDARDS = "plan standards";

    private final Page page;
    private final SchoolMeters meters;
    private final Besides besides;
    private final Map<UUID, String> names;

    /** @param names of officers, as far as the reader may see them */
    VisitRecords(Page page, SchoolMeters meters, Besides besides, Map<UUID, String> names) {
        this.page = page;
        this.meters = meters;
        this.besides = besides;
        this.names = names;
    }

    /** Of which lines of the log a figure is the sum; a figure of a funded post over all its schools. */
    Figure figure(String key) {
        var post = meters.requirements().stream().filter(r -> r.rule().id().equals(key)).findFirst()
                .flatMap(meters::behind).map(p -> p.post().id()).orElse(null);
        return Figure.ofRule(key, post);
    }

    /** @param lines of the log behind the figure. @param all lines of the school: who was at what */
    List<Evidence> of(String key, List<EvidenceLines.Line> lines, List<EvidenceLines.Line> all) {
        if (key.startsWith(CLOCK))
            return besides.clocks().stream().filter(c -> key.equals(CLOCK + c.id())).map(this::clock).toList();
        if (key.equals(EXCEPTION))
            return besides.exceptions().stream().map(e -> new Evidence(e.boardDay(), e.alternative(), "",
                    e.renewBy() == null ? page.t("program.unknown") : page.when().date(e.renewBy()), "")).toList();
        if (key.equals(STANDARDS)) return standards();
        return meters.requirements().stream().filter(r -> r.rule().id().equals(key)).findFirst()
                .map(r -> of(r, lines, all)).orElse(List.of());
    }

    private List<Evidence> of(Requirement r, List<EvidenceLines.Line> lines, List<EvidenceLines.Line> all) {
        if (r.subject().equals("LOG:WEEK")) return weeks();
        if (r.subject().equals("AGREEMENT:SERVICE"))
            return meters.agreements().stream()
                    .map(a -> new Evidence(a.due().on() == null ? a.due().by() : a.due().on(),
                            MeterWords.subject(page, r),
                            name(a.officer()), page.t("program.start." + a.due().state()), a.evidence()))
                    .toList();
        if (r.subject().equals("OFFICER:CAMPUS"))
            return besides.closed().stream().map(d -> new Evidence(d.day(), MeterWords.subject(page, r), "",
                    page.t("program.of", MeterWords.time(page, d.covered()), MeterWords.time(page, d.required())), ""))
                    .toList();
        var byDate = besides.byDate().stream().filter(d -> d.requirement().equals(r)).toList();
        if (!byDate.isEmpty())
            return byDate.stream().filter(d -> d.doneOn() != null)
                    .map(d -> new Evidence(Objects.requireNonNull(d.doneOn()), MeterWords.subject(page, r), "",
                            MeterWords.due(page, d), ""))
                    .toList();
        var clocks = ClockLine.counted(meters, besides.clocks(), r);
        if (!clocks.isEmpty()) return clocks.stream().map(this::clock).toList();
        if (Certificates.inFiles(r))
            return besides.papers().orElse(List.of()).stream().filter(p -> p.requirement().equals(r))
                    .map(p -> new Evidence(p.until() == null ? meters.asOf() : p.until(),
                            page.t("officers.credential." + p.kind()), p.name(), page.t("program.papers." + p.state()),
                            ""))
                    .toList();
        var evidence = new VisitEvidence(page, meters, all, names);
        return lines.stream().map(evidence::of).toList();
    }

    private List<Evidence> weeks() {
        var weeks = new ArrayList<Evidence>();
        meters.officers()
                .forEach(o -> o.logs().over().forEach(week -> weeks.add(new Evidence(week,
                        page.t("program.week", page.when().date(week)), name(o.officer()),
                        page.t(o.logs().missing().contains(week) ? "visit.log.missing" : "visit.log.signed"), ""))));
        return weeks;
    }

    /** Each standard of the emergency plan in words, where a program asks for one and somebody told. */
    List<Evidence> standards() {
        if (meters.requirements().stream().noneMatch(r -> r.subject().equals("PLAN:EMERGENCY"))) return List.of();
        return besides.standards().filter(PlanStandardsTold::told).map(this::standards).orElse(List.of());
    }

    private List<Evidence> standards(PlanStandardsTold told) {
        var day = told.toldAt().atZone(meters.school().zone()).toLocalDate();
        return told.asked().stream()
                .map(code -> new Evidence(day,
                        code + ": " + page.stored("eop.standard", told.words().getOrDefault(code, "")), "",
                        page.t(told.met().contains(code) ? "visit.standards.met" : "visit.standards.not"),
                        told.address()))
                .toList();
    }

    private Evidence clock(ProgramClock c) {
        ZoneId zone = meters.school().zone();
        String stands = c.state() instanceof ProgramClock.State.Answered a
                ? ClockWords.answered(page, a, zone)
                : ClockWords.chip(page, c, zone, besides.now()).word();
        return new Evidence(c.startedAt().atZone(zone).toLocalDate(), page.t("program.clock.kind." + c.kind()) + ", "
                + page.t("program.clock.due", ClockWords.due(page, c, zone)), "", stands, "");
    }

    private String name(UUID officer) {
        return names.getOrDefault(officer, page.t("visit.officer"));
    }
}
