package org.daywatch.transparency.programs.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.daywatch.directory.Due;
import org.daywatch.directory.Requirement;
import org.daywatch.platform.web.Page;
import org.daywatch.staffing.CoverageDays;
import org.daywatch.transparency.programs.clocks.ClockKind;
import org.daywatch.transparency.programs.clocks.ProgramClock.State;
import org.daywatch.transparency.programs.clocks.ProgramClock;
import org.daywatch.transparency.programs.clocks.pages.ClockWords;
import org.daywatch.transparency.programs.meters.DueCount;
import org.daywatch.transparency.programs.meters.Standing;
import org.daywatch.transparency.programs.report.RequirementLines.Read;
import org.daywatch.transparency.programs.report.SiteVisit.Line;
import org.daywatch.transparency.programs.schools.MeterWords;
import org.daywatch.transparency.programs.screens.Certificates;
import org.daywatch.transparency.programs.standards.PlanStandardsTold;
import org.daywatch.transparency.programs.totals.SchoolMeters;

/**
 * Lines and gaps of what meters do not know: the officer at the campus day by day, the board's exception, clocks,
 * certificates, standards of the emergency plan. Pure.
 */
final class BesidesLines {

    private static final String OFFICER = "OFFICER:CAMPUS";
    private static final String PLAN = "PLAN:EMERGENCY";
    private static final int DAYS_NAMED = 20; // a year of gaps would hide the others

    private final Page page;
    private final SchoolMeters meters;
    private final Map<UUID, String> names;
    private final Besides besides;
    private final List<Line> lines = new ArrayList<>();
    private final List<String> gaps = new ArrayList<>();

    /** @param names of officers: a gap of one of them bears their name; without any, gaps are counted */
    BesidesLines(Page page, SchoolMeters meters, Map<UUID, String> names, Besides besides) {
        this.page = page;
        this.meters = meters;
        this.names = names;
        this.besides = besides;
    }

    /** A gate that has its own line here. */
    static boolean speaksOf(Requirement gate, Besides besides) {
        return gate.subject().startsWith(OFFICER) || besides.papers().isPresent() && Certificates.inFiles(gate);
    }

    Read read() {
        meters.requirements().stream().filter(r -> r.subject().equals(OFFICER)).forEach(this::officer);
        exception();
        besides.byDate().forEach(this::byDate);
        if (meters.requirements().stream().anyMatch(r -> r.subject().equals(PLAN))) plan();
        besides.papers().ifPresent(this::papers);
        besides.clocks().stream().filter(c -> !saidAlready(c)).forEach(this::clock);
        return new Read(List.copyOf(lines), List.copyOf(gaps));
    }

    private void officer(Requirement r) {
        var closed = besides.closed();
        var bare = besides.bare();
        long covered = closed.stream().filter(d -> d.uncovered() == 0).count();
        long uncovered = closed.stream().mapToLong(CoverageDays.Day::uncovered).sum();
        add(r.rule().id(), OFFICER, MeterWords.subject(page, r), page.t("visit.days", closed.size()),
                page.t("visit.days", covered),
                closed.isEmpty() ? Standing.UNKNOWN : bare.isEmpty() ? Standing.ON_PACE : Standing.MISSED,
                uncovered == 0 ? "" : page.t("visit.officer.without", MeterWords.time(page, uncovered)),
                RequirementLines.rule(page, r.rule()));
        if (closed.isEmpty()) gap(MeterWords.subject(page, r), page.t("visit.gap.nothing"));
        bare.stream().limit(DAYS_NAMED).forEach(d -> gap(MeterWords.subject(page, r),
                page.t("visit.gap.bare", page.when().date(d.day()), MeterWords.time(page, d.uncovered()))));
        if (bare.size() > DAYS_NAMED)
            gap(MeterWords.subject(page, r), page.t("visit.gap.bare.more", bare.size() - DAYS_NAMED));
    }

    private void byDate(Due due) {
        var count = DueCount.of(List.of(due));
        var r = due.requirement();
        lines.add(new Line(r.rule().id(), r.subject(), MeterWords.subject(page, r), "1", Integer.toString(count.done()),
                RequirementLines.standing(page, count),
                RequirementLines.next(page, count, meters.asOf()), RequirementLines.rule(page, r.rule())));
        if (due.state() == Due.State.LATE || due.state() == Due.State.DONE_LATE)
            gap(MeterWords.subject(page, r), MeterWords.due(page, due));
    }

    private void exception() {
        if (besides.exceptions().isEmpty()) return;
        var e = besides.exceptions().getLast();
        String what = page.t(e.approval().isEmpty() ? "program.exception" : "program.approval");
        String until = e.renewBy() == null ? page.t("program.unknown") : page.when().date(e.renewBy());
        String said = page.t(e.holds(meters.asOf()) ? "program.exception.holds" : "program.exception.over",
                page.when().date(e.boardDay()), until);
        boolean lapsed = besides.lapsed(meters.asOf()).isPresent();
        add(VisitRecords.EXCEPTION, ClockKind.EXCEPTION_RENEWAL.subject(), what, "", said,
                lapsed ? Standing.MISSED : Standing.ON_PACE, (e.approval() + " " + e.alternative()).strip(),
                e.ruleVersion());
        boolean renewalLate = besides.clocks().stream()
                .anyMatch(c -> c.kind() == ClockKind.EXCEPTION_RENEWAL && c.late(besides.now()) && asked(c));
        if (lapsed && !renewalLate) gap(what, said);
    }

    /**
     * A plan that is there says which standards of its state it meets; one that is missing has its own gap. What was
     * not told is unknown.
     */
    private void plan() {
        String what = page.t("visit.standards");
        var told = besides.standards().filter(PlanStandardsTold::told);
        if (told.isEmpty()) {
            boolean there = besides.standards().isPresent()
                    || meters.due(PLAN).stream().anyMatch(d -> d.doneOn() != null);
            if (!there) return;
            add(VisitRecords.STANDARDS, PLAN, what, "", page.t("program.unknown"), Standing.UNKNOWN, "", "");
            gap(what, page.t("visit.standards.untold"));
            return;
        }
        var s = told.get();
        int asked = s.asked().size();
        var lacking = s.lacking();
        add(VisitRecords.STANDARDS, PLAN, what, page.t("visit.standards.number", asked),
                page.t("visit.standards.number", asked - lacking.size()),
                asked == 0 ? Standing.UNKNOWN : lacking.isEmpty() ? Standing.MET : Standing.MISSED,
                asked == 0
                        ? page.t("visit.standards.none")
                        : page.t("visit.standards.told",
                                page.when().date(s.toldAt().atZone(meters.school().zone()).toLocalDate())),
                "");
        if (!lacking.isEmpty())
            gap(what, page.t("visit.standards.lacking", lacking.size(), asked, String.join(", ", lacking)));
    }

    private void papers(List<Certificates.Line> papers) {
        var byGate = new LinkedHashMap<Requirement, List<Certificates.Line>>();
        meters.requirements().stream().filter(Certificates::inFiles)
                .forEach(r -> byGate.put(r, papers.stream().filter(p -> p.requirement().equals(r)).toList()));
        byGate.forEach((gate, of) -> {
            long held = of.stream()
                    .filter(p -> p.state() == Certificates.State.HELD || p.state() == Certificates.State.ENDS_SOON)
                    .count();
            var missing = of.stream().filter(p -> p.state() == Certificates.State.MISSING).toList();
            var standing = of.isEmpty()
                    ? Standing.UNKNOWN
                    : !missing.isEmpty() ? Standing.MISSED : held == of.size() ? Standing.MET : Standing.ON_PACE;
            var late = of.stream().filter(p -> p.late() != null).toList();
            long most = late.stream().mapToLong(Certificates.Line::daysLate).max().orElse(0);
            lines.add(new Line(gate.rule().id(), gate.subject(), MeterWords.subject(page, gate),
                    page.t("visit.officers", of.size()), page.t("visit.officers", held),
                    RequirementLines.standing(page, standing, most == 0 ? "" : page.t("visit.days", most)),
                    late.isEmpty() ? "" : page.t("visit.papers.late", late.size()),
                    RequirementLines.rule(page, gate.rule())));
            if (names.isEmpty() && !missing.isEmpty())
                gap(MeterWords.subject(page, gate), page.t("visit.gap.papers", missing.size()));
            else
                missing.forEach(p -> gap(MeterWords.subject(page, gate), page.t("visit.gap.paper", name(p))));
            if (!names.isEmpty())
                late.forEach(p -> gap(MeterWords.subject(page, gate), late(p, Objects.requireNonNull(p.late()))));
        });
    }

    private String late(Certificates.Line paper, Certificates.Late late) {
        return page.t("visit.gap.paper.late", name(paper), page.when().date(late.on()), page.when().date(late.by()));
    }

    private String name(Certificates.Line paper) {
        return paper.name().isEmpty() ? page.t("visit.officer") : paper.name();
    }

    private void clock(ProgramClock c) {
        var zone = meters.school().zone();
        String what = page.t("program.clock.kind." + c.kind());
        String asked = page.t("program.clock.due", ClockWords.due(page, c, zone));
        String rule = c.ruleVersion().isEmpty()
                ? page.t("program.clock.byHand")
                : c.toConfirm() ? page.t("visit.rule.toConfirm", c.ruleVersion()) : c.ruleVersion();
        String began = page.t("visit.clock.began", page.when().moment(c.startedAt(), zone));
        if (c.state() instanceof State.Answered a) {
            add(VisitRecords.CLOCK + c.id(), c.kind().subject(), what, asked, ClockWords.answered(page, a, zone),
                    a.late() ? Standing.MISSED : Standing.MET, began, rule);
            if (a.late()) gap(what, ClockLine.late(page, c, a, zone));
            return;
        }
        add(VisitRecords.CLOCK + c.id(), c.kind().subject(), what, asked, "",
                c.late(besides.now()) ? Standing.MISSED : Standing.ON_PACE, began, rule);
        if (c.late(besides.now())) gap(what, page.t("visit.gap.clock", ClockWords.due(page, c, zone)));
    }

    /** A rule asks for it, so that its line is the rule's. */
    private boolean asked(ProgramClock c) {
        return meters.requirements().stream().anyMatch(r -> r.subject().equals(c.kind().subject()));
    }

    /**
     * What a rule asks for has a line of its rule; agreements, exceptions and certificates have lines of their own.
     * What remains is what somebody set a day for.
     */
    private boolean saidAlready(ProgramClock c) {
        if (c.kind() == ClockKind.SERVICE_AGREEMENT)
            return meters.agreements().stream().anyMatch(a -> a.officer().equals(c.officerId()));
        if (c.kind() == ClockKind.CERTIFICATE) return besides.papers().isPresent();
        return asked(c) || c.kind() == ClockKind.EXCEPTION_RENEWAL && !besides.exceptions().isEmpty();
    }

    private void add(String key, String subject, String what, String asked, String done, Standing standing,
            String outlook, String rule) {
        lines.add(new Line(key, subject, what, asked, done, page.t("program.standing." + standing), outlook, rule));
    }

    private void gap(String what, String said) {
        gaps.add(page.t("visit.gap", what, said));
    }
}
