package org.daywatch.transparency.programs.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.directory.Due;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.Requirement;
import org.daywatch.platform.web.Page;
import org.daywatch.transparency.programs.meters.DueCount;
import org.daywatch.transparency.programs.meters.LogWeeks;
import org.daywatch.transparency.programs.meters.Meter;
import org.daywatch.transparency.programs.meters.Quarter;
import org.daywatch.transparency.programs.meters.ShareMeter;
import org.daywatch.transparency.programs.meters.Standing;
import org.daywatch.transparency.programs.meters.StartDue;
import org.daywatch.transparency.programs.report.SiteVisit.Line;
import org.daywatch.transparency.programs.schools.MeterWords;
import org.daywatch.transparency.programs.totals.SchoolMeters;

/**
 * A school's figures as lines of a report: one for each requirement, and a sentence for each gap. What is unknown is
 * said to be unknown.
 */
final class RequirementLines {

    private final Page page;
    private final SchoolMeters meters;
    private final Map<UUID, String> names;
    private final Besides besides;
    private final List<Line> lines = new ArrayList<>();
    private final List<String> gaps = new ArrayList<>();

    private RequirementLines(Page page, SchoolMeters meters, Map<UUID, String> names, Besides besides) {
        this.page = page;
        this.meters = meters;
        this.names = names;
        this.besides = besides;
    }

    record Read(List<Line> lines, List<String> gaps) {}

    /** @param names of officers: a gap of one of them bears their name; without any, gaps are counted */
    static Read of(Page page, SchoolMeters meters, Map<UUID, String> names, Besides besides) {
        var reading = new RequirementLines(page, meters, names, besides);
        if (!meters.year().known()) reading.gaps.add(page.t("visit.gap.calendar"));
        meters.dials().forEach(reading::time);
        if (meters.campusShare() != null) reading.share(meters.campusShare());
        reading.logs();
        reading.quarters();
        reading.agreements();
        reading.dues();
        ClockLine.of(page, meters, besides.clocks(), besides.now()).forEach(reading::clock);
        reading.ceilings();
        reading.gates();
        var more = new BesidesLines(page, meters, names, besides).read();
        return new Read(joined(reading.lines, more.lines()), joined(reading.gaps, more.gaps()));
    }

    private void time(Meter m) {
        add(m.requirement(), MeterWords.amount(page, m, m.target()), MeterWords.amount(page, m, m.amount()),
                m.standing(), MeterWords.outlook(page, m));
        if (m.standing() == Standing.UNKNOWN && m.amount() == null) gap(m.requirement(), page.t("visit.gap.nothing"));
        else
            if (m.standing() == Standing.BEHIND || m.standing() == Standing.MISSED)
                gap(m.requirement(), page.t("visit.gap.missing", MeterWords.amount(page, m, m.missing())));
    }

    private void share(ShareMeter s) {
        add(s.requirement(), MeterWords.percent(page, s.requirement().rule().value().movePointRight(1).longValue()),
                MeterWords.share(page, s), s.standing(),
                s.known()
                        ? page.t("program.share.minutes", MeterWords.time(page, s.onCampus()),
                                MeterWords.time(page, s.paid()))
                        : page.t("program.share.unknown"));
        if (!s.known()) gap(s.requirement(), page.t("program.share.unknown"));
        else
            if (s.standing() == Standing.BEHIND)
                gap(s.requirement(), page.t("visit.gap.share", MeterWords.time(page, -s.spare())));
    }

    private void logs() {
        meters.requirements().stream().filter(r -> r.subject().equals("LOG:WEEK")).forEach(r -> {
            int asked = meters.officers().stream().mapToInt(o -> o.logs().asked()).sum();
            int missing = meters.logsMissing();
            add(r, page.t("visit.weeks", asked), page.t("visit.weeks", asked - missing),
                    asked == 0 ? Standing.UNKNOWN : missing == 0 ? Standing.ON_PACE : Standing.BEHIND,
                    meters.logsLate() == 0 ? "" : page.t("program.logs.late", meters.logsLate()));
            if (missing > 0 && names.isEmpty()) gap(r, page.t("program.logs.missing", missing));
            else
                meters.officers().forEach(o -> o.logs().missing()
                        .forEach(week -> gap(r, page.t("visit.gap.log", name(o.officer()), page.when().date(week)))));
            meters.officers().stream().filter(o -> !o.logs().late().isEmpty() && !names.isEmpty())
                    .forEach(o -> gap(r, page.t("visit.gap.log.late", name(o.officer()), late(o.logs()))));
            if (asked == 0) gap(r, page.t("visit.gap.nothing"));
        });
    }

    /** "Sep 14, 2026 on Nov 20, 2026; …": one sentence for each officer, however many weeks there are. */
    private String late(LogWeeks logs) {
        return logs.late().entrySet().stream().map(
                e -> page.t("program.logs.late.week", page.when().date(e.getKey()), page.when().date(e.getValue())))
                .collect(Collectors.joining("; "));
    }

    private void quarters() {
        meters.requirements().stream()
                .filter(r -> r.kind() == Requirement.Kind.MEETING && r.counting() == Requirement.Counting.QUARTER)
                .forEach(r -> {
                    long held = meters.quarters().stream().filter(q -> q.state() == Quarter.State.HELD).count();
                    var missed = meters.quarters().stream().filter(q -> q.state() == Quarter.State.MISSED).toList();
                    add(r, page.t("visit.quarters", meters.quarters().size()), page.t("visit.quarters", held),
                            meters.quarters().isEmpty()
                                    ? Standing.UNKNOWN
                                    : missed.isEmpty() ? Standing.ON_PACE : Standing.MISSED,
                            "");
                    missed.forEach(q -> gap(r, page.t("visit.gap.quarter", page.days(q.from(), q.to()))));
                });
    }

    private void agreements() {
        meters.requirements().stream().filter(r -> r.subject().equals("AGREEMENT:SERVICE")).forEach(r -> {
            long signed = meters.agreements().stream().filter(a -> a.due().done()).count();
            long late = meters.agreements().stream().filter(a -> a.due().state() == StartDue.State.LATE).count();
            int overdue = meters.agreementsOverdue().size();
            add(r, page.t("visit.agreements", meters.agreements().size()), page.t("visit.agreements", signed),
                    meters.agreements().isEmpty() ? Standing.UNKNOWN : overdue > 0 ? Standing.MISSED : Standing.ON_PACE,
                    late > 0 ? page.t("visit.agreements.late", late) : "");
            if (overdue > 0 && names.isEmpty()) gap(r, page.t("visit.gap.agreements", overdue));
            else meters.agreements().forEach(a -> agreement(r, a));
        });
    }

    private void agreement(Requirement r, SchoolMeters.Agreement a) {
        String by = page.when().date(a.due().by());
        if (a.due().state() == StartDue.State.OVERDUE) gap(r, page.t("visit.gap.agreement", name(a.officer()), by));
        if (a.due().state() == StartDue.State.LATE)
            gap(r, page.t("visit.gap.agreement.late", name(a.officer()),
                    page.when().date(Objects.requireNonNull(a.due().on())), by));
    }

    private String name(UUID officer) {
        return names.getOrDefault(officer, page.t("visit.officer"));
    }

    private void dues() {
        var byRequirement = new LinkedHashMap<Requirement, List<Due>>();
        meters.due().forEach(d -> byRequirement.computeIfAbsent(d.requirement(), k -> new ArrayList<>()).add(d));
        for (Map.Entry<Requirement, List<Due>> e : byRequirement.entrySet()) {
            if (counted(e.getKey()) || e.getKey().kind() == Requirement.Kind.CEILING) continue;
            var count = DueCount.of(e.getValue());
            add(e.getKey(), Integer.toString(count.asked()), Integer.toString(count.done()), standing(page, count),
                    next(page, count, meters.asOf()));
            e.getValue().stream()
                    .filter(d -> d.state() == Due.State.LATE || d.state() == Due.State.MISSED
                            || d.state() == Due.State.DONE_LATE)
                    .forEach(d -> gap(e.getKey(), MeterWords.due(page, d)));
        }
    }

    /** By when the next one is due, or since when the oldest is late; empty where nothing is to come. */
    static String next(Page page, DueCount count, LocalDate asOf) {
        if (count.next() == null) return "";
        return page.t(count.next().isBefore(asOf) ? "program.due.LATE" : "visit.next", page.when().date(count.next()));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private void clock(ClockLine line) {
        add(line.requirement(), Integer.toString(line.started()), Integer.toString(line.answered()),
                standing(page, line.standing(), line.late()), line.outlook());
        line.gaps().forEach(what -> gap(line.requirement(), what));
    }

    /** What has no figure here stands in the file all the same: asked for, kept elsewhere. */
    private void gates() {
        meters.requirements().stream()
                .filter(r -> r.kind() == Requirement.Kind.GATE && !BesidesLines.speaksOf(r, besides))
                .forEach(r -> lines.add(new Line(r.rule().id(), r.subject(), MeterWords.subject(page, r),
                        r.rule().value().stripTrailingZeros().toPlainString() + " " + r.rule().unit(),
                        page.t("visit.gate.files"), "", "", rule(r.rule()))));
    }

    /** What may not be exceeded: drills beyond it are too many, and nothing that was asked for and missed. */
    private void ceilings() {
        meters.requirements().stream().filter(r -> r.kind() == Requirement.Kind.CEILING).forEach(r -> {
            var beyond = meters.due().stream().filter(d -> d.requirement().equals(r)).toList();
            add(r, page.t("visit.atMost", r.rule().number()),
                    beyond.isEmpty() ? "" : page.t("visit.tooMany", beyond.size()),
                    beyond.isEmpty() ? Standing.ON_PACE : Standing.MISSED, "");
            beyond.forEach(d -> gap(r, MeterWords.due(page, d)));
        });
    }

    /** Has a line of its own already. */
    private static boolean counted(Requirement r) {
        return r.subject().equals("LOG:WEEK") || r.subject().equals("AGREEMENT:SERVICE")
                || r.kind() == Requirement.Kind.MEETING && r.counting() == Requirement.Counting.QUARTER;
    }

    private void add(Requirement r, String asked, String done, Standing standing, String outlook) {
        add(r, asked, done, page.t("program.standing." + standing), outlook);
    }

    private void add(Requirement r, String asked, String done, String standing, String outlook) {
        lines.add(new Line(r.rule().id(), r.subject(), MeterWords.subject(page, r), asked, done, standing, outlook,
                rule(r.rule())));
    }

    /** "Met, late by 3 days": what is in order by now and was not in time says so. */
    static String standing(Page page, DueCount count) {
        return standing(page, count.standing(), count.daysLate() == 0 ? "" : page.t("visit.days", count.daysLate()));
    }

    /** @param late by how much, in words; empty where it was in time */
    static String standing(Page page, Standing standing, String late) {
        String word = page.t("program.standing." + standing);
        boolean good = standing == Standing.MET || standing == Standing.ON_PACE;
        return good && !late.isEmpty() ? page.t("program.standing.late", word, late) : word;
    }

    /** In order, whether it came in time or not. */
    static boolean good(Page page, Line line) {
        return Stream.of(Standing.MET, Standing.ON_PACE).map(s -> page.t("program.standing." + s))
                .anyMatch(word -> line.standing().equals(word) || line.standing().startsWith(word + ","));
    }

    private void gap(Requirement r, String what) {
        gaps.add(page.t("visit.gap", MeterWords.subject(page, r), what));
    }

    private String rule(ProgramRule rule) {
        return rule(page, rule);
    }

    static String rule(Page page, ProgramRule rule) {
        return rule.toConfirm() ? page.t("visit.rule.toConfirm", rule.version()) : rule.version();
    }
}
